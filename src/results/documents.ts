/** Results on paper: what the pages say, in the same words, as a document to keep. */
import type { Visit } from '../house';
import { outOfHours, whomToCall } from '../organisations';
import type { Translate } from '../platform/i18n';
import type { Block, DocumentContent, Words } from '../platform/pdf';
import { chartsOf } from './document-chart';
import type { Reading } from './reading';
import { reportWords, stateOf } from './report';
import type { ResultDetail, ResultItem, ResultName, ResultPage } from './store';
import {
  dayOf,
  itemReading,
  kindOnDay,
  languageOfTitle,
  placeKey,
  rangeText,
  titleOf,
  unitOf,
  valueText,
} from './words';

/** RE-01, RE-10: one result, or a report or panel with its parts. */
export function resultDocument(visit: Visit, result: ResultDetail, series: readonly ResultItem[]): DocumentContent {
  const { t } = visit;
  const reading = itemReading(result);
  return {
    title: titleWords(t, result),
    above: kindOnDay(t, result.category, result.effectiveOn, 'long'),
    blocks: [
      ...stateNote(t, result.status),
      ...(result.parts.length > 0 ? partsTable(t, result.parts) : []),
      ...(reading === undefined ? [] : valueBlocks(t, reading)),
      ...reportBlocks(t, result),
      ...(reading === undefined ? [] : trendBlocks(t, result, series)),
      ...questionBlocks(visit),
    ],
  };
}

/** The list: what is new by name and date alone, the rest with its values, newest first. */
export function resultsDocument(
  { t }: Visit,
  { fresh, items, more }: { fresh: readonly ResultName[]; items: ResultPage['items']; more: boolean },
): DocumentContent {
  const columns = [t('common.date'), t('results.document-column-result'), ...valueColumns(t)];
  const blocks: Block[] = [
    { kind: 'paragraph', text: t('results.lead') },
    ...heading(fresh.length > 0, t('results.new-heading')),
    ...(fresh.length > 0
      ? [
          {
            kind: 'table' as const,
            columns: [t('common.date'), t('results.document-column-result')],
            rows: fresh.map((item) => [dayOf(t, item.effectiveOn), titleWords(t, item)]),
          },
        ]
      : []),
    ...heading(fresh.length > 0 && items.length > 0, t('results.document-opened')),
    ...(items.length > 0
      ? [{ kind: 'table' as const, columns, rows: items.flatMap((item) => listRows(t, item)) }]
      : []),
    ...(fresh.length + items.length === 0
      ? [{ kind: 'paragraph' as const, text: t('results.empty-nothing-yet') }]
      : []),
    ...(more ? [{ kind: 'small' as const, text: t('results.document-more') }] : []),
  ];
  return { title: t('results.title'), blocks };
}

const heading = (shown: boolean, text: Words): Block[] => (shown ? [{ kind: 'heading', level: 2, text }] : []);

const titleWords = (t: Translate, item: Pick<ResultItem, 'title' | 'category'>): Words => {
  const lang = languageOfTitle(item.title);
  return lang === undefined ? titleOf(t, item) : { text: titleOf(t, item), lang };
};

const valueColumns = (t: Translate) => [
  t('results.column-value'),
  t('results.column-range'),
  t('results.column-verdict'),
];

const valueWithUnit = (t: Translate, { shown }: Reading) =>
  [valueText(t, shown), unitOf(shown)].filter(Boolean).join('\u00a0');

const verdictText = (t: Translate, said: Reading['verdict']): string =>
  said === undefined ? '' : t(`results.verdict-${said}`);

/** Value, range and verdict; of what has no value of its own, that its words stand on its own page. */
function valueCells(t: Translate, item: ResultItem): [string, string, string] {
  const reading = itemReading(item);
  if (reading === undefined) return [t('results.document-own-page'), '', ''];
  const measured =
    reading.components.length === 0
      ? valueWithUnit(t, reading)
      : reading.components.map((part) => `${part.title}: ${valueWithUnit(t, part.reading)}`).join('\n');
  return [
    measured,
    reading.range === undefined ? reading.rangeWords.join('\n') : rangeText(t, reading.range),
    verdictText(t, reading.verdict),
  ];
}

