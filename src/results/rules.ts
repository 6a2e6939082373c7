/** When a patient may see a result, and what the portal tells until then (RE-01 to RE-06, RE-09, RE-12, RE-13). Pure. */
import { addDays, type CalendarDate, dateIn, startOfDay } from '../platform/time';
import type { ResultCategory } from './categories';
import { isSame, type ResultCode } from './category';
import type { NotShown, ReleaseRule, ResultsPolicy } from './policy';

/** The statuses of DiagnosticReport and Observation in FHIR R4. */
export type ResultStatus =
  | 'registered'
  | 'partial'
  | 'preliminary'
  | 'final'
  | 'amended'
  | 'corrected'
  | 'appended'
  | 'cancelled'
  | 'entered-in-error'
  | 'unknown';

/** What a clinician decided about a result, at an instant of care time. */
export type ClinicianDecision = { readonly decision: 'released' | 'held' | 'withdrawn'; readonly at: Date };

export type ResultFacts = {
  /** Left out or unknown: sensitive. */
  readonly category?: ResultCategory | undefined;
  /** All codes of the result, for kinds that are not shown. */
  readonly codes?: readonly ResultCode[] | undefined;
  /** Left out: outpatient. */
  readonly setting?: 'outpatient' | 'admitted' | 'emergency' | undefined;
  /** Left out: the organisation itself. */
  readonly orderer?: 'own' | 'gp' | undefined;
  readonly location?: string | undefined;
  /** The day that the result is about; left out: the day on which it became known. */
  readonly effectiveOn?: CalendarDate | undefined;
  /** When this version became known: issued, else received. */
  readonly knownAt: Date;
  /** When it became final; left out: when it became known. Counts only for a status that is final. */
  readonly finalAt?: Date | undefined;
  readonly status: ResultStatus;
  readonly dischargedAt?: Date | undefined;
  /** In any order; the last one counts. */
  readonly decisions?: readonly ClinicianDecision[] | undefined;
  /** Of the version before this one: from when it was visible. */
  readonly earlierVisibleFrom?: Date | null | undefined;
  /** RE-12: see `recordStart` of the organisation. */
  readonly recordStart?: CalendarDate | undefined;
};

export type ReleaseReason =
  | 'delay'
  | 'when-known'
  | 'when-final'
  | 'at-discharge'
  | 'released'
  | 'as-earlier-version'
  | 'kept-visible'
  | 'awaits-result'
  | 'awaits-final'
  | 'awaits-discharge'
  | 'awaits-clinician'
  | 'held'
  | 'withdrawn'
  | 'cancelled'
  | 'never-shown'
  | 'technical'
  | 'gp-ordered'
  | 'before-record-start';

export type Release = {
  /** From when the patient's side sees it; null: not, or not yet to be said. */
  readonly visibleFrom: Date | null;
  readonly reason: ReleaseReason;
  readonly sensitive: boolean;
  /** RE-13: the patient may read beforehand that it comes, and when; never what it is. */
  readonly announced: boolean;
  /** RE-09: shown as 'not all parts are in yet'. */
  readonly incomplete: boolean;
  /** RE-06: shown as corrected. */
  readonly corrected: boolean;
  /** RE-06: it had been visible, so the patient reads that it was withdrawn and will be discussed. */
  readonly tellWithdrawn: boolean;
};

type Moment = Pick<Release, 'visibleFrom' | 'reason'>;

const finalStatuses: readonly ResultStatus[] = ['final', 'amended', 'corrected', 'appended'];
const correctedStatuses: readonly ResultStatus[] = ['amended', 'corrected', 'appended'];
const incompleteStatuses: readonly ResultStatus[] = ['partial', 'preliminary', 'unknown'];

/** Whether a category has the policy's rule for sensitive results; what nobody recognised always has. */
export function sensitive(category: ResultCategory, policy: Pick<ResultsPolicy, 'sensitive'>): boolean {
  return category === 'unknown' || policy.sensitive.categories.includes(category);
}

/**
 * Decides on one version of a result under the policy that was in force when it became known; the caller stores what
 * comes out and shows it when the care clock has passed `visibleFrom`. Whatever order facts and decisions come in,
 * `visibleFrom` is never before the result was known, except for a corrected version of what was visible already.
 */
export function release(facts: ResultFacts, policy: ResultsPolicy): Release {
  const isSensitive = sensitive(facts.category ?? 'unknown', policy);
  const { visibleFrom, reason, seen } = momentOf(facts, policy, isSensitive);
  return {
    visibleFrom,
    reason,
    sensitive: isSensitive,
    announced: visibleFrom !== null && announces(policy, isSensitive),
    incomplete: incompleteStatuses.includes(facts.status),
    corrected: correctedStatuses.includes(facts.status),
    tellWithdrawn: seen && (reason === 'withdrawn' || reason === 'cancelled'),
  };
}

/**
 * After a change of policy: what was visible at `now` stays so, from the same moment. A clinician's or the source's own
 * withdrawal does hide it.
 */
export function keepVisible(previousVisibleFrom: Date | null, next: Release, now: Date): Release {
  const hiddenOnPurpose = ['held', 'withdrawn', 'cancelled'].includes(next.reason);
  if (previousVisibleFrom === null || previousVisibleFrom > now || hiddenOnPurpose) return next;
  if (next.visibleFrom !== null && next.visibleFrom <= previousVisibleFrom) return next;
  return { ...next, visibleFrom: previousVisibleFrom, reason: 'kept-visible', announced: false };
}

/** RE-05: the kinds that this organisation does not show, for the page that says so. */
export function kindsNotShown(policy: ResultsPolicy): { name: NotShown['name']; why: NotShown['why'] }[] {
  return [...policy.neverShown, ...policy.technical].map(({ name, why }) => ({ name, why }));
}

