import { between, chance, pick } from '../dice';
import type { Ailment } from './ailment';
import { bloods } from './bloods';
import { type Appointment, begin, type Care, clinicName, type Doctor, onWorkingDay, remedies, time } from './shared';

/** An episode with its contacts, and what comes of them. */
export function gpCare(care: Care, ailment: Ailment): void {
  const { person, random, place } = care;
  const since = Math.max(begin(care, ailment), ailment.chronic ? -3000 : -900);
  const over = !ailment.chronic && since < -60;
  const [doctor, ...others] = place.providers.get('praktijk') ?? [];
  const by = chance(random, 0.7) ? doctor?.id : (others[0]?.id ?? doctor?.id);
  const until = over ? Math.min(-20, since + between(random, 14, 60)) : undefined;
  const count = ailment.chronic ? between(random, 2, 7) : between(random, 1, 3);
  const last = until ?? -2;
  const days = Array.from({ length: count }, (_, index) =>
    onWorkingDay(care, Math.round(since + ((last - since) * index) / Math.max(1, count))),
  ).filter((day) => day > -2200 && day < 0);
  const told = ailment.notes ?? [];
  person.episodes.push({
    title: ailment.text,
    icpc: ailment.icpc,
    icpcText: ailment.icpcText,
    since,
    ...(until === undefined ? {} : { until }),
    attention: ailment.chronic,
    notes: days.map((day) => {
      const [s, o, p] = pick(random, told);
      return { day, time: time(random), kind: chance(random, 0.75) ? 'visit' : 'phone', s, o, e: ailment.text, p, by };
    }),
  });
  for (const day of days.filter((one) => one > -500).slice(-2)) person.appointments.push(gpVisit(care, day, doctor));
  if (!over && chance(random, 0.35))
    person.appointments.push(gpVisit(care, onWorkingDay(care, between(random, 1, 60)), doctor));
  remedies(care, ailment, { since: Math.min(-1, days[0] ?? since), by: doctor?.id });
  bloods(
    care,
    { ...ailment, every: (ailment.every ?? 200) * 1.6 },
    { from: Math.max(since, -1500), until: until ?? -2, orderedBy: 'own' },
  );
  if (ailment.clinics.length > 0 && chance(random, 0.25))
    person.referrals.push({
      day: days[0] ?? since,
      to: `${clinicName(ailment.clinics[0] ?? '')}, ziekenhuis`,
      why: ailment.text,
      status: over ? 'completed' : 'active',
      from: doctor?.shown,
    });
}

const gpVisit = ({ random }: Care, day: number, doctor: Doctor | undefined): Appointment => ({
  day,
  time: time(random),
  minutes: 10,
  clinic: 'praktijk',
  title: 'Spreekuur',
  ...(doctor === undefined ? {} : { with: doctor.shown }),
  kind: chance(random, 0.85) ? 'visit' : 'phone',
});
