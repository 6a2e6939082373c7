/** Which building blocks of medication are one medicine. Pure. */
import type { CalendarDate } from '../platform/time';
import type { Block, BlockKind } from './block';
import { dayOf } from './days';

/** Blocks that belong together: one treatment, one that names another, or the same medicine in the same days. */
export function groupsOf(blocks: readonly Block[]): Block[][] {
  const all = [...blocks].sort(byId);
  const groups = new Groups(all);
  joinNamed(groups, all);
  const spans = new Map(all.map((block) => [block, spanOf(block)]));
  joinSame(groups, all, (a, b) => overlap(spans.get(a), spans.get(b)));
  // What was only handed out or given lies in no period of use: all of one medicine together.
  const loose = groups.all().filter((group) => group.every(isMoment));
  joinSame(groups, loose.flat(), () => true);
  return groups.all();
}

const byId = (a: Block, b: Block): number => (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0);

function joinNamed(groups: Groups, all: readonly Block[]): void {
  const ids = new Map(all.map((block) => [block.entry.id, block]));
  const treatments = new Map<string, Block>();
  for (const block of all) {
    if (block.treatment === undefined) continue;
    const first = treatments.get(block.treatment);
    if (first === undefined) treatments.set(block.treatment, block);
    else groups.join(first, block);
  }
  for (const block of all)
    for (const id of [...block.follows, ...(block.replaces === undefined ? [] : [block.replaces])]) {
      const named = ids.get(id);
      if (named !== undefined) groups.join(named, block);
    }
}

function joinSame(groups: Groups, all: readonly Block[], belong: (a: Block, b: Block) => boolean): void {
  const same = new Map<string, Block[]>();
  for (const block of all)
    for (const key of block.keys) {
      const alike = same.get(key);
      if (alike === undefined) same.set(key, [block]);
      else alike.push(block);
    }
  for (const alike of same.values())
    for (const [index, block] of alike.entries())
      for (const other of alike.slice(index + 1)) if (belong(block, other)) groups.join(block, other);
}

/** Handed out, ordered or given: something that happened once, no use that lasts. */
const momentKinds: ReadonlySet<BlockKind> = new Set<BlockKind>(['handed-out', 'given', 'order']);
export const isMoment = ({ kind }: Block): boolean => momentKinds.has(kind);

/** In days since 1970. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether two blocks hold in the same days, or the one begins the day after the other ended. */
const overlap = (a: Span | undefined, b: Span | undefined): boolean =>
  a !== undefined && b !== undefined && a.from <= b.to + 1 && b.from <= a.to + 1;

function spanOf(block: Block): Span {
  const number = (day: CalendarDate | undefined) => (day === undefined ? undefined : Date.parse(day) / 86_400_000);
  const written = number(dayOf(block.writtenOn) ?? block.entry.effectiveOn ?? undefined);
  const from = number(dayOf(block.from)) ?? written ?? Number.NEGATIVE_INFINITY;
  const closed = isMoment(block) || block.state === 'over' || block.state === 'cancelled';
  const to = number(block.lastDay) ?? (closed ? from : Number.POSITIVE_INFINITY);
  return { from, to: Math.max(from, to) };
}

/** Groups that grow by joining; two treatments with names of their own are never joined. */
class Groups {
  private readonly groupOf = new Map<Block, { blocks: Block[]; treatment: string | undefined }>();

  constructor(blocks: readonly Block[]) {
    for (const block of blocks) this.groupOf.set(block, { blocks: [block], treatment: block.treatment });
  }

  join(a: Block, b: Block): void {
    const [into, from] = [this.groupOf.get(a), this.groupOf.get(b)];
    if (into === undefined || from === undefined || into === from) return;
    if (into.treatment !== undefined && from.treatment !== undefined && into.treatment !== from.treatment) return;
    into.treatment ??= from.treatment;
    for (const block of from.blocks) {
      into.blocks.push(block);
      this.groupOf.set(block, into);
    }
  }

  all(): Block[][] {
    return [...new Set(this.groupOf.values())].map(({ blocks }) => blocks);
  }
}
