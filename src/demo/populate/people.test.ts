import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FhirResource } from '../../ehr';
import { loadProfiles } from '../../ehr/profiles';
import { refusalOf } from '../../ehr/validate';
import { organisationPolicy } from '../../organisations';
import { isDemoBsn } from '../../people';
import { clockTime, dateIn, isWorkingDay } from '../../platform/time';
import { loadPreset } from '../../policies';
import { personResources } from '../build';
import { demoOrganisations, describe as described, type Person, tests } from '../describe';
import { dice } from '../dice';
import { people, placeOf, townsOf, WITH_BSN } from './people';

const TODAY = '2026-11-23';
const archive = join(import.meta.dirname, '../../../../shared/fixtures/nl-core-r4-profiles/snapshots-nl-core.tar.gz');
const absent = !existsSync(archive);

function made(slug: string, count: number, today = TODAY): readonly Person[] {
  const about = organisationPolicy.of(loadPreset(slug));
  return [...people(count, placeOf(about, described(slug), today), townsOf(about))].flat();
}

const resourcesOf = (slug: string, list: readonly Person[]): FhirResource[] => {
  const { providers } = described(slug);
  return list.flatMap((person) => personResources(person, { today: TODAY, organisation: slug, providers }));
};

const everywhere = demoOrganisations.map((slug) => {
  const list = made(slug, 250);
  return { slug, list, resources: resourcesOf(slug, list) };
});
const all = everywhere.flatMap(({ resources }) => resources);
/** A thousand of all, by chance that is the same every time. */
const thousand = (() => {
  const random = dice('steekproef');
  return Array.from({ length: 1_000 }, () => all[Math.floor(random() * all.length)] as FhirResource);
})();

const of = (type: string): readonly Record<string, unknown>[] =>
  all.filter(({ resourceType }) => resourceType === type) as readonly Record<string, unknown>[];

