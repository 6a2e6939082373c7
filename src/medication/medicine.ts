/** Which building blocks are one medicine, and whether it is used now. Pure. */
import type { CodeableConcept } from '@medplum/fhirtypes';
import { addDays, type CalendarDate } from '../platform/time';
import type { Said } from '../zib';
import type { Block, BlockKind } from './block';
import { dayOf } from './days';

/**
 * current · coming: agreed, not begun · paused · past · never: agreed that it is not used · loose: handed out or given,
 * and nobody says here how it is used.
 */
export type MedicineState = 'current' | 'coming' | 'paused' | 'past' | 'never' | 'loose';

export interface Medicine {
  /** Of the block on top; every block's identifier finds the same medicine. */
  readonly id: string;
  readonly name: Said | undefined;
  readonly state: MedicineState;
  /** What stands on top: the newest agreement that holds, else the newest there is. */
  readonly lead: Block;
  /** Everything of the same authority that holds now: several parts of one scheme. The lead is among them. */
  readonly holding: readonly Block[];
  /** What is used according to who says it, newest first. */
  readonly uses: readonly Block[];
  /** All blocks, newest first. */
  readonly blocks: readonly Block[];
  readonly until: string | undefined;
  /** It was ended before its time, or the source says why it ended. */
  readonly stopped: boolean;
  readonly stopReasons: readonly CodeableConcept[];
}

/** Medicines out of blocks, as they are on a day; those that are used by name, those that are over latest first. */
export function medicinesOf(blocks: readonly Block[], today: CalendarDate): Medicine[] {
  const medicines = groupsOf(blocks).map((group) => medicineOf(group, today));
  const name = ({ name: said }: Medicine) => said?.text.toLowerCase() ?? '';
  const ended = (medicine: Medicine) => lastKnownDay(medicine) ?? '';
  return medicines.sort((a, b) => {
    if (a.state === 'past' && b.state === 'past') return ended(b).localeCompare(ended(a)) || (a.id < b.id ? -1 : 1);
    return name(a).localeCompare(name(b), 'nl') || (a.id < b.id ? -1 : 1);
  });
}

const lastKnownDay = ({ lead, until }: Medicine): CalendarDate | undefined =>
  dayOf(until, 'last') ?? lead.lastDay ?? dayOf(lead.from) ?? dayOf(lead.writtenOn);

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

const momentKinds: ReadonlySet<BlockKind> = new Set<BlockKind>(['handed-out', 'given', 'order']);
const isMoment = ({ kind }: Block): boolean => momentKinds.has(kind);

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

/** Who decides how a medicine is used, most authoritative first. A scheme goes with the agreement that it fills in. */
const AUTHORITY: readonly (readonly BlockKind[])[] = [
  ['agreement', 'schedule'],
  ['pharmacy'],
  ['use'],
  ['order'],
  ['handed-out'],
  ['given'],
];

function medicineOf(group: readonly Block[], today: CalendarDate): Medicine {
  const blocks = [...group].sort(newestFirst);
  const kinds = AUTHORITY.find((kind) => blocks.some((block) => kind.includes(block.kind))) ?? [];
  const top = blocks.filter(({ kind }) => kinds.includes(kind));
  const ends = endingsOf(top, today);
  const open = top.filter((block) => block.stop === undefined && !isOver(block, ends, top, today));
  const begun = open.filter((block) => block.state !== 'planned' && (dayOf(block.from) ?? '') <= today);
  const holding = begun.filter((block) => block.state === 'holds');
  const paused = begun.filter((block) => block.state === 'paused');
  const lead = holding[0] ?? paused[0] ?? open[0] ?? top.find(({ stop }) => stop === undefined) ?? (top[0] as Block);
  const state = stateOf({ top, holding, paused, open, ends, lead });
  const stop = ends.find((end) => notAfter(lead, end));
  const until = stop?.until ?? lead.until;
  const stopReasons = [...(stop?.changeReasons ?? []), ...(state === 'past' ? lead.changeReasons : [])];
  return {
    id: lead.entry.id,
    name: lead.name ?? blocks.find(({ name }) => name !== undefined)?.name,
    state,
    lead,
    holding: state === 'current' || state === 'never' ? holding : [],
    uses: blocks.filter(({ kind }) => kind === 'use'),
    blocks,
    until,
    stopped: stop !== undefined || lead.entry.status === 'stopped' || stopReasons.length > 0,
    stopReasons,
  };
}

interface Judged {
  readonly top: readonly Block[];
  readonly holding: readonly Block[];
  readonly paused: readonly Block[];
  readonly open: readonly Block[];
  readonly ends: readonly Block[];
  readonly lead: Block;
}

function stateOf({ top, holding, paused, open, ends, lead }: Judged): MedicineState {
  if (top.every(isMoment)) return 'loose';
  if (holding.some(({ never }) => never)) return 'never';
  if (holding.length > 0) return 'current';
  if (paused.length > 0) return 'paused';
  if (open.length > 0) return 'coming';
  const end = ends.find((block) => notAfter(lead, block));
  return end?.stop === 'for-now' ? 'paused' : 'past';
}

/** Agreements to stop that have taken effect, newest first. */
function endingsOf(top: readonly Block[], today: CalendarDate): Block[] {
  return top.filter((block) => block.stop !== undefined && block.state !== 'cancelled' && stopDay(block) < today);
}

/** The last day on which it is still used; without one, stopping counts from the day on which it was written. */
function stopDay({ lastDay, writtenOn, entry }: Block): CalendarDate {
  const written = dayOf(writtenOn) ?? entry.effectiveOn ?? undefined;
  return lastDay ?? (written === undefined ? '0001-01-01' : addDays(written, -1));
}

function isOver(block: Block, ends: readonly Block[], top: readonly Block[], today: CalendarDate): boolean {
  if (block.state === 'over' || block.state === 'cancelled' || block.state === 'not-used') return true;
  if (block.lastDay !== undefined && block.lastDay < today) return true;
  if (ends.some((end) => notAfter(block, end))) return true;
  return top.some(
    (other) =>
      other.replaces === block.entry.id && other.state !== 'cancelled' && (dayOf(other.from) ?? today) <= today,
  );
}

/** Whether an agreement was there already when another was written. What is not dated was. */
const notAfter = (block: Block, other: Block): boolean => (writing(block) ?? '') <= (writing(other) ?? '9999');

const writing = (block: Block): string | undefined => {
  const { writtenOn, from, entry } = block;
  const instant = writtenOn === undefined ? undefined : Date.parse(writtenOn);
  if (instant !== undefined && !Number.isNaN(instant)) return new Date(instant).toISOString();
  return dayOf(from) ?? entry.effectiveOn ?? undefined;
};

/** By the day from which it holds, then by when it was written. */
function newestFirst(a: Block, b: Block): number {
  const day = (block: Block) => dayOf(block.from) ?? dayOf(block.writtenOn) ?? block.entry.effectiveOn ?? '';
  return (
    day(b).localeCompare(day(a)) ||
    (writing(b) ?? '').localeCompare(writing(a) ?? '') ||
    (a.entry.id < b.entry.id ? 1 : -1)
  );
}
