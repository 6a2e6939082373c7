/** The list of medicines on paper, to take along: what the page says, in the same words. */
import { type Visit, wordsOf } from '../house';
import type { Block, DocumentContent, Words as DocumentWords } from '../platform/pdf';
import { formatDate } from '../platform/time';
import type { Names } from '../zib';
import type { Medicine } from './medicine';
import { MedicineUse } from './pages/use';
import { sections } from './sections';
import { Name, periodWords, prescriberOf, reasonsOf, stopReasonsOf, Words, whose } from './words';

interface Shown {
  readonly medicines: readonly Medicine[];
  readonly names: Names;
  readonly at: Date;
}

export function medicationDocument(visit: Visit, shown: Shown): DocumentContent {
  const { t } = visit;
  const own = whose(visit);
  const blocks = sections.flatMap(({ states, heading }): Block[] => {
    const medicines = shown.medicines.filter(({ state }) => states.includes(state));
    if (medicines.length === 0) return [];
    const columns = ['name', 'use', 'reason', 'period'] as const;
    return [
      { kind: 'heading', level: 2, text: t(heading, { whose: own }) },
      {
        kind: 'table',
        columns: columns.map((column) => t(`medication.document-column-${column}`)),
        rows: medicines.map((medicine) => rowOf(visit, medicine, shown.names)),
      },
    ];
  });
  const none = shown.medicines.some(({ state }) => state === 'current')
    ? []
    : [
        {
          kind: 'paragraph' as const,
          text: `${t('medication.none-current', { whose: own })} ${t('medication.none-current-others')}`,
        },
      ];
  return {
    title: t('medication.title'),
    blocks: [
      {
        kind: 'paragraph',
        text: t('medication.lead', { date: formatDate(t.language, shown.at, 'long'), whose: own }),
      },
      ...none,
      ...blocks,
    ],
  };
}

function rowOf(visit: Visit, medicine: Medicine, names: Names): DocumentWords[] {
  const { t, language } = visit;
  const { lead, state, until } = medicine;
  const stops = state === 'past' || state === 'paused' ? stopReasonsOf(medicine) : [];
  return [
    wordsOf(language, <Name t={t} of={medicine} />),
    wordsOf(language, <MedicineUse visit={visit} medicine={medicine} names={names} />),
    wordsOf(
      language,
      <>
        <Words t={t} all={reasonsOf(lead, names)} />
        {stops.length > 0 && (
          <>
            <br />
            {t('medication.stopped-because')} <Words t={t} all={stops} />
          </>
        )}
      </>,
    ),
    [periodWords(t, lead, until), prescriberOf(lead, names)].filter(Boolean).join('\n'),
  ];
}
