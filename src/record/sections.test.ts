import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FhirResource } from '../ehr/json';
import { placeOf } from '../ehr/rooms';
import { texts } from '../platform/i18n';
import { Names } from '../zib';
import type { Fact } from './fact';
import { groupsOf, type OwnEntry, ownTypes, sectionOf, sections } from './sections';

const at = new Date('2026-11-23T09:00:00Z');
const reader = { t: texts('nl'), names: new Names(new Map()), at };

let made = 0;
/** An entry as the store gives it, of a resource of the test. */
function entry(content: Readonly<Record<string, unknown>>, row: Partial<OwnEntry> = {}): OwnEntry {
  const id = `00000000-0000-7000-8000-${String(made++).padStart(12, '0')}`;
  return {
    id,
    type: content.resourceType,
    title: null,
    status: null,
    code: null,
    effectiveAt: null,
    effectiveOn: null,
    content,
    source: 'test',
    receivedAt: at,
    location: null,
    encounterId: null,
    partOf: null,
    visibleFrom: at,
    keptFrom: [],
    ...row,
  } as OwnEntry;
}

const words = (value: Fact['title'] | undefined) => (typeof value === 'object' ? value.text : value);
/** 'heading: title | when | lines' of what a section shows. */
const shown = (id: Parameters<typeof sectionOf>[0], ...entries: OwnEntry[]) =>
  groupsOf(sectionOf(id), entries, reader).flatMap(({ id: heading, facts }) =>
    facts.map(({ title, value, when, tag, lines, notes }) =>
      [
        `${heading}: ${words(title)}`,
        words(value),
        when,
        tag?.label,
        ...lines.map(({ label, values }) => `${words(label)} = ${values.map(words).join('; ')}`),
        ...notes,
      ]
        .filter(Boolean)
        .join(' | ')
        .replaceAll('\u00a0', ' '),
    ),
  );

const clinical = (code: string) => ({ coding: [{ code }] });
const condition = (more: object) => entry({ resourceType: 'Condition', code: { text: 'Astma' }, ...more });

describe('DO-02 health problems', () => {
  test('now and in the past, with what is known of their beginning and end', () => {
    expect(
      shown(
        'problems',
        condition({ onsetDateTime: '2014', clinicalStatus: clinical('active') }),
        condition({ onsetDateTime: '1990', abatementDateTime: '1999-05' }),
        condition({ clinicalStatus: clinical('resolved') }),
        condition({ clinicalStatus: clinical('recurrence'), onsetAge: { value: 6, unit: 'jaar' } }),
        condition({ verificationStatus: clinical('provisional') }),
      ),
    ).toEqual([
      'current: Astma | Sinds 2014',
      'current: Astma | Begonnen: op een leeftijd van 6 jaar | Teruggekomen',
      'current: Astma | Nog niet zeker',
      'past: Astma | Begonnen: 1990. Voorbij: mei 1999.',
      'past: Astma',
    ]);
  });

  test('what was refuted is no problem; a legal situation stands with how somebody lives', () => {
    const refuted = condition({ verificationStatus: clinical('refuted') });
    const legal = condition({ category: [{ coding: [{ code: '303186005' }] }], code: { text: 'OTS' } });
    expect(sections.flatMap(({ id }) => shown(id, refuted))).toEqual([]);
    expect(shown('problems', legal)).toEqual([]);
    expect(shown('life', legal)).toEqual(['legal: OTS']);
  });
});

describe('DO-02 allergies', () => {
  const allergy = (more: object) => entry({ resourceType: 'AllergyIntolerance', code: { text: 'Noten' }, ...more });

  test('with reaction and how serious, in words', () => {
    const reaction = [
      { manifestation: [{ text: 'jeuk' }], description: 'jeukende mond', severity: 'mild', onset: '2011' },
    ];
    expect(shown('allergies', allergy({ criticality: 'high', category: ['food'], reaction }))).toEqual([
      'allergies: Noten | Let op | Reactie op 2011 = jeuk; jeukende mond; licht | Hoe ernstig = Kan gevaarlijk zijn | Soort = Voedsel',
    ]);
  });

  test('no known allergies is said as such, refuted ones are not said at all', () => {
    const none = allergy({ code: { coding: [{ code: '716186003', display: 'geen bekende allergie' }] } });
    expect(shown('allergies', none)).toEqual(['none-known: geen bekende allergie']);
    expect(shown('allergies', allergy({ verificationStatus: clinical('refuted') }))).toEqual([]);
    expect(shown('allergies', allergy({ clinicalStatus: clinical('resolved'), criticality: 'high' }))[0]).toMatch(
      /^past-allergies: Noten \| Hoe ernstig/,
    );
  });
});

