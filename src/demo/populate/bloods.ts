/** What laboratories and examinations find, at an ailment's pace. */
import { rounded, valueAt } from '../course';
import { tests } from '../describe';
import { between, chance, pick } from '../dice';
import type { Ailment } from './ailment';
import { type Care, onWorkingDay, time } from './shared';

export interface Drawn {
  readonly from: number;
  readonly until: number;
  readonly orderedBy: 'own' | 'gp';
}

/** Blood at the ailment's pace, each value on its way from where it began to where treatment brings it. */
export function bloods(care: Care, ailment: Ailment, { from, until, orderedBy }: Drawn): void {
  const { person, random, who } = care;
  const names = Object.entries(ailment.tests ?? {});
  if (names.length === 0 || until <= from) return;
  const catalogue = tests();
  const every = Math.max(ailment.every ?? 180, (until - from) / 16);
  for (let day = from; day <= until; day += every + between(random, -4, 4)) {
    const on = onWorkingDay(care, Math.round(Math.min(until, day)));
    const share = Math.min(1, (on - from) / Math.max(1, until - from));
    const values = names.flatMap(([name, [begins, ends]]): [string, number][] => {
      const test = catalogue[name];
      const range = test?.range?.[who.sex] ?? test?.range?.all;
      if (test === undefined || range === undefined) return [];
      const [low, high] = [range[0] ?? 0, range[1] ?? (range[0] ?? 1) * 1.6];
      const at = (part: number) => low + (high - low) * part;
      const noise = (high - low) * 0.07;
      const value = valueAt(
        { from: at(begins), to: at(ends), noise, season: name === 'vitd' ? noise * 3 : 0 },
        share,
        on,
        random,
      );
      return [[name, rounded(Math.max(value, low * 0.4), test.decimals)]];
    });
    person.measured.push({
      day: on,
      time: `0${between(random, 7, 9)}:${pick(random, ['05', '20', '35', '50'])}`,
      title: 'Bloedonderzoek',
      status: 'final',
      orderedBy,
      decisions: [],
      tests: Object.fromEntries(values),
    });
  }
  if (ailment.culture === true) culture(care, from);
}

const BACTERIA = [
  'Escherichia coli, meer dan 100.000 per ml',
  'Klebsiella pneumoniae, meer dan 100.000 per ml',
  'Geen groei',
] as const;

/** What grew in urine, and what helps against it. */
function culture(care: Care, from: number): void {
  const { person, random } = care;
  const grown = pick(random, BACTERIA);
  const answers = ['amoxicilline', 'ciprofloxacine', 'cotrimoxazol', 'nitrofurantoine', 'trimethoprim'];
  person.measured.push({
    day: onWorkingDay(care, from),
    time: '10:40',
    title: 'Urinekweek',
    status: 'final',
    orderedBy: 'own',
    decisions: [],
    tests: { ucult: grown },
    culture: {
      material: { text: 'Urine', snomed: '78014005' },
      sensitivity:
        grown === 'Geen groei'
          ? {}
          : Object.fromEntries(answers.map((name) => [name, chance(random, 0.75) ? ('S' as const) : ('R' as const)])),
    },
  });
}

/** Reports of some of the visits. */
export function reports(care: Care, { report }: Ailment, days: readonly number[]): void {
  if (report === undefined) return;
  const { person, random } = care;
  for (const day of days.filter(() => chance(random, 0.35)).slice(0, 3))
    person.reports.push({
      day,
      time: time(random),
      kind: report.kind,
      title: report.title,
      text: pick(random, report.texts),
      status: 'final',
      orderedBy: 'own',
      decisions: [],
    });
}
