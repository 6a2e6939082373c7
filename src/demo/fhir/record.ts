/** What stands in the record itself: problems, allergies, what was done, what to mind, what was measured. */
import type { FhirResource } from '../../ehr';
import type { Person } from '../describe';
import { dayOf, moment, partialDate, roleOf, type Setting, subject } from '../setting';
import { type Coded, concept, EXT, given, HL7, LOINC, laterality, profile, quantity, SNOMED, snomed } from './base';

type Item<
  List extends 'problems' | 'allergies' | 'procedures' | 'vaccinations' | 'alerts' | 'devices' | 'measurements',
> = Person[List][number];

const status = (system: string, code: string) => ({ coding: [{ system: `${HL7}${system}`, code }] });

const KINDS: Record<Item<'problems'>['kind'], Coded> = {
  diagnosis: ['282291009', 'Interpretatie van diagnose'],
  complaint: ['409586006', 'Klacht'],
  finding: ['404684003', 'Klinische bevinding'],
};
const ICPC = 'http://hl7.org/fhir/sid/icpc-1-nl';

export function condition(person: Person, problem: Item<'problems'>, index: number, setting: Setting): FhirResource {
  const { text, snomed: code, since, until, kind, side, note, icpc, by } = problem;
  const coding = [{ system: SNOMED, code, display: text }];
  return {
    resourceType: 'Condition',
    id: `${person.id}-probleem-${index}`,
    meta: profile('Problem'),
    clinicalStatus: status('condition-clinical', until === undefined ? 'active' : 'resolved'),
    category: [concept(SNOMED, ...KINDS[kind])],
    code: { coding: icpc === undefined ? coding : [...coding, { system: ICPC, code: icpc, display: text }] },
    ...given('bodySite', side && [laterality(side)]),
    subject: subject(person),
    onsetDateTime: partialDate(setting, since),
    ...given('abatementDateTime', until === undefined ? undefined : partialDate(setting, until)),
    ...given('asserter', by === undefined ? undefined : roleOf(setting, by)),
    ...given('note', note === undefined ? undefined : [{ text: note }]),
  };
}

const ALLERGIES: Record<NonNullable<Item<'allergies'>['kind']>, Coded> = {
  medication: ['419511003', 'Neiging tot ongewenste reactie op geneesmiddel'],
  food: ['418471000', 'Neiging tot ongewenste reactie op voedsel'],
  environment: ['426232007', 'Allergie voor omgevingsfactor'],
  biologic: ['419199007', 'Allergie voor substantie'],
};

export function allergyIntolerance(
  person: Person,
  allergy: Item<'allergies'>,
  index: number,
  setting: Setting,
): FhirResource {
  const { kind, severe, reaction, note, since } = allergy;
  const specified = (code: string, display: string) => ({
    extension: [{ url: `${EXT}CodeSpecification`, valueCodeableConcept: concept(SNOMED, code, display) }],
  });
  return {
    resourceType: 'AllergyIntolerance',
    id: `${person.id}-allergie-${index}`,
    meta: profile('AllergyIntolerance'),
    clinicalStatus: status('allergyintolerance-clinical', 'active'),
    verificationStatus: status('allergyintolerance-verification', 'confirmed'),
    ...(kind === undefined ? {} : { category: [kind], _category: [specified(...ALLERGIES[kind])] }),
    ...(severe ? { criticality: 'high', _criticality: specified('24484000', 'Ernstig') } : {}),
    code: snomed(allergy),
    patient: subject(person),
    onsetDateTime: partialDate(setting, since),
    ...given('note', note === undefined ? undefined : [{ text: note }]),
    ...given('reaction', reaction && [{ manifestation: [snomed(reaction)], ...given('description', reaction.how) }]),
  };
}

export function procedure(person: Person, done: Item<'procedures'>, index: number, setting: Setting): FhirResource {
  const { day, side, note, visit, place, by } = done;
  return {
    resourceType: 'Procedure',
    id: `${person.id}-verrichting-${index}`,
    meta: profile('Procedure-event'),
    status: 'completed',
    code: snomed(done),
    subject: subject(person),
    ...(visit === undefined ? {} : { encounter: { reference: `Encounter/${person.id}-${visit}` } }),
    performedDateTime: partialDate(setting, day),
    ...given('performer', by === undefined ? undefined : [{ actor: roleOf(setting, by) }]),
    ...given('location', place === undefined ? undefined : { display: place }),
    ...given('bodySite', side && [laterality(side)]),
    ...given('note', note === undefined ? undefined : [{ text: note }]),
  };
}

export function immunization(
  person: Person,
  { text, atc, day, note }: Item<'vaccinations'>,
  index: number,
  setting: Setting,
): FhirResource {
  return {
    resourceType: 'Immunization',
    id: `${person.id}-vaccinatie-${index}`,
    meta: profile('Vaccination-event'),
    status: 'completed',
    vaccineCode: { coding: [{ system: 'http://www.whocc.no/atc', code: atc, display: text }], text },
    patient: subject(person),
    occurrenceDateTime: partialDate(setting, day),
    ...given('note', note === undefined ? undefined : [{ text: note }]),
  };
}