describe('DO-02 history, vaccinations, alerts, devices', () => {
  test('what was called off or is still planned did not happen', () => {
    const procedure = (status: string) => entry({ resourceType: 'Procedure', status, code: { text: status } });
    expect(shown('history', ...['completed', 'not-done', 'preparation', 'stopped'].map(procedure))).toEqual([
      'coming-procedures: preparation | Gepland',
      'procedures: completed',
      'procedures: stopped | Gestopt',
    ]);
  });

  test('admissions and visits', () => {
    const encounter = (code: string, status = 'finished', more = {}) =>
      entry({
        resourceType: 'Encounter',
        status,
        class: { code },
        period: { start: '2026-11-03', end: '2026-11-04' },
        ...more,
      });
    expect(
      shown(
        'history',
        encounter('IMP'),
        encounter('AMB', 'finished', { type: [{ text: 'Controle' }] }),
        encounter('EMER'),
        encounter('AMB', 'planned'),
        encounter('IMP', 'in-progress', { period: { start: '2026-11-22' } }),
      ),
    ).toEqual([
      'admissions: Opname in het ziekenhuis | van 3 november 2026 tot en met 4 november 2026',
      'admissions: Opname in het ziekenhuis | sinds 22 november 2026 | Nu',
      'visits: Controle | van 3 november 2026 tot en met 4 november 2026',
      'visits: Spoedeisende hulp | van 3 november 2026 tot en met 4 november 2026',
    ]);
  });

  test('a vaccine that was not given says so and why', () => {
    const given = { resourceType: 'Immunization', vaccineCode: { text: 'BMR' }, occurrenceDateTime: '2020-05-01' };
    expect(
      shown(
        'vaccinations',
        entry({ ...given, status: 'completed', protocolApplied: [{ doseNumberPositiveInt: 2 }] }),
        entry({ ...given, status: 'not-done', statusReason: { text: 'koorts' } }),
      ),
    ).toEqual([
      'given: BMR | 1 mei 2020 | Prik nummer = 2',
      'not-given: BMR | 1 mei 2020 | Niet gegeven | Waarom niet = koorts',
    ]);
  });

  test('an alert that ended is one of the past', () => {
    const flag = (more: object) => entry({ resourceType: 'Flag', code: { text: 'MRSA' }, status: 'active', ...more });
    expect(shown('alerts', flag({}), flag({ period: { end: '2020-01-01' } }), flag({ status: 'inactive' }))).toEqual([
      'alerts: MRSA | Let op',
      'past-alerts: MRSA | tot en met 1 januari 2020',
      'past-alerts: MRSA',
    ]);
  });

  test('a device is told once: with how it is used', () => {
    const device = entry({ resourceType: 'Device', type: { text: 'pacemaker' }, serialNumber: 'S77' });
    const use = entry({
      resourceType: 'DeviceUseStatement',
      status: 'active',
      device: { reference: `Device/${device.id}` },
      timingPeriod: { start: '2004-02-10' },
    });
    expect(shown('devices', use, device)).toEqual(['in-use: pacemaker | sinds 10 februari 2004 | Serienummer = S77']);
    expect(shown('devices', device)).toEqual(['in-use: pacemaker | Serienummer = S77']);
    const request = entry({ resourceType: 'DeviceRequest', status: 'active', codeCodeableConcept: { text: 'Bed' } });
    expect(shown('devices', request)).toEqual(['requested: Bed | Aangevraagd']);
  });
});

describe('DO-02 measurements', () => {
  const loinc = (code: string, display = code) => ({ coding: [{ system: 'http://loinc.org', code, display }] });
  const observation = (more: object, row: Partial<OwnEntry> = {}) =>
    entry({ resourceType: 'Observation', status: 'final', effectiveDateTime: '2026-11-01', ...more }, row);

  test('a blood pressure reads as everybody writes it', () => {
    const part = (code: string, value: number) => ({ code: loinc(code), valueQuantity: { value, unit: 'mmHg' } });
    const pressure = observation({
      code: { text: 'Bloeddruk', ...loinc('85354-9') },
      component: [part('8480-6', 125), part('8462-4', 75)],
    });
    expect(shown('measurements', pressure)[0]).toMatch(/^vital: Bloeddruk \| 125\/75 mmHg \| 1 november 2026/);
  });

  test('members of a panel stand under it, once', () => {
    const panel = observation({ code: { text: 'Wond' } });
    const depth = observation(
      { code: loinc('39127-6', 'Diepte'), valueQuantity: { value: 1, unit: 'cm' } },
      { partOf: panel.id },
    );
    const [group] = groupsOf(sectionOf('measurements'), [panel, depth], reader);
    expect(group?.facts.map(({ parts }) => parts.map(({ title }) => words(title)))).toEqual([['Diepte']]);
    expect(shown('measurements', depth)).toHaveLength(1);
  });

  test('an unknown code falls under its category, else under other observations', () => {
    const category = (code: string) => [{ coding: [{ code }] }];
    expect(shown('measurements', observation({ code: { text: 'Iets' } }))).toEqual(['other: Iets | 1 november 2026']);
    expect(shown('life', observation({ code: { text: 'Hond' }, category: category('social-history') }))).toEqual([
      'life-other: Hond | 1 november 2026',
    ]);
  });
});

const fixtures = join(import.meta.dirname, '../../../shared/fixtures/nl-core-r4-examples/json');
const absent = !existsSync(fixtures);

describe.skipIf(absent)(`the published nl-core examples${absent ? ' (skipped: shared fixtures absent)' : ''}`, () => {
  const all: FhirResource[] = absent
    ? []
    : readdirSync(fixtures).map((file) => JSON.parse(readFileSync(join(fixtures, file), 'utf8')) as FhirResource);
  const own = all.filter(
    (resource) => placeOf(resource) === 'record' && ownTypes.some((type) => type === resource.resourceType),
  );
  const soep = ['255362007', '260224007', '129265001'];

  test.each(own.map((resource) => [resource.id as string, resource] as const))(
    'DO-02 %s has its place and reads in words',
    (_, resource) => {
      const one = entry(resource);
      const facts = sections.flatMap((section) => groupsOf(section, [one], reader)).flatMap((group) => group.facts);
      if (soep.some((code) => JSON.stringify(resource.code ?? '').includes(`"${code}"`)))
        return expect(facts).toEqual([]);
      expect(facts.length).toBeGreaterThan(0);
      for (const { title, lines } of facts) {
        expect(words(title)).toMatch(/\p{L}/u);
        for (const { values } of lines) for (const value of values) expect(words(value)).not.toBe('');
      }
    },
  );
});
