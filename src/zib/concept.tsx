import type { CodeableConcept, Coding } from '@medplum/fhirtypes';
import type { Translate } from '../platform/i18n';
import { displayLanguage } from './language';

/** Words of the source. Dutch, unless it says otherwise; never translated. */
export interface Said {
  readonly text: string;
  readonly lang?: 'en' | undefined;
}

const said = (text: string, lang: 'en' | undefined): Said => (lang === undefined ? { text } : { text, lang });

/** What kind of concept it is to SNOMED CT stands behind its name in brackets; readers need only the name. */
const SEMANTIC_TAG =
  /\s*\((waarneembare entiteit|bevinding|aandoening|verrichting|situatie|lichaamsstructuur|stof|product|observable entity|finding|disorder|procedure|situation|body structure|substance|qualifier value)\)$/;

function wordsOf({ display, system }: Coding): Said[] {
  const words = display?.trim().replace(SEMANTIC_TAG, '');
  return words === undefined || words === '' ? [] : [said(words, displayLanguage(words, system))];
}

/** A number of a code system says nothing to a reader; a code in letters may. */
const isWord = (code: string | undefined): code is string => code !== undefined && /[a-z]{2}/i.test(code);

/** One code in words: its display, else a code that is a word. */
export function codingText(coding: Coding | undefined): Said | undefined {
  if (coding === undefined) return undefined;
  const [words] = wordsOf(coding);
  return words ?? (isWord(coding.code) ? { text: coding.code } : undefined);
}

/**
 * A concept in words: what the source wrote itself, else a Dutch display, else an English one (marked), else a code that
 * is a word. Undefined where nothing can be read.
 */
export function conceptText(concept: CodeableConcept | undefined): Said | undefined {
  if (concept === undefined) return undefined;
  const own = concept.text?.trim();
  if (own) return said(own, displayLanguage(own, undefined));
  const displays = (concept.coding ?? []).flatMap(wordsOf);
  const dutch = displays.find(({ lang }) => lang === undefined);
  const code = concept.coding?.find((coding) => isWord(coding.code))?.code;
  return dutch ?? displays[0] ?? (code === undefined ? undefined : { text: code });
}

/** The concepts that can be read. */
export const conceptTexts = (concepts: readonly (CodeableConcept | undefined)[] | undefined): Said[] =>
  (concepts ?? []).flatMap((concept) => conceptText(concept) ?? []);

/** Words of the source with their language, so that they are spoken right; English among Dutch is named as such. */
export function SaidWords({ t, said: { text, lang } }: { t: Translate; said: Said }) {
  const words = <bdi lang={lang ?? 'nl'}>{text}</bdi>;
  if (lang === undefined || t.language === lang) return words;
  return (
    <>
      {words} <span class="pp-small pp-muted">{t('zib.in-english')}</span>
    </>
  );
}

/** Several, with commas between. */
export function SaidList({ t, all }: { t: Translate; all: readonly Said[] }) {
  return (
    <>
      {all.map((one, index) => (
        <>
          {index > 0 && ', '}
          <SaidWords t={t} said={one} />
        </>
      ))}
    </>
  );
}

/** A concept to show; `otherwise` where it says nothing. */
export function Concept({
  t,
  concept,
  otherwise,
}: {
  t: Translate;
  concept: CodeableConcept | undefined;
  otherwise?: string | undefined;
}) {
  const words = conceptText(concept);
  if (words === undefined) return otherwise ?? null;
  return <SaidWords t={t} said={words} />;
}
