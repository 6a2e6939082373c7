/** A clinic's day, through the worklist door. */
import type { AppointmentTable } from '../../db/schema';
import type { OpenWorklist } from '../access';
import type { NameParts } from '../people';
import { addDays, type CalendarDate, startOfDay } from '../platform/time';

type DayStatus = Exclude<AppointmentTable['status'], 'entered-in-error'>;

export interface DayAppointment {
  readonly id: string;
  readonly patient: string;
  readonly name: NameParts;
  readonly birthDate: CalendarDate | null;
  readonly number: string;
  readonly title: string;
  readonly practitioner: string | null;
  readonly kind: AppointmentTable['kind'];
  readonly status: DayStatus;
  readonly startsAt: Date;
}

/** No clinic sees more patients in a day; a day that does not fit would be a mistake in a feed. */
const mostOfADay = 500;

/** The appointments of one day at the open clinic, in order of time. What was cancelled, only proposed or a mistake is left out. */
export async function appointmentsOn(worklist: OpenWorklist, day: CalendarDate): Promise<DayAppointment[]> {
  const rows = await worklist.db
    .selectFrom('appointment as a')
    .innerJoin('patient as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.patient_id'),
    )
    .select([
      'a.id',
      'a.patient_id as patient',
      'p.family_name as family',
      'p.family_prefix as prefix',
      'p.initials',
      'p.given_name as given',
      'p.birth_date as birthDate',
      'p.number',
      'a.title',
      'a.practitioner',
      'a.kind',
      'a.status',
      'a.starts_at as startsAt',
    ])
    .where('a.organisation_id', '=', worklist.organisation)
    .where('a.clinic', '=', worklist.clinic)
    .where('a.starts_at', '>=', startOfDay(day))
    .where('a.starts_at', '<', startOfDay(addDays(day, 1)))
    .where('a.status', 'not in', ['cancelled', 'proposed', 'entered-in-error'])
    .$narrowType<{ status: DayStatus }>()
    .orderBy('a.starts_at')
    .orderBy('a.id')
    .limit(mostOfADay)
    .execute();
  return rows.map(({ family, prefix, initials, given, ...row }) => ({
    ...row,
    name: { family, prefix, initials, given },
  }));
}
