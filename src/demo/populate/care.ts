/** How a hospital cares for an ailment: referral, visits, blood, reports, an operation, letters, a plan. */
import { rounded } from '../course';
import { around, between, chance, pick } from '../dice';
import type { Ailment } from './ailment';
import { bloods, reports } from './bloods';
import { type Appointment, begin, type Care, clinicName, type Doctor, onWorkingDay, remedies, time } from './shared';

export function hospitalCare(care: Care, ailment: Ailment): void {
  const { person, random, place } = care;
  const clinic = ailment.clinics.find((one) => place.clinics.includes(one));
  if (clinic === undefined) return;
  const since = begin(care, ailment);
  const over = !ailment.chronic && since < -240;
  const doctor = pick(random, place.providers.get(clinic) ?? [undefined]);
  const by = doctor?.id;
  const problem = person.problems.length;
  person.problems.push({
    text: ailment.text,
    snomed: ailment.snomed,
    since,
    ...(over ? { until: since + between(random, 60, 200) } : {}),
    kind: 'diagnosis',
    by,
  });
  const first = onWorkingDay(care, Math.min(-3, since + between(random, 7, 40)));
  if (ailment.emergency !== undefined && chance(random, 0.5) && place.clinics.includes('spoed'))
    emergency(care, ailment, since);
  else if (since > -2600)
    person.referrals.push({
      day: since,
      to: clinicName(clinic),
      why: ailment.text,
      status: over ? 'completed' : 'active',
    });
  const until = ailment.chronic ? 0 : Math.min(0, since + 200);
  const days = visits(care, ailment, { clinic, first, until, doctor });
  remedies(care, ailment, { since: first, by });
  bloods(care, ailment, { from: Math.max(first, -1300), until: Math.min(-2, until), orderedBy: 'own' });
  reports(care, ailment, days);
  operation(care, ailment, { clinic, after: first, by, until });
  letters(care, ailment, days, by);
  plan(care, ailment, { since: first, problem, by });
}

interface Seen {
  readonly clinic: string;
  readonly first: number;
  readonly until: number;
  readonly doctor: Doctor | undefined;
}

/** Visits of the last years, and most often one to come. Answers the days of those that were. */
function visits(care: Care, ailment: Ailment, { clinic, first, until, doctor }: Seen): readonly number[] {
  const { person, random } = care;
  const every = ailment.chronic ? between(random, 120, 340) : between(random, 14, 45);
  const days: number[] = [];
  for (let day = Math.max(first, -900); day < until && days.length < 6; day += every + between(random, -9, 20))
    days.push(onWorkingDay(care, Math.min(-1, day)));
  for (const day of days) person.appointments.push(seen(care, ailment, clinic, day, doctor));
  const coming = ailment.chronic ? chance(random, 0.75) : until === 0 && chance(random, 0.8);
  if (coming)
    person.appointments.push({
      ...made(care, ailment, clinic, onWorkingDay(care, between(random, 2, ailment.chronic ? 150 : 40)), doctor),
      instructions: pick(random, INSTRUCTIONS),
    });
  return days;
}

const INSTRUCTIONS = [
  'Neem uw identiteitsbewijs mee.',
  'Neem een lijst van uw medicijnen mee.',
  'Laat een week van tevoren bloed prikken.',
  'Kom tien minuten eerder.',
] as const;

function made(
  { random }: Care,
  ailment: Ailment,
  clinic: string,
  day: number,
  doctor: Doctor | undefined,
): Appointment {
  const kind = chance(random, 0.8) ? 'visit' : chance(random, 0.7) ? 'phone' : 'video';
  return {
    day,
    time: time(random),
    minutes: kind === 'visit' ? pick(random, [10, 15, 20, 30]) : 10,
    clinic,
    title: pick(random, ailment.visits),
    ...(doctor === undefined ? {} : { with: doctor.shown }),
    kind,
  };
}

function seen(care: Care, ailment: Ailment, clinic: string, day: number, doctor: Doctor | undefined): Appointment {
  const { random } = care;
  const visit = made(care, ailment, clinic, day, doctor);
  if (chance(random, 0.06)) return { ...visit, status: chance(random, 0.7) ? 'cancelled' : 'noshow' };
  if (day < -800 || ailment.told.length === 0 || !chance(random, 0.6)) return visit;
  return {
    ...visit,
    summary: {
      by: doctor?.id,
      sections: [
        { title: 'Waarom u kwam', text: `${visit.title}.` },
        { title: 'Wat we bespraken', text: pick(random, ailment.told) },
        { title: 'Afspraken', text: pick(random, ailment.agreed) },
      ],
    },
  };
}

