/** Who may open which record: pure. Births, end dates and deaths count at the moment of asking, never by a job. */
import { type CalendarDate, dateIn } from '../platform/time';
import { ownAccess, parentAccess } from './age';
import { can, type RecordRight, recordRights, staffRecordRights } from './rights';
import type { EmployeeViewer, ViewerKind } from './viewer';

/** The parts of an organisation's policy that decide on access. */
export interface AccessPolicy {
  readonly unverifiedBsn: 'limited' | 'none';
  readonly ownAccountFrom: number;
  readonly under12Digid: 'appointments' | 'none';
  readonly parentAt12: 'ends' | 'goes-on';
}

export interface PatientFacts {
  readonly birthDate: CalendarDate | null;
  readonly deceasedOn: CalendarDate | null;
  readonly bsnVerified: boolean;
}

export interface GrantFacts {
  readonly basis: 'proxy' | 'parent' | 'legal';
  readonly rights: readonly string[];
  readonly from: Date;
  readonly until: Date | null;
}

export type RefusedBecause = 'deceased' | 'too-young' | 'unverified' | 'no-relation' | 'ended' | 'no-right';

export type Decision =
  | {
      readonly allowed: true;
      readonly kind: ViewerKind;
      /** The authorisation that the log names. */
      readonly basis: 'self' | 'proxy' | 'parent' | 'legal' | 'treatment' | 'emergency';
      readonly held: readonly RecordRight[];
    }
  | { readonly allowed: false; readonly because: RefusedBecause };

const refused = (because: RefusedBecause): Decision => ({ allowed: false, because });

/** IN-02 to IN-04, IN-15: one's own record. `at` is care time. */
export function decideOwn(patient: PatientFacts, policy: AccessPolicy, at: Date): Decision {
  const today = dateIn(at);
  if (isDeceased(patient, today)) return refused('deceased');
  if (!patient.bsnVerified && policy.unverifiedBsn === 'none') return refused('unverified');
  const byAge = patient.birthDate === null ? 'full' : ownAccess(patient.birthDate, today, policy);
  if (byAge === 'none') return refused('too-young');
  if (byAge === 'appointments' || !patient.bsnVerified)
    return { allowed: true, kind: 'limited', basis: 'self', held: ['appointments'] };
  return { allowed: true, kind: 'self', basis: 'self', held: recordRights };
}

/** A proxy never manages who has access, nor personal data (PR-03); PR-04 to PR-06 and WGBO 7:457 for parents. */
export function decideGranted(patient: PatientFacts, grant: GrantFacts, policy: AccessPolicy, at: Date): Decision {
  const today = dateIn(at);
  if (isDeceased(patient, today)) return refused('deceased');
  if (grant.from > at || (grant.until !== null && grant.until <= at)) return refused('ended');
  if (grant.basis === 'parent' && !parentGoesOn(patient, grant, policy, today)) return refused('ended');
  const withheld: readonly RecordRight[] = grant.basis === 'proxy' ? ['proxies', 'personal', 'settings'] : ['settings'];
  const held = recordRights.filter((right) => grant.rights.includes(right) && !withheld.includes(right));
  return { allowed: true, kind: grant.basis, basis: grant.basis, held };
}

/** ST-04: a care provider opens a record with a treatment relation of an own clinic, or in an emergency with a reason. */
export function decideStaff(
  viewer: Pick<EmployeeViewer, 'roles'>,
  facts: { readonly related: boolean; readonly emergency: boolean },
): Decision {
  const held = staffRecordRights(viewer.roles);
  if (held.length === 0) return refused('no-right');
  if (facts.related) return { allowed: true, kind: 'staff', basis: 'treatment', held };
  // Asked anew: who comes back in another role keeps nothing of what was opened in the one before.
  if (facts.emergency && can(viewer.roles, 'open-emergency'))
    return { allowed: true, kind: 'staff', basis: 'emergency', held };
  return refused('no-relation');
}

/** Viewer kinds from which a kept-apart part is hidden. `patient` marks third-party information: for nobody on their side. */
export function keptFrom(kind: ViewerKind): readonly string[] {
  if (kind === 'self' || kind === 'limited') return ['patient'];
  return kind === 'staff' ? [] : ['patient', kind];
}

function isDeceased(patient: PatientFacts, today: CalendarDate): boolean {
  return patient.deceasedOn !== null && patient.deceasedOn <= today;
}

/** Without a known birth date nobody can say that the child is young enough: no access. */
function parentGoesOn(patient: PatientFacts, grant: GrantFacts, policy: AccessPolicy, today: CalendarDate): boolean {
  if (patient.birthDate === null) return false;
  return parentAccess(patient.birthDate, today, policy, dateIn(grant.from)) === 'full';
}