function momentOf(facts: ResultFacts, policy: ResultsPolicy, isSensitive: boolean): Moment & { seen: boolean } {
  const seen = earlierVisible(facts);
  const hidden = hiddenFor(facts, policy);
  if (hidden !== undefined) return { ...never(hidden), seen };
  if (facts.status === 'entered-in-error') return { ...never('withdrawn'), seen };
  if (facts.status === 'cancelled') return { ...never('cancelled'), seen };
  if (facts.status === 'registered') return { ...never('awaits-result'), seen };
  return decided(facts, asEarlierVersion(facts, byRule(facts, ruleFor(facts, policy, isSensitive))));
}

/** What no clinician's release can open: it is not for this portal at all. */
function hiddenFor(facts: ResultFacts, policy: ResultsPolicy): ReleaseReason | undefined {
  if (policy.neverShown.some((kind) => isOfKind(facts, kind))) return 'never-shown';
  if (policy.technical.some((kind) => isOfKind(facts, kind))) return 'technical';
  if (facts.orderer === 'gp' && !showsGpOrdered(facts, policy)) return 'gp-ordered';
  const on = facts.effectiveOn ?? dateIn(facts.knownAt);
  return facts.recordStart !== undefined && on < facts.recordStart ? 'before-record-start' : undefined;
}

function isOfKind(facts: ResultFacts, kind: NotShown): boolean {
  const inCategory = kind.categories?.some((category) => category === facts.category) ?? true;
  const hasCode = kind.codes?.some((entry) => facts.codes?.some((code) => isSame(entry, code))) ?? true;
  return inCategory && hasCode && (kind.location === undefined || kind.location === facts.location);
}

function showsGpOrdered(facts: ResultFacts, policy: ResultsPolicy): boolean {
  if (typeof policy.gpOrdered === 'string') return policy.gpOrdered === 'all';
  return policy.gpOrdered.some((category) => category === facts.category);
}

function ruleFor(facts: ResultFacts, policy: ResultsPolicy, isSensitive: boolean): ReleaseRule {
  const setting = facts.setting ?? 'outpatient';
  if (isSensitive && (setting === 'outpatient' || policy.sensitive.inHospital === 'own-rule'))
    return policy.sensitive.rule;
  return policy[setting];
}

function byRule(facts: ResultFacts, rule: ReleaseRule): Moment {
  const finalAt = finalAtOf(facts);
  switch (rule.when) {
    case 'known':
      return { visibleFrom: facts.knownAt, reason: 'when-known' };
    case 'final':
      return finalAt === null ? never('awaits-final') : { visibleFrom: finalAt, reason: 'when-final' };
    case 'clinician':
      return never('awaits-clinician');
    case 'discharge':
      if (facts.dischargedAt === undefined) return never('awaits-discharge');
      return { visibleFrom: latest(facts.dischargedAt, facts.knownAt), reason: 'at-discharge' };
    case 'delay': {
      const from = rule.from === 'known' ? facts.knownAt : finalAt;
      if (from === null) return never('awaits-final');
      return { visibleFrom: startOfDay(addDays(dateIn(from), rule.days)), reason: 'delay' };
    }
  }
}

/** A final result is known, so it is not visible before that, whatever the source says about when it became final. */
function finalAtOf(facts: ResultFacts): Date | null {
  if (!finalStatuses.includes(facts.status)) return null;
  return latest(facts.finalAt ?? facts.knownAt, facts.knownAt);
}

/** What clinicians decided, one after the other, goes before the rule. */
function decided(facts: ResultFacts, rule: Moment): Moment & { seen: boolean } {
  let moment = rule;
  let seen = earlierVisible(facts);
  for (const { decision, at } of inOrder(facts)) {
    seen ||= moment.visibleFrom !== null && moment.visibleFrom <= at;
    if (decision === 'released') {
      // After a hold or withdrawal there is no moment, so that of the release counts.
      moment = soonest(moment, { visibleFrom: latest(at, facts.knownAt), reason: 'released' });
    } else {
      // Holding what the patient has seen already is a withdrawal: it does not vanish without a word.
      moment = never(decision === 'held' && !seen ? 'held' : 'withdrawn');
    }
  }
  return { ...moment, seen };
}

/** A corrected version is visible from the same moment as the one it corrects, if that was visible already. */
function asEarlierVersion(facts: ResultFacts, rule: Moment): Moment {
  if (!correctedStatuses.includes(facts.status) || !earlierVisible(facts)) return rule;
  return soonest({ visibleFrom: facts.earlierVisibleFrom ?? null, reason: 'as-earlier-version' }, rule);
}

function earlierVisible({ earlierVisibleFrom, knownAt }: ResultFacts): boolean {
  return earlierVisibleFrom !== undefined && earlierVisibleFrom !== null && earlierVisibleFrom <= knownAt;
}

function announces(policy: ResultsPolicy, isSensitive: boolean): boolean {
  return policy.announceComing === 'yes' || (policy.announceComing === 'not-sensitive' && !isSensitive);
}

function inOrder(facts: ResultFacts): readonly ClinicianDecision[] {
  return [...(facts.decisions ?? [])].sort((a, b) => a.at.getTime() - b.at.getTime());
}

const never = (reason: ReleaseReason): Moment => ({ visibleFrom: null, reason });
const latest = (a: Date, b: Date): Date => (a > b ? a : b);

/** Of two moments the first to come; of equals the one named first. */
function soonest(a: Moment, b: Moment): Moment {
  if (a.visibleFrom === null || b.visibleFrom === null) return a.visibleFrom === null ? b : a;
  return b.visibleFrom < a.visibleFrom ? b : a;
}
