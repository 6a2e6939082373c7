import { findPeople, type PatientRecord } from '../people';
import { type Transaction, uuidv7 } from '../platform/database';
import { dateIn } from '../platform/time';
import { type Named, refusedAs } from './named';
import { type Identity, identityOf } from './patient';
import type { Work } from './prepare';
import type { Reason } from './reasons';
import { type SourceKey, splitKey } from './references';
import type { Known } from './store';

/** What to do with one Patient resource. */
export interface PatientPlan {
  readonly work: Work;
  readonly patient: PatientRecord;
  readonly added: 'person-and-patient' | 'patient' | null;
}

/** Who is known by BSN or number while a batch is decided, with the patients that it adds. */
class Register {
  private readonly byBsn = new Map<string, { personId: string; patient: PatientRecord | null }>();
  private readonly byNumber = new Map<string, PatientRecord>();
  private readonly byId = new Map<string, PatientRecord>();

  add(personId: string, bsn: string | null, patient: PatientRecord | null): void {
    if (bsn !== null) this.byBsn.set(bsn, { personId, patient });
    if (patient === null) return;
    this.byNumber.set(patient.number, patient);
    this.byId.set(patient.id, patient);
  }

  person = (bsn: string | null) => (bsn === null ? undefined : this.byBsn.get(bsn));
  numbered = (number: string | null) => (number === null ? undefined : this.byNumber.get(number));
  patient = (id: string | null | undefined) => (id === null || id === undefined ? undefined : this.byId.get(id));
}

export interface IdentityOptions {
  readonly organisation: string;
  readonly source: string;
  readonly demo: boolean;
  /** What the source says of BSNs: checked with a document, unless marked temporary. */
  readonly bsnVerified: boolean;
  /** Whose everything of this run is; its Patient may be masked. */
  readonly named?: Named;
}

/**
 * Decides for Patient resources which patient each is: by what the source called it before, then by BSN, then by
 * patient number. Two that contradict each other are never joined: the later one is refused.
 */
export async function planPatients(
  tx: Transaction,
  works: readonly Work[],
  known: ReadonlyMap<SourceKey, Known>,
  options: IdentityOptions,
  now: Date,
): Promise<{ plans: PatientPlan[]; refused: { work: Work; reason: Reason }[] }> {
  const plans: PatientPlan[] = [];
  const refused: { work: Work; reason: Reason }[] = [];
  const read = works.map((work) => ({
    work,
    identity: identityOf(work.resource, {
      demo: options.demo,
      known: options.named !== undefined || known.has(work.key),
    }),
  }));
  const register = await registerFor(tx, read, known, options);
  for (const { work, identity } of read) {
    const decideOne = options.named === undefined ? decide : decideNamed;
    const plan =
      'refused' in identity ? identity.refused : decideOne(work, identity, register, known.get(work.key), options, now);
    if (typeof plan === 'string') refused.push({ work, reason: plan });
    else {
      plans.push(plan);
      register.add(plan.patient.personId, plan.patient.bsn, plan.patient);
    }
  }
  return { plans, refused };
}

async function registerFor(
  tx: Transaction,
  read: readonly { work: Work; identity: Identity | { refused: Reason } }[],
  known: ReadonlyMap<SourceKey, Known>,
  { organisation, named }: IdentityOptions,
): Promise<Register> {
  const identities = read.flatMap(({ identity }) => ('refused' in identity ? [] : [identity]));
  const register = new Register();
  const people = await findPeople(tx, organisation, {
    bsns: [...identities, ...(named ? [named] : [])].flatMap(({ bsn }) => bsn ?? []),
    numbers: [...identities, ...(named ? [named] : [])].flatMap(({ number }) => number ?? []),
    patients: read.flatMap(({ work }) => known.get(work.key)?.patientId ?? []),
  });
  for (const { personId, bsn, patient } of people) register.add(personId, bsn, patient);
  return register;
}

