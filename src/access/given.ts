/** PR-07: who may open a record, and why. Decided as the door decides, at the moment of asking. */
import { sql } from 'kysely';
import { fullName, type NameParts } from '../people';
import { type CalendarDate, dateIn } from '../platform/time';
import { parentAccessLastDay } from './age';
import { type AccessPolicy, decideGranted, type GrantFacts } from './decide';
import { type OpenRecord, recordScope } from './record';
import type { RecordRight } from './rights';

/** Somebody who may open the record, now or from a day to come. */
export interface GivenAccess {
  readonly id: string;
  /** Undefined where nobody wrote down how the person is called. */
  readonly name: string | undefined;
  /** The reader is this person. */
  readonly you: boolean;
  readonly basis: GrantFacts['basis'];
  readonly held: readonly RecordRight[];
  readonly from: Date;
  /** It has begun. */
  readonly begun: boolean;
  /** The last day, by what was arranged or by the child's age, whichever comes first; undefined: until somebody ends it. */
  readonly lastDay: CalendarDate | undefined;
}

/** A clinic whose care providers may open the record. */
export interface TreatingClinic {
  readonly clinic: string;
  /** Undefined: no end is known. */
  readonly lastDay: CalendarDate | undefined;
}

export interface AccessGiven {
  readonly people: readonly GivenAccess[];
  readonly clinics: readonly TreatingClinic[];
}

type GrantRow = Partial<NameParts> &
  GrantFacts & { readonly id: string; readonly person: string; readonly personName: string | null };

/** Everybody who may open this record, first who has been able to for longest; and the clinics that treat the patient. */
export async function accessGiven(record: OpenRecord<'proxies'>, policy: AccessPolicy): Promise<AccessGiven> {
  const { organisation, owner, tx, at } = record;
  tx.rescope({ scope: 'grants', organisation, patient: owner.id });
  const people = await grantsOf(record);
  const clinics = await clinicsOf(record);
  tx.rescope(recordScope(record));
  return {
    people: people.flatMap((row) => givenNow(record, row, policy) ?? []),
    clinics: clinics.map(({ clinic, until }) => ({ clinic, lastDay: until === null ? undefined : dayBefore(until) })),
  };

  function givenNow(open: OpenRecord, row: GrantRow, rules: AccessPolicy): GivenAccess | undefined {
    const begun = row.from <= at;
    const decision = decideGranted(open.owner, row, rules, begun ? at : row.from);
    if (!decision.allowed) return undefined;
    const { family, prefix = null, initials = null, given = null } = row;
    return {
      id: row.id,
      name: family == null ? (row.personName ?? undefined) : fullName({ family, prefix, initials, given }),
      you: open.viewer.kind === 'person' && open.viewer.person === row.person,
      basis: row.basis,
      held: decision.held,
      from: row.from,
      begun,
      lastDay: lastDayOf(row, open.owner.birthDate, rules),
    };
  }
}

async function grantsOf({ db, organisation, owner }: OpenRecord): Promise<GrantRow[]> {
  const { rows } = await sql<GrantRow>`
    SELECT g.id, g.person_id AS person, g.basis, g.rights, g.valid_from AS "from", g.valid_until AS until,
      n.name AS "personName", p.family_name AS family, p.family_prefix AS prefix, p.initials, p.given_name AS given
    FROM access_grant g
    JOIN person n ON n.organisation_id = g.organisation_id AND n.id = g.person_id
    LEFT JOIN patient p ON p.organisation_id = g.organisation_id AND p.person_id = g.person_id
    WHERE g.organisation_id = ${organisation}::uuid AND g.patient_id = ${owner.id}::uuid AND g.ended_at IS NULL
    ORDER BY g.valid_from, g.id`.execute(db);
  return rows;
}

async function clinicsOf({ db, organisation, owner, at }: OpenRecord) {
  const { rows } = await sql<{ clinic: string; until: Date | null }>`
    SELECT t.clinic, CASE WHEN bool_or(t.valid_until IS NULL) THEN NULL ELSE max(t.valid_until) END AS until
    FROM treatment_relation t
    WHERE t.organisation_id = ${organisation}::uuid AND t.patient_id = ${owner.id}::uuid
      AND t.valid_from <= ${at}::timestamptz AND (t.valid_until IS NULL OR t.valid_until > ${at}::timestamptz)
    GROUP BY t.clinic ORDER BY t.clinic`.execute(db);
  return rows;
}

/** An end is the first moment without access: the day of the moment before it is the last one. */
const dayBefore = (end: Date): CalendarDate => dateIn(new Date(end.getTime() - 1));

function lastDayOf(
  { basis, from, until }: GrantFacts,
  birthDate: CalendarDate | null,
  policy: AccessPolicy,
): CalendarDate | undefined {
  const byAge =
    basis === 'parent' && birthDate !== null ? parentAccessLastDay(birthDate, policy, dateIn(from)) : undefined;
  const arranged = until === null ? undefined : dayBefore(until);
  return [byAge, arranged].filter((day) => day !== undefined).sort()[0];
}
