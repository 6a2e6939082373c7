/** Whether a medicine is used now, from the building blocks that are known of it. Pure. */
import type { CodeableConcept } from '@medplum/fhirtypes';
import { addDays, type CalendarDate } from '../platform/time';
import type { Said } from '../zib';
import type { Block, BlockKind } from './block';
import { dayOf } from './days';
import { groupsOf, isMoment } from './group';

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
  const agreed = judge(
    blocks.filter(({ kind }) => kinds.includes(kind)),
    today,
  );
  const judged = agreed.state === 'past' ? (stillUsed(blocks, agreed, today) ?? agreed) : agreed;
  const { lead, state, holding, stop } = judged;
  const stopReasons = [
    ...(stop?.changeReasons ?? []),
    ...(state === 'past' || state === 'paused' ? lead.changeReasons : []),
  ];
  return {
    id: lead.entry.id,
    name: lead.name ?? blocks.find(({ name }) => name !== undefined)?.name,
    state,
    lead,
    holding: state === 'current' || state === 'never' ? holding : [],
    uses: blocks.filter(({ kind }) => kind === 'use'),
    blocks,
    until: stop?.until ?? lead.until,
    stopped: stop !== undefined || lead.entry.status === 'stopped' || stopReasons.length > 0,
    stopReasons,
  };
}

interface Judgement {
  readonly state: MedicineState;
  readonly lead: Block;
  readonly holding: readonly Block[];
  /** The agreement that ended it. */
  readonly stop: Block | undefined;
}

/** Blocks of one authority, newest first, as they are on a day. */
function judge(top: readonly Block[], today: CalendarDate): Judgement {
  const ends = endingsOf(top, today);
  const open = top.filter((block) => block.stop === undefined && !isOver(block, ends, top, today));
  const begun = open.filter((block) => block.state !== 'planned' && (dayOf(block.from) ?? '') <= today);
  const holding = begun.filter((block) => block.state === 'holds');
  const paused = begun.filter((block) => block.state === 'paused');
  const lead = holding[0] ?? paused[0] ?? open[0] ?? top.find(({ stop }) => stop === undefined) ?? (top[0] as Block);
  // An agreement to stop that lies ahead says until when it is used.
  const stops = top.filter(({ stop, state }) => stop !== undefined && state !== 'cancelled');
  const stop = stops.find((end) => notAfter(lead, end));
  return { state: stateOf({ top, holding, paused, open, ends, lead }), lead, holding, stop };
}

/** Who says after the end of an agreement that it is still used, is believed. */
function stillUsed(blocks: readonly Block[], agreed: Judgement, today: CalendarDate): Judgement | undefined {
  const ended = (agreed.stop && stopDay(agreed.stop)) ?? agreed.lead.lastDay;
  if (ended === undefined) return undefined;
  const uses = judgeUses(blocks, today);
  return uses !== undefined && (dayOf(uses.lead.writtenOn) ?? '') > ended ? uses : undefined;
}

function judgeUses(blocks: readonly Block[], today: CalendarDate): Judgement | undefined {
  const uses = blocks.filter(({ kind }) => kind === 'use');
  const judged = uses.length === 0 ? undefined : judge(uses, today);
  return judged?.state === 'current' ? judged : undefined;
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
