/** Results as the patient's side sees them. */
import type { OpenRecord } from '../access';
import { notFound, page, recordDocument, recordPage } from '../house';
import { readCursor } from './cursor';
import { resultDocument, resultsDocument } from './documents';
import { categoriesOf, groupOf, groupOfSlug } from './groups';
import { ResultPage } from './pages/detail';
import { ResultList } from './pages/list';
import {
  type Cursor,
  findResult,
  type ListWish,
  markOpened,
  newResults,
  type ResultPage as Page,
  resultPage,
  resultSeries,
  toldResults,
} from './store';

const newOnPage = 10;

const list = recordPage({
  path: '/uitslagen',
  rights: ['results'],
  what: 'results.list',
  async handle(record, visit) {
    const chosen = groupOfSlug(visit.query.soort);
    const categories = chosen && categoriesOf(chosen);
    const after = readCursor(visit.query.voor);
    const older = after !== undefined;
    const told = await toldResults(record);
    const fresh = older ? { items: [], total: 0 } : await newResults(record, newOnPage, categories);
    const shown = await resultPage(record, { categories, after });
    const ofChosen = ({ category }: { category: string }) =>
      !older && (chosen === undefined || groupOf(category) === chosen);
    return page(
      visit.t('results.title'),
      <ResultList
        visit={visit}
        chosen={chosen}
        groups={[...new Set([...told.categories].map(groupOf))]}
        fresh={fresh}
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
    const fresh = after === undefined ? await newResults(record, newInDocument, categories) : { items: [] };
    const { items, next } = await severalPages(record, { categories, after });
    return resultsDocument(visit, { fresh: fresh.items, items, more: next !== undefined });
  },
});

const newInDocument = 50;

async function severalPages(record: OpenRecord<'results'>, wish: ListWish): Promise<Page> {
  const items: Page['items'][number][] = [];
  let next: Cursor | undefined = wish.after;
  for (let count = 0; count < pagesInDocument; count++) {
    const shown: Page = await resultPage(record, { ...wish, after: next });
    items.push(...shown.items);
    next = shown.next;
    if (next === undefined) break;
  }
  return { items, next };
}

export const patientRoutes = [list, detail, ...oneDocument, ...listDocument];
