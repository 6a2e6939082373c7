/** Results as the patient's side sees them. */
import { notFound, page, recordPage } from '../house';
import { readCursor } from './cursor';
import { categoriesOf, groupOf, groupOfSlug } from './groups';
import { ResultPage } from './pages/detail';
import { ResultList } from './pages/list';
import { findResult, markOpened, newResults, resultPage, resultSeries, toldResults } from './store';

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

export const patientRoutes = [list, detail];
