import { recordStart } from '../organisations';
import type { ResultCategory } from './categories';
import type { ResultCode } from './category';
import { type ClinicianDecision, type Release, type ReleaseReason, type ResultStatus, release } from './rules';
import type { PolicyVersion } from './timeline';

/** What the release of one result hangs on, as `result_release` keeps it. */
export interface ResultRecord {
  readonly id: string;
  readonly patientId: string;
  /** The report or panel that holds it. */
  readonly partOf: string | null;
  readonly status: ResultStatus;
  readonly codes: readonly ResultCode[];
  /** Of a report: its own and its parts' together. */
  readonly category: ResultCategory;
  readonly setting: 'outpatient' | 'admitted' | 'emergency';
  readonly orderer: 'own' | 'gp';
  readonly location: string | null;
  readonly effectiveOn: string | null;
  readonly knownAt: Date;
  readonly finalAt: Date | null;
  readonly dischargedAt: Date | null;
  readonly policyVersion: number;
  /** From when the version before this one was visible. */
  readonly earlierVisibleFrom: Date | null;
}

/** When the patient's side sees a result, and what stands in `result_release` about it. */
export interface ReleaseOutcome {
  /** For the resource: its content. */
  readonly visibleFrom: Date | null;
  /** For the release row: that there is something, which for a withdrawn result the patient may still read (RE-06). */
  readonly toldFrom: Date | null;
  readonly reason: ReleaseReason;
  readonly announced: boolean;
}

/** A part that one of these keeps from sight stays out of sight, whatever becomes of the report. */
const OWN_REASONS: ReadonlySet<ReleaseReason> = new Set([
  'never-shown',
  'technical',
  'gp-ordered',
  'before-record-start',
  'withdrawn',
  'cancelled',
  'awaits-result',
]);

/**
 * Decides for results together with the reports and panels that hold them (give whole families). A part goes with what
 * holds it, unless a clinician decided about the part, or the part itself is never shown. Pure.
 */
export function decideReleases(
  records: readonly ResultRecord[],
  decisions: ReadonlyMap<string, readonly ClinicianDecision[]>,
  timeline: readonly PolicyVersion[],
): Map<string, ReleaseOutcome> {
  const byId = new Map(records.map((record) => [record.id, record]));
  const outcomes = new Map<string, ReleaseOutcome>();
  const decide = (record: ResultRecord, below: ReadonlySet<string>): ReleaseOutcome => {
    const done = outcomes.get(record.id);
    if (done !== undefined) return done;
    const holder = record.partOf === null || below.has(record.partOf) ? undefined : byId.get(record.partOf);
    const own = ownRelease(record, holder, decisions.get(record.id) ?? [], timeline);
    const alone = holder === undefined || decisions.has(record.id) || keepsOut(own);
    const outcome = alone
      ? outcomeOf(own, record, decisions.get(record.id) ?? [], holder !== undefined)
      : asPart(decide(holder, new Set([...below, record.id])));
    outcomes.set(record.id, outcome);
    return outcome;
  };
  for (const record of records) decide(record, new Set([record.id]));
  return outcomes;
}

/** A part says nothing by itself of what comes or was withdrawn: its report does. */
const asPart = (whole: ReleaseOutcome): ReleaseOutcome => ({
  ...whole,
  toldFrom: whole.visibleFrom,
  announced: false,
});

const keepsOut = (own: Release) => own.visibleFrom === null && OWN_REASONS.has(own.reason);

function ownRelease(
  record: ResultRecord,
  holder: ResultRecord | undefined,
  decisions: readonly ClinicianDecision[],
  timeline: readonly PolicyVersion[],
): Release {
  const policy = timeline.find(({ version }) => version === record.policyVersion) ?? timeline[0];
  if (policy === undefined) throw new Error('an organisation without a policy');
  return release(
    {
      category: record.category === 'unknown' && holder !== undefined ? holder.category : record.category,
      codes: record.codes,
      setting: record.setting,
      orderer: record.orderer,
      location: record.location ?? undefined,
      effectiveOn: record.effectiveOn ?? undefined,
      knownAt: record.knownAt,
      finalAt: record.finalAt ?? undefined,
      status: record.status,
      dischargedAt: record.dischargedAt ?? undefined,
      decisions,
      earlierVisibleFrom: record.earlierVisibleFrom,
      recordStart: recordStart(policy.record, record.location ?? undefined),
    },
    policy.results,
  );
}

function outcomeOf(
  own: Release,
  record: ResultRecord,
  decisions: readonly ClinicianDecision[],
  isPart: boolean,
): ReleaseOutcome {
  const { visibleFrom, reason, announced } = own;
  const withdrawnAt = new Date(Math.max(record.knownAt.getTime(), ...decisions.map(({ at }) => at.getTime())));
  return {
    visibleFrom,
    toldFrom: own.tellWithdrawn && !isPart ? withdrawnAt : visibleFrom,
    reason,
    announced: announced && !isPart,
  };
}