function listRows(t: Translate, whole: ResultPage['items'][number]): Words[][] {
  const day = dayOf(t, whole.effectiveOn);
  if (whole.parts.length === 0) return [[day, titleWords(t, whole), ...valueCells(t, whole)]];
  return whole.parts.map((part) => [day, titleWords(t, part), ...valueCells(t, part)]);
}

function stateNote(t: Translate, status: string | null): Block[] {
  const state = stateOf(status);
  return state === undefined ? [] : [{ kind: 'note', look: 'info', text: t(`results.state-${state}-text`) }];
}

function partsTable(t: Translate, parts: readonly ResultItem[]): Block[] {
  return [
    ...heading(true, t('results.parts-heading')),
    {
      kind: 'table',
      columns: [t('results.document-column-result'), ...valueColumns(t)],
      rows: parts.map((part) => [titleWords(t, part), ...valueCells(t, part)]),
    },
  ];
}

function valueBlocks(t: Translate, reading: Reading): Block[] {
  const { components, range, rangeWords, remarks, verdict } = reading;
  const items =
    components.length === 0
      ? [
          { label: t('results.column-value'), value: valueWithUnit(t, reading) },
          ...(verdict === undefined ? [] : [{ label: t('results.column-verdict'), value: verdictText(t, verdict) }]),
        ]
      : components.map((part) => ({ label: part.title, value: valueWithUnit(t, part.reading) }));
  return [
    ...heading(true, t('results.value-heading')),
    { kind: 'facts', items },
    ...(range === undefined
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: [
              t('results.range-sentence', { range: rangeText(t, range) }),
              verdict === undefined ? '' : t(placeKey(verdict)),
            ]
              .filter(Boolean)
              .join(' '),
          },
        ]),
    ...(range === undefined && rangeWords.length > 0
      ? [{ kind: 'quote' as const, text: rangeWords.join('\n'), by: t('results.range-given') }]
      : []),
    ...remarks.map((text) => ({ kind: 'quote' as const, text, by: t('results.remark') })),
  ];
}

function reportBlocks(t: Translate, { content }: ResultDetail): Block[] {
  const { conclusion, texts, hasFile, authors } = reportWords(content);
  return [
    ...heading(conclusion.length > 0, t('results.conclusion-heading')),
    ...quoted(conclusion.join('\n')),
    ...heading(texts.length > 0, t('results.report-heading')),
    ...quoted(texts.join('\n\n')),
    ...(hasFile ? [{ kind: 'note' as const, look: 'info' as const, text: t('results.file-not-shown') }] : []),
    ...(authors.length > 0
      ? [{ kind: 'small' as const, text: t('results.made-by', { names: authors.join(', ') }) }]
      : []),
  ];
}

const quoted = (text: string): Block[] => (text === '' ? [] : [{ kind: 'quote', text }]);

function trendBlocks(t: Translate, result: ResultDetail, series: readonly ResultItem[]): Block[] {
  if (series.length < 2) return [];
  return [
    ...heading(true, t('results.trend-heading')),
    ...chartsOf(t, titleOf(t, result), series),
    {
      kind: 'table',
      caption: t('results.trend-table', { title: titleOf(t, result) }),
      columns: [t('common.date'), ...valueColumns(t)],
      rows: [...series].reverse().map((item) => [dayOf(t, item.effectiveOn), ...valueCells(t, item)]),
    },
  ];
}

function questionBlocks({ t, language, organisation, program }: Visit): Block[] {
  const about = { language, at: program.careClock.now() };
  const who = whomToCall(organisation.about, 'results', about);
  const urgent = outOfHours(organisation.about, about);
  const call = urgent && t('results.urgent-call', { name: urgent.name, phone: urgent.phone });
  return [
    ...heading(true, t('results.question-heading')),
    { kind: 'paragraph', text: t('results.question-text') },
    { kind: 'paragraph', text: `${who.name}: ${who.phone}` },
    {
      kind: 'note',
      look: 'urgent',
      title: t('results.urgent-heading'),
      text: [t('results.urgent-112', { number: '112' }), call].filter(Boolean).join(' '),
    },
  ];
}
