/** DO-01: the health summary as a document to keep, for the patient and for another care provider. */
import type { OpenRecord } from '../access';
import { type SectionFact, type Visit, wordsOf } from '../house';
import { whomToCall } from '../organisations';
import { listInWords } from '../platform/i18n';
import type { Block, DocumentContent, Words } from '../platform/pdf';
import { formatDateTime } from '../platform/time';
import { startsInWords } from '../zib';
import { sourceOf } from './pages/summary-page';
import type { LoadedPart } from './summary-load';

/** Paper has more room than the page: what is beyond this is counted. */
const mostFacts = 100;

export function summaryDocument(visit: Visit, record: OpenRecord, parts: readonly LoadedPart[]): DocumentContent {
  const { t, organisation } = visit;
  const missing = parts.filter(({ content }) => content === undefined).map(({ part }) => t(part.label));
  const when = formatDateTime(t.language, record.at);
  return {
    title: t('summary.title'),
    dense: true,
    blocks: [
      { kind: 'paragraph', text: t('summary.made', { when, organisation: organisation.about.name }) },
      ...(missing.length > 0
        ? [
            {
              kind: 'note' as const,
              look: 'attention' as const,
              text: t('summary.missing', { parts: listInWords(t.language, missing) }),
            },
          ]
        : []),
      ...parts.flatMap((part) => partBlocks(visit, part)),
      ...contactBlocks(visit),
      ...startsInWords(visit).map((text): Block => ({ kind: 'small', text })),
    ],
  };
}

function partBlocks(visit: Visit, { part, content }: LoadedPart): Block[] {
  if (content === undefined) return [];
  const { t } = visit;
  const { facts } = content;
  const more = facts.length - mostFacts;
  return [
    { kind: 'heading', level: 2, text: t(part.label) },
    facts.length === 0
      ? { kind: 'paragraph', text: t(part.none) }
      : { kind: 'list', items: facts.slice(0, mostFacts).map((fact) => factWords(visit, fact)) },
    ...(more > 0 ? [{ kind: 'paragraph' as const, text: t('summary.more', { count: more }) }] : []),
    { kind: 'small', text: sourceOf(visit, content) },
  ];
}

const factWords = ({ language }: Visit, { title, sub, tag }: SectionFact): Words =>
  wordsOf(
    language,
    <>
      {title}
      {tag !== undefined && <> ({tag.label})</>}
      {sub !== undefined && (
        <>
          <br />
          {sub}
        </>
      )}
    </>,
  );

function contactBlocks({ t, language, organisation, program }: Visit): Block[] {
  const who = whomToCall(organisation.about, 'general', { language, at: program.careClock.now() });
  return [
    { kind: 'heading', level: 2, text: t('summary.contact') },
    { kind: 'paragraph', text: t('summary.call', { name: who.name, phone: who.phone }) },
  ];
}
