/** What the index of the record tells of each part. */
import type { OpenRecord } from '../access';
import type { RecordSection, SectionCount, SectionFact, Visit } from '../house';
import { namesOf } from '../zib';
import type { Fact, Reader } from './fact';
import { asSentence, ValueWords } from './pages/fact';
import { firstReaction } from './read/allergies';
import { factsOf, isInside, type OwnEntry, type Section, type SectionId, sections } from './sections';
import { readForIndex, type Tally, tallies } from './store';

/** A part as the index shows it: with facts as a card, without as a row. */
export interface Part {
  readonly section: Pick<RecordSection, 'id' | 'order' | 'icon' | 'label' | 'path'>;
  readonly count: SectionCount | undefined;
}

/** These headings stand in a card on the index: what matters now. */
const IN_CARD: Partial<Record<SectionId, readonly string[]>> = {
  problems: ['current'],
  allergies: ['none-known', 'allergies'],
  alerts: ['alerts'],
  vaccinations: ['given'],
};
const factsInCard = 4;

/** This room's own parts, in three queries. */
export async function ownParts(record: OpenRecord<'record'>, visit: Visit): Promise<Part[]> {
  const [entries, many] = await Promise.all([readForIndex(record), tallies(record)]);
  const flags = entries.filter(({ type }) => type === 'Flag').map(({ content }) => content);
  const reader = { t: visit.t, names: await namesOf(record, flags), at: record.at };
  return sections.map((section) => ({
    section,
    count: countIn(section, entries, many, visit, reader),
  }));
}

function countIn(section: Section, entries: readonly OwnEntry[], many: readonly Tally[], visit: Visit, reader: Reader) {
  const { at } = reader;
  const own = entries.filter((entry) => section.groupOf(entry, at) !== undefined && !isInside(entry, entries));
  const counted = many.filter(
    ({ like }) => section.types.includes(like.type) && section.groupOf(like, at) !== undefined,
  );
  const days = [...own.map(({ effectiveOn }) => effectiveOn), ...counted.map(({ newest }) => newest)];
  const inCard = IN_CARD[section.id] ?? [];
  return {
    count: own.length + counted.reduce((sum, { count }) => sum + count, 0),
    newest: newestOf(days),
    facts: own
      .filter((entry) => inCard.includes(section.groupOf(entry, at) ?? ''))
      .slice(0, factsInCard)
      .flatMap((entry) => factsOf(reader, entry, entries))
      .map((fact) => briefly(visit, fact)),
  };
}

const newestOf = (days: readonly (string | null)[]): string | null =>
  days.reduce((newest, day) => (day !== null && (newest === null || day > newest) ? day : newest), null);

/** A fact in a line or two. */
export function briefly(visit: Visit, { entry, title, when, tag }: Fact): SectionFact {
  const reaction =
    entry.type === 'AllergyIntolerance'
      ? firstReaction((entry as OwnEntry & { type: 'AllergyIntolerance' }).content)
      : undefined;
  return {
    title: <ValueWords visit={visit} value={title} />,
    sub: (
      <>
        {when !== undefined && <bdi>{asSentence(when)}</bdi>}
        {when !== undefined && reaction !== undefined && '. '}
        {reaction !== undefined && <ValueWords visit={visit} value={reaction} />}
      </>
    ),
    tag,
  };
}

/** Parts that other rooms have, where this reader holds their right. Their questions leave together. */
export async function otherParts(others: readonly RecordSection[], record: OpenRecord, visit: Visit): Promise<Part[]> {
  const held = others.filter(({ right }) => record.held.includes(right));
  const found = await Promise.all(
    held.map(async (section) => ({ section, count: await section.count?.(record, visit) })),
  );
  return found.filter(({ section, count }) => !(section.hideEmpty && count?.count === 0));
}