function emergency({ person, random }: Care, ailment: Ailment, day: number): void {
  const id = `seh-${person.visits.length}`;
  const hour = between(random, 9, 19);
  person.visits.push({
    id,
    class: 'EMER',
    clinic: 'spoed',
    title: 'Spoedeisende hulp',
    from: [day, `${String(hour).padStart(2, '0')}:15`],
    until: [day, `${hour + 3}:40`],
  });
  person.measurements.push({
    day,
    time: `${String(hour).padStart(2, '0')}:25`,
    pressure: [Math.round(142 + 14 * around(random)), Math.round(86 + 8 * around(random))],
    pulse: Math.round(92 + 14 * around(random)),
    temperature: rounded(37.4 + 0.7 * around(random), 1),
    saturation: between(random, 92, 99),
  });
  person.letters.push({
    day,
    time: `${hour + 3}:55`,
    title: 'Brief van de spoedeisende hulp',
    kind: 'sections',
    visit: id,
    sections: [
      { title: 'Waarom u kwam', text: `${ailment.emergency ?? ailment.text}.` },
      { title: 'Conclusie', text: `${ailment.text}.` },
      { title: 'Afspraken', text: 'Controle op de polikliniek. Bel de huisartsenpost als het erger wordt.' },
    ],
  });
}

/** An operation or treatment, with a night or more in hospital or without; of some it is still to come. */
function operation(
  care: Care,
  { operation: done, text }: Ailment,
  { clinic, after, by, until }: { clinic: string; after: number; by: string | undefined; until: number },
): void {
  const { person, random, place } = care;
  if (done === undefined || !chance(random, done.share)) return;
  const doctor = place.providers.get(clinic)?.find(({ id }) => id === by);
  const shown = doctor === undefined ? {} : { with: doctor.shown };
  const length =
    done.nights > 0
      ? { kind: 'admission' as const, minutes: done.nights * 1440 + 480, place: 'Verpleegafdeling C3' }
      : { kind: 'operation' as const, minutes: 240 };
  const planned = { ...length, clinic, title: done.text, time: '07:30', ...shown };
  if (until === 0 && chance(random, 0.2)) {
    const day = onWorkingDay(care, between(random, 5, 80));
    person.appointments.push({ ...planned, day, instructions: 'Eet niets vanaf middernacht. Water mag tot 6 uur.' });
    return;
  }
  const day = onWorkingDay(care, Math.min(-done.nights - 4, after + between(random, 10, 60)));
  const id = `opname-${person.visits.length}`;
  const discharged = day + done.nights;
  person.appointments.push({ ...planned, day });
  person.visits.push({
    id,
    class: done.nights > 0 ? 'IMP' : 'AMB',
    clinic,
    title: done.nights > 0 ? `Opname: ${lower(done.text)}` : done.text,
    from: [day, '07:30'],
    until: [discharged, '15:30'],
  });
  person.procedures.push({ text: done.text, snomed: done.snomed, day, visit: id, by });
  person.letters.push({
    day: discharged,
    time: '16:00',
    title: done.nights > 0 ? 'Ontslagbrief' : 'Brief na uw behandeling',
    kind: chance(random, 0.25) ? 'pdf' : 'sections',
    visit: id,
    by,
    sections: [
      { title: 'Reden', text: `${text}.` },
      { title: 'Behandeling', text: `${done.text}. Zonder problemen verlopen.` },
      { title: 'Afspraken', text: 'Controle op de polikliniek. Bel bij koorts, pijn of bloed.' },
    ],
  });
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function letters({ person, random }: Care, ailment: Ailment, days: readonly number[], by: string | undefined): void {
  for (const day of days.filter((_, place) => place === 0 || chance(random, 0.3)).slice(0, 4))
    person.letters.push({
      day,
      time: '16:20',
      title: 'Brief aan uw huisarts',
      kind: pick(random, ['sections', 'sections', 'sections', 'text', 'consult'] as const),
      by,
      to: 'uw huisarts',
      sections: [
        { title: 'Reden', text: `${pick(random, ailment.visits)}.` },
        { title: 'Bevindingen', text: ailment.told.length === 0 ? 'Geen bijzonderheden.' : pick(random, ailment.told) },
        { title: 'Beleid', text: ailment.agreed.length === 0 ? 'Controle zo nodig.' : pick(random, ailment.agreed) },
      ],
    });
}

function plan(
  { person }: Care,
  { goals, actions, text, chronic }: Ailment,
  { since, problem, by }: { since: number; problem: number; by: string | undefined },
): void {
  if (goals === undefined) return;
  person.plans.push({
    title: text,
    since,
    status: chronic ? 'active' : 'completed',
    problem,
    by,
    goals: goals.map((goal, place) => ({ text: goal, by: 90 + place * 60, reached: false })),
    actions: (actions ?? []).map((action) => ({ text: action, status: 'in-progress' as const })),
  });
}
