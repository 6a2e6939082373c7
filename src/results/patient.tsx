/** Results as the patient's side sees them. */
import type { OpenRecord } from '../access';
import { notFound, page, recordDocument, recordPage } from '../house';
import { readCursor } from './cursor';
import { resultDocument, resultsDocument } from './documents';
import { categoriesOf, groupOf, groupOfSlug } from './groups';
import { ResultPage } from './pages/detail';
import { ResultList } from './pages/list';
import {
  findResult,
  type ListWish,
  markOpened,
  type ResultOverview,
  resultOverview,
  resultSeries,
  toldResults,
} from './store';

const newOnPage = 10;

const list = recordPage({
  path: '/uitslagen',
  rights: ['results'],
  what: 'results.list',
  atOnce: true,
  async handle(record, visit) {
    const chosen = groupOfSlug(visit.query.soort);
    const categories = chosen && categoriesOf(chosen);
    const after = readCursor(visit.query.voor);
    const older = after !== undefined;
    const [told, { page: shown, fresh }] = await Promise.all([
      toldResults(record),
      resultOverview(record, { categories, after }, older ? 0 : newOnPage),
    ]);
    const ofChosen = ({ category }: { category: string }) =>
      !older && (chosen === undefined || groupOf(category) === chosen);
    return page(
      visit.t('results.title'),
      <ResultList
        visit={visit}
        chosen={chosen}
        groups={[...new Set([...told.categories].map(groupOf))]}
        fresh={older ? { items: [], total: 0 } : fresh}
        coming={told.coming.filter(ofChosen)}
        withdrawn={told.withdrawn.filter(ofChosen)}
        page={shown}
        older={older}
      />,
    );
  },
});

const detail = recordPage({
  path: '/uitslagen/:uitslag',
  rights: ['results'],
  what: 'results.one',
  async handle(record, visit) {
    const result = await findResult(record, visit.params.uitslag ?? '');
    if (result === undefined) return notFound;
    const series = result.parts.length === 0 ? await resultSeries(record, result) : [];
    await markOpened(record, [result.id]);
    return page(visit.t('results.one-title'), <ResultPage visit={visit} result={result} series={series} />);
  },
});

const oneDocument = recordDocument({
  path: '/uitslagen/:uitslag',
  rights: ['results'],
  what: 'results.one-pdf',
  name: 'uitslag',
  async build(record, visit) {
    const result = await findResult(record, visit.params.uitslag ?? '');
    if (result === undefined) return undefined;
    const series = result.parts.length === 0 ? await resultSeries(record, result) : [];
    await markOpened(record, [result.id]);
    return resultDocument(visit, result, series);
  },
});

/** About as many as a few pages hold; the rest begins where the list's own page ends. */
const pagesInDocument = 5;

/** Of the list as it was shown: the same kind, from the same page on. */
const listDocument = recordDocument({
  path: '/uitslagen',
  rights: ['results'],
  what: 'results.list-pdf',
  name: 'uitslagen',
  async build(record, visit) {
    const chosen = groupOfSlug(visit.query.soort);
    const categories = chosen && categoriesOf(chosen);
    const after = readCursor(visit.query.voor);
    const { page: shown, fresh } = await severalPages(record, { categories, after });
    const { items, next } = shown;
    return resultsDocument(visit, { fresh: after === undefined ? fresh.items : [], items, more: next !== undefined });
  },
});

const newInDocument = 50;

async function severalPages(record: OpenRecord<'results'>, wish: ListWish): Promise<ResultOverview> {
  const first = await resultOverview(record, wish, newInDocument);
  const items = [...first.page.items];
  let { next } = first.page;
  for (let count = 1; count < pagesInDocument && next !== undefined; count++) {
    const { page: shown } = await resultOverview(record, { ...wish, after: next }, 0);
    items.push(...shown.items);
    next = shown.next;
  }
  return { page: { items, next }, fresh: first.fresh };
}

export const patientRoutes = [list, detail, ...oneDocument, ...listDocument];