export function flag(person: Person, alert: Item<'alerts'>, index: number, setting: Setting): FhirResource {
  return {
    resourceType: 'Flag',
    id: `${person.id}-waarschuwing-${index}`,
    meta: profile('Alert'),
    status: 'active',
    category: [concept(LOINC, '74018-3', 'Alert')],
    // The zib's list has infections only: what is none is 'other', with its own words.
    code: {
      coding: [
        { system: `${HL7}v3-NullFlavor`, code: 'OTH', display: 'Other' },
        { system: SNOMED, code: alert.snomed, display: alert.text },
      ],
      text: alert.note === undefined ? alert.text : `${alert.text}: ${alert.note}`,
    },
    subject: subject(person),
    period: { start: partialDate(setting, alert.since) },
  };
}

export function deviceInUse(person: Person, used: Item<'devices'>, index: number, setting: Setting): FhirResource[] {
  const id = `${person.id}-hulpmiddel-${index}`;
  return [
    {
      resourceType: 'Device',
      id: `${id}-product`,
      meta: profile('MedicalDevice.Product'),
      type: snomed(used),
      patient: subject(person),
    },
    {
      resourceType: 'DeviceUseStatement',
      id,
      meta: profile('MedicalDevice'),
      status: 'active',
      subject: subject(person),
      timingPeriod: { start: partialDate(setting, used.since) },
      device: { reference: `Device/${id}-product`, type: 'Device', display: used.text },
      ...given('bodySite', used.side && laterality(used.side)),
      ...given('note', used.note === undefined ? undefined : [{ text: used.note }]),
    },
  ];
}

const VITAL = [concept(`${HL7}observation-category`, 'vital-signs', 'Vital Signs')];

/** One observation for each thing that was measured at that moment. */
export function measurements(
  person: Person,
  { day, time, ...values }: Item<'measurements'>,
  index: number,
  setting: Setting,
): FhirResource[] {
  const make = (name: string, profileName: string, code: object, value: object): FhirResource => ({
    resourceType: 'Observation',
    id: `${person.id}-meting-${index}-${name}`,
    meta: profile(profileName),
    status: 'final',
    category: VITAL,
    code,
    subject: subject(person),
    effectiveDateTime: moment(setting, day, time),
    ...value,
  });
  const { weight, height, pressure, pulse, temperature, saturation } = values;
  const part = (code: string, display: string, value: number) => ({
    code: concept(LOINC, code, display),
    valueQuantity: quantity(value, 'mmHg', 'mm[Hg]'),
  });
  const all = [
    weight !== undefined &&
      make('gewicht', 'BodyWeight', concept(LOINC, '29463-7', 'Lichaamsgewicht'), {
        valueQuantity: quantity(weight, 'kg', 'kg'),
      }),
    height !== undefined &&
      make('lengte', 'BodyHeight', concept(LOINC, '8302-2', 'Lichaamslengte'), {
        valueQuantity: quantity(height, 'cm', 'cm'),
      }),
    pressure !== undefined &&
      make('bloeddruk', 'BloodPressure', concept(LOINC, '85354-9', 'Bloeddruk'), {
        component: [
          part('8480-6', 'Bovendruk (systolisch)', pressure[0]),
          part('8462-4', 'Onderdruk (diastolisch)', pressure[1]),
        ],
      }),
    pulse !== undefined &&
      make('hartslag', 'HeartRate', concept(LOINC, '8867-4', 'Hartfrequentie'), {
        valueQuantity: quantity(pulse, 'per minuut', '/min'),
      }),
    temperature !== undefined &&
      make(
        'temperatuur',
        'BodyTemperature',
        {
          coding: [
            { system: LOINC, code: '8310-5', display: 'Lichaamstemperatuur' },
            { system: SNOMED, code: '415974002', display: 'tympanische temperatuur' },
          ],
        },
        { valueQuantity: quantity(temperature, '°C', 'Cel') },
      ),
    saturation !== undefined &&
      make(
        'saturatie',
        'O2Saturation',
        {
          coding: [
            { system: LOINC, code: '2708-6', display: 'Zuurstofsaturatie' },
            { system: LOINC, code: '59408-5', display: 'Zuurstofsaturatie' },
          ],
        },
        { valueQuantity: quantity(saturation, '%', '%') },
      ),
  ];
  return all.filter((resource) => resource !== false);
}

/** Smoking, drinking, home and work, as asked on one day. */
export function socialHistory(person: Person, setting: Setting): FhirResource[] {
  const { social } = person;
  if (social === undefined) return [];
  const make = (name: string, profileName: string, code: object, value: object): FhirResource => ({
    resourceType: 'Observation',
    id: `${person.id}-leefsituatie-${name}`,
    meta: profile(profileName),
    status: 'final',
    code,
    subject: subject(person),
    effectiveDateTime: dayOf(setting, social.asked),
    ...value,
  });
  const use = (said: NonNullable<typeof social.tobacco>) => ({
    valueCodeableConcept: snomed(said),
    ...given('note', said.note === undefined ? undefined : [{ text: said.note }]),
  });
  const { tobacco, alcohol, home, work } = social;
  const all = [
    tobacco && make('tabak', 'TobaccoUse', concept(SNOMED, '365980008', 'Tabaksgebruik'), use(tobacco)),
    alcohol && make('alcohol', 'AlcoholUse', concept(SNOMED, '228273003', 'Alcoholgebruik'), use(alcohol)),
    home !== undefined &&
      make('wonen', 'LivingSituation', concept(SNOMED, '365508006', 'Woonsituatie'), { note: [{ text: home }] }),
    work !== undefined &&
      make('werk', 'ParticipationInSociety.WorkSituation', concept(SNOMED, '364703007', 'Werk'), {
        valueCodeableConcept: { text: work },
      }),
  ];
  return all.filter((resource) => resource !== undefined && resource !== false);
}
