/** The record's own parts of the health summary (DO-01): what holds now. */
import type { OpenRecord } from '../access';
import type { SectionFact, SummaryContent, SummaryPart, Visit } from '../house';
import { authorAndDate, knownDay, namesOf } from '../zib';
import type { Fact } from './fact';
import { briefly } from './overview';
import { ValueWords } from './pages/fact';
import { groupsOf, type SectionId, sectionOf } from './sections';
import { seriesOf, valuesOf } from './series';
import { entriesOf } from './store';

/** Of each section the headings that say what holds now. */
const NOW: readonly (readonly [id: SectionId, order: number, most: number, groups: readonly string[]])[] = [
  ['alerts', 10, 12, ['alerts']],
  ['allergies', 20, 14, ['none-known', 'allergies']],
  ['problems', 30, 12, ['current']],
  ['vaccinations', 50, 6, ['given']],
  ['measurements', 60, 6, ['vital']],
];

async function factsNow(
  record: OpenRecord<'record'>,
  visit: Visit,
  id: SectionId,
  groups: readonly string[],
): Promise<SummaryContent> {
  const section = sectionOf(id);
  const entries = await entriesOf(record, section);
  const names = await namesOf(
    record,
    entries.map(({ content }) => content),
  );
  const all = groupsOf(section, entries, { t: visit.t, names, at: record.at })
    .filter((group) => groups.includes(group.id))
    .flatMap(({ facts }) => facts);
  const facts = id === 'measurements' ? seriesOf(all).map(({ latest }) => latest) : all;
  const days = facts.flatMap(({ entry }) => knownDay(entry) ?? []).sort();
  const authors = facts.flatMap(({ entry }) => authorAndDate(entry, names).author ?? []);
  return {
    facts: facts.flatMap((fact) => (id === 'measurements' ? measured(visit, fact) : [briefly(visit, fact)])),
    sources: [...new Set(authors)],
    oldest: days[0] ?? null,
    newest: days.at(-1) ?? null,
  };
}

/** Name and value on one line; of a panel each of its values. What has no value says nothing here. */
function measured(visit: Visit, fact: Fact): SectionFact[] {
  const values = valuesOf(fact);
  if (values.length === 0) return fact.parts.flatMap((part) => measured(visit, { ...part, when: fact.when }));
  const title = (
    <>
      <ValueWords visit={visit} value={fact.title} />
      {values.map((value, index) => (
        <>
          {index === 0 ? ': ' : ', '}
          <ValueWords visit={visit} value={value} />
        </>
      ))}
    </>
  );
  return [{ title, sub: fact.when, tag: fact.tag }];
}

const nothing: SummaryContent = { facts: [], sources: [], oldest: null, newest: null };

export const ownSummaryParts: readonly SummaryPart[] = NOW.map(([id, order, most, groups]) => {
  const { label, path } = sectionOf(id);
  return {
    id,
    order,
    label,
    path,
    right: 'record',
    most,
    none: `summary.none-${id as 'alerts' | 'allergies' | 'problems' | 'vaccinations' | 'measurements'}`,
    async load(record, visit) {
      const opened = record.having('record');
      return opened === undefined ? nothing : factsNow(opened, visit, id, groups);
    },
  };
});