function decide(
  work: Work,
  identity: Identity,
  register: Register,
  known: Known | undefined,
  options: IdentityOptions,
  now: Date,
): PatientPlan | Reason {
  const before = register.patient(known?.patientId);
  const person = register.person(identity.bsn);
  const sameBsn = person?.patient ?? undefined;
  const sameNumber = register.numbered(identity.number);
  const found = before ?? sameBsn ?? sameNumber;
  if (before !== undefined && sameBsn !== undefined && sameBsn.id !== before.id) return 'bsn-in-use';
  if (found === undefined) return added(work, identity, person?.personId, options, now);
  if (before !== undefined && person !== undefined && person.personId !== before.personId) return 'bsn-in-use';
  if (identity.bsn !== null && found.bsn !== null && identity.bsn !== found.bsn) return 'identity-changed';
  // Joined for the first time: what both say of the birth date must agree. A number, or a BSN that nobody compared with
  // a document, may be a slip of the pen: then both must say it.
  const checked =
    sameBsn !== undefined && found.bsnVerifiedAt !== null && options.bsnVerified && !identity.bsnTemporary;
  const joins = checked ? agrees : isSameDay;
  if (before === undefined && !joins(found.birthDate, identity.birthDate)) return 'identity-changed';
  // A number alone joins only within the source that gave it.
  if (before === undefined && sameBsn === undefined && found.source !== options.source) return 'number-in-use';
  if (sameNumber !== undefined && sameNumber.id !== found.id) return 'number-in-use';
  const own = found.source === options.source;
  return { work, patient: own ? revised(found, identity, options, now) : filled(found, identity, now), added: null };
}

/** Whose it is was said: what the source tells must agree with it, and nobody else is looked for. */
function decideNamed(
  work: Work,
  identity: Identity,
  register: Register,
  known: Known | undefined,
  options: IdentityOptions,
  now: Date,
): PatientPlan | Reason {
  const named = options.named ?? { bsn: null, number: null };
  const person = register.person(named.bsn);
  const found = person?.patient ?? register.numbered(named.number);
  const before = register.patient(known?.patientId);
  const refused = refusedAs(named, identity, found, options);
  if (refused !== undefined) return refused;
  if (before !== undefined && before.id !== found?.id) return 'named-patient-differs';
  // A BSN that the source did not give was compared with no document of its own.
  if (found === undefined)
    return added(work, { ...identity, bsn: named.bsn, bsnTemporary: true }, person?.personId, options, now);
  const said = { ...identity, number: found.number };
  const own = found.source === options.source;
  return { work, patient: own ? revised(found, said, options, now) : filled(found, said, now), added: null };
}

const isSameDay = (one: string | null, other: string | null) => one !== null && one === other;

const agrees = (one: string | null, other: string | null) => one === null || other === null || one === other;

function added(
  work: Work,
  identity: Identity,
  personId: string | undefined,
  options: IdentityOptions,
  now: Date,
): PatientPlan {
  const base: PatientRecord = {
    id: uuidv7(),
    personId: personId ?? uuidv7(),
    bsn: identity.bsn,
    number: identity.number ?? splitKey(work.key).id,
    name: identity.name,
    sex: identity.sex,
    birthDate: identity.birthDate,
    deceasedOn: null,
    bsnVerifiedAt: null,
    source: options.source,
  };
  return {
    work,
    patient: revised(base, identity, options, now),
    added: personId === undefined ? 'person-and-patient' : 'patient',
  };
}

/** What the patient's own source now says. A BSN once verified stays so. */
function revised(patient: PatientRecord, identity: Identity, options: IdentityOptions, now: Date): PatientRecord {
  const bsn = identity.bsn ?? patient.bsn;
  const verified = bsn !== null && identity.bsn !== null && options.bsnVerified && !identity.bsnTemporary;
  return {
    ...patient,
    bsn,
    number: identity.number ?? patient.number,
    name: identity.name,
    sex: identity.sex,
    birthDate: identity.birthDate,
    deceasedOn: identity.deceased === null ? null : (identity.deceased.on ?? patient.deceasedOn ?? dateIn(now)),
    bsnVerifiedAt: patient.bsnVerifiedAt ?? (verified ? now : null),
  };
}

/** Another source adds what is missing and changes nothing; a death counts whoever reports it. */
const filled = (patient: PatientRecord, identity: Identity, now: Date): PatientRecord => ({
  ...patient,
  bsn: patient.bsn ?? identity.bsn,
  birthDate: patient.birthDate ?? identity.birthDate,
  deceasedOn: patient.deceasedOn ?? (identity.deceased === null ? null : (identity.deceased.on ?? dateIn(now))),
});