describe('the thousands of the demonstration', () => {
  test.each(demoOrganisations)('are the same people at %s, however many are asked for', (slug) => {
    const few = made(slug, 40);
    expect(few).toHaveLength(40);
    expect(made(slug, 40)).toEqual(few);
    expect(made(slug, 90).slice(0, 39)).toEqual(few.slice(0, 39));
    expect(new Set(made(slug, 90).map(({ number }) => number)).size).toBe(90);
  });

  test('are others on another day and at another organisation', () => {
    expect(made('duinzicht', 40)).not.toEqual(made('maasoever', 40));
    expect(made('duinzicht', 40)).not.toEqual(made('duinzicht', 40, '2026-11-24'));
  });

  test('IN-03 have BSNs of nobody, each another, and later ones none', () => {
    const numbers = everywhere.flatMap(({ list }) => list.flatMap(({ bsn }) => bsn ?? []));
    expect(numbers).toHaveLength(1_000);
    expect(numbers.every(isDemoBsn)).toBe(true);
    const fixed = new Set(demoOrganisations.flatMap((slug) => described(slug).people.map(({ bsn }) => bsn)));
    expect(numbers.filter((bsn) => fixed.has(bsn))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    const late = made('drecht', WITH_BSN + 5).slice(WITH_BSN);
    expect(late.map(({ bsn }) => bsn)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  }, 30_000);

  test('live together like families: children are younger than their parents and share name or address', () => {
    for (const { list } of everywhere) {
      const homes = Map.groupBy(list, ({ id }) => id.split('-')[0]);
      for (const home of homes.values()) {
        expect(new Set(home.map(({ address }) => JSON.stringify(address))).size).toBe(1);
        for (const child of home)
          for (const { relation, name } of child.contacts.filter((one) => one.relation === 'parent')) {
            const parent = home.find((one) => one.name === name);
            expect(relation).toBe('parent');
            if (parent !== undefined)
              expect(Number(parent.born.slice(0, 4)) + 17).toBeLessThan(Number(child.born.slice(0, 4)));
          }
      }
    }
  });

  test('AP-01 have appointments on working days in office hours, and past ones behind them', () => {
    for (const { start, end, status, id } of of('Appointment')) {
      const begin = new Date(String(start));
      const hour = Number(clockTime(begin).slice(0, 2));
      expect(isWorkingDay(dateIn(begin)), String(id)).toBe(true);
      // For an operation or admission people come at half past seven.
      expect(hour, String(id)).toBeGreaterThanOrEqual(7);
      expect(hour, String(id)).toBeLessThan(18);
      expect(Date.parse(String(end))).toBeGreaterThan(begin.getTime());
      expect(status === 'booked' ? dateIn(begin) > TODAY : dateIn(begin) < TODAY, String(id)).toBe(true);
    }
  });

  test('RE-01 have values with ranges, most of them within, and what is outside marked as such', () => {
    const measured = of('Observation').filter(({ referenceRange }) => referenceRange !== undefined);
    let normal = 0;
    for (const { valueQuantity, referenceRange, interpretation, id } of measured) {
      const { value } = valueQuantity as { value: number };
      const [{ low, high }] = referenceRange as [{ low?: { value: number }; high?: { value: number } }];
      const inside = value >= (low?.value ?? 0) && value <= (high?.value ?? Number.POSITIVE_INFINITY);
      const said = JSON.stringify(interpretation).includes('"code":"N"');
      expect(said, String(id)).toBe(inside);
      if (inside) normal++;
    }
    expect(normal / measured.length).toBeGreaterThan(0.4);
    expect(normal / measured.length).toBeLessThan(0.95);
  });

  test('RE-07 are measured in series that go somewhere', () => {
    const catalogue = tests();
    const treated = everywhere
      .flatMap(({ list }) => list)
      .filter(({ problems, episodes }) => JSON.stringify([problems, episodes]).includes('Diabetes'))
      .map(({ measured }) => measured.flatMap(({ tests: { hba1c } }) => (typeof hba1c === 'number' ? [hba1c] : [])))
      .filter((values) => values.length >= 4);
    expect(treated.length).toBeGreaterThan(10);
    const falling = treated.filter((values) => (values.at(-1) ?? 0) < (values[0] ?? 0));
    expect(falling.length / treated.length).toBeGreaterThan(0.8);
    expect(catalogue.hba1c?.range?.all).toEqual([20, 42]);
  });

  test('have nothing before they were born and nothing done in the future', () => {
    for (const { list } of everywhere)
      for (const { born, measured, visits, procedures, letters, vaccinations, id } of list) {
        const days = [
          ...measured.map(({ day }) => day),
          ...visits.map(({ from }) => from[0]),
          ...letters.map(({ day }) => day),
        ];
        for (const day of days) expect(day, id).toBeLessThan(0);
        const dated = [...procedures, ...vaccinations].flatMap(({ day }) => (typeof day === 'string' ? [day] : []));
        for (const day of dated) {
          expect(day >= born.slice(0, day.length), `${id} ${born} ${day}`).toBe(true);
          expect(day <= TODAY.slice(0, day.length), `${id} ${day}`).toBe(true);
        }
      }
  });

  test('differ in size as people do', () => {
    for (const { slug, resources } of everywhere) {
      const ofOne = Map.groupBy(resources, ({ id }) => String(id).split('-', 2).join('-'));
      const sizes = [...ofOne.values()].map(({ length }) => length).sort((a, b) => a - b);
      const [low = 0, middle = 0, high = 0] = [0.1, 0.5, 0.98].map((share) => sizes[Math.floor(share * sizes.length)]);
      expect(low, slug).toBeLessThan(middle * 0.6);
      expect(high, slug).toBeGreaterThan(middle * 2.5);
    }
  });

  test('EH-01 a thousand of their resources are FHIR R4 as the import takes it', () => {
    const refused = thousand.flatMap((resource) => {
      const refusal = refusalOf(resource);
      return refusal === undefined ? [] : [{ type: resource.resourceType, id: resource.id, ...refusal }];
    });
    expect(refused).toEqual([]);
  }, 30_000);
});

describe.skipIf(absent)(`against nl-core${absent ? ' (skipped: shared fixtures absent)' : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'inzage-populate-'));
  let deviations: Awaited<ReturnType<typeof loadProfiles>>;
  beforeAll(async () => {
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    deviations = await loadProfiles(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('EH-01 the same thousand depart from none of the profiles that they name', () => {
    const departing = thousand.flatMap((resource) =>
      deviations(resource).map((what) => `${resource.resourceType}/${String(resource.id)} ${what}`),
    );
    expect(departing).toEqual([]);
  }, 60_000);
});
