/** From a description of an invented person to the FHIR that a hospital's system would send. */
import type { FhirResource } from '../ehr';
import { addDays, addWorkingDays, type CalendarDate, isWorkingDay, momentOn } from '../platform/time';
import type { Description, Person } from './describe';
import { measuredResources, reportResources } from './results';
import { moment, type Setting, shownName, subject } from './setting';

const BSN = 'http://fhir.nl/fhir/NamingSystem/bsn';
const NL_CORE = 'http://nictiz.nl/fhir/StructureDefinition/nl-core-';
const SNOMED = 'http://snomed.info/sct';
const ACT = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

/** All resources of an organisation's people: the directory first, then person by person. Deterministic per day. */
export function buildResources(description: Description, setting: Setting): FhirResource[] {
  return [...directory(setting), ...description.people.flatMap((person) => personResources(person, setting))];
}

const directory = ({ organisation }: Setting): FhirResource[] => [
  {
    resourceType: 'Organization',
    id: `${organisation}-huisarts`,
    type: [
      {
        coding: [
          {
            system: 'http://nictiz.nl/fhir/NamingSystem/organization-type',
            code: 'Z3',
            display: 'Huisartspraktijk (zelfstandig of groepspraktijk)',
          },
        ],
      },
    ],
    name: 'Huisartsen De Drecht',
  },
];

function personResources(person: Person, setting: Setting): FhirResource[] {
  return [
    patient(person, setting),
    ...person.problems.map((problem, index) => condition(person, problem, index, setting)),
    ...person.allergies.map((allergy, index) => allergyIntolerance(person, allergy, index, setting)),
    ...person.medicines.map((medicine, index) => medication(person, medicine, index, setting)),
    ...person.visits.map((visit) => encounter(person, visit, setting)),
    ...person.appointments.map((visit, index) => appointment(person, visit, index, setting)),
    ...person.measured.flatMap((result, index) => measuredResources(person, result, index, setting)),
    ...person.reports.flatMap((result, index) => reportResources(person, result, index, setting)),
  ];
}

const profile = (name: string) => ({ profile: [`${NL_CORE}${name}`] });

function patient(person: Person, setting: Setting): FhirResource {
  const { name } = person;
  const family = [name.prefix, name.family].filter(Boolean).join(' ');
  const prefix = name.prefix && {
    _family: {
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/humanname-own-prefix', valueString: name.prefix },
        { url: 'http://hl7.org/fhir/StructureDefinition/humanname-own-name', valueString: name.family },
      ],
    },
  };
  const initials = name.initials.split('.').filter(Boolean);
  return {
    resourceType: 'Patient',
    id: person.id,
    meta: profile('Patient'),
    identifier: [
      { system: BSN, value: person.bsn, ...(person.unverified ? { use: 'temp' } : {}) },
      { system: `urn:inzage:demo:${setting.organisation}`, value: person.number },
    ],
    name: [
      {
        use: 'official',
        text: shownName(person),
        family,
        ...(prefix || {}),
        given: initials.map((letter) => `${letter}.`),
        _given: initials.map(() => ({
          extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier', valueCode: 'IN' }],
        })),
      },
      { use: 'usual', given: [name.given] },
    ],
    gender: person.sex,
    birthDate: person.born,
    ...(person.died === undefined ? {} : { deceasedDateTime: addDays(setting.today, person.died) }),
  };
}

const clinicalStatus = (system: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code: 'active' }],
});

type Fact = Person['problems'][number];

const condition = (person: Person, { text, snomed, since }: Fact, index: number, setting: Setting): FhirResource => ({
  resourceType: 'Condition',
  id: `${person.id}-probleem-${index}`,
  meta: profile('Problem'),
  clinicalStatus: clinicalStatus('condition-clinical'),
  code: { coding: [{ system: SNOMED, code: snomed, display: text }] },
  subject: subject(person),
  onsetDateTime: addDays(setting.today, since),
});

const allergyIntolerance = (
  person: Person,
  { text, snomed, since }: Fact,
  index: number,
  setting: Setting,
): FhirResource => ({
  resourceType: 'AllergyIntolerance',
  id: `${person.id}-allergie-${index}`,
  meta: profile('AllergyIntolerance'),
  clinicalStatus: clinicalStatus('allergyintolerance-clinical'),
  code: { coding: [{ system: SNOMED, code: snomed, display: text }] },
  patient: subject(person),
  recordedDate: addDays(setting.today, since),
});

const medication = (
  person: Person,
  { text, how, since }: Person['medicines'][number],
  index: number,
  setting: Setting,
): FhirResource => ({
  resourceType: 'MedicationStatement',
  id: `${person.id}-medicijn-${index}`,
  status: 'active',
  medicationCodeableConcept: { text },
  subject: subject(person),
  effectivePeriod: { start: addDays(setting.today, since) },
  dosage: [{ text: how }],
});

function encounter(person: Person, visit: Person['visits'][number], setting: Setting): FhirResource {
  const end = visit.until && moment(setting, ...visit.until);
  return {
    resourceType: 'Encounter',
    id: `${person.id}-${visit.id}`,
    meta: profile('Encounter'),
    status: end === undefined ? 'in-progress' : 'finished',
    class: { system: ACT, code: visit.class },
    type: [{ text: visit.title }],
    serviceType: { coding: [{ system: clinics(setting), code: visit.clinic }] },
    subject: subject(person),
    period: { start: moment(setting, ...visit.from), ...(end === undefined ? {} : { end }) },
  };
}

const clinics = ({ organisation }: Setting) => `urn:inzage:demo:${organisation}:clinic`;

const KIND = { visit: 'AMB', phone: 'TEL', video: 'VR', operation: 'IMP' } as const;

function appointment(
  person: Person,
  visit: Person['appointments'][number],
  index: number,
  setting: Setting,
): FhirResource {
  const date = onWorkingDay(addDays(setting.today, visit.day), visit.day);
  const start = momentOn(date, visit.time);
  return {
    resourceType: 'Appointment',
    id: `${person.id}-afspraak-${index}`,
    status: visit.status ?? (visit.day < 0 ? 'fulfilled' : 'booked'),
    serviceType: [{ coding: [{ system: clinics(setting), code: visit.clinic }] }],
    appointmentType: { coding: [{ system: ACT, code: KIND[visit.kind] }] },
    description: visit.title,
    start: start.toISOString(),
    end: new Date(start.getTime() + visit.minutes * 60_000).toISOString(),
    ...(visit.instructions === undefined ? {} : { patientInstruction: visit.instructions }),
    participant: [
      { actor: subject(person), status: 'accepted' },
      ...(visit.with === undefined
        ? []
        : [{ actor: { type: 'Practitioner', display: visit.with }, status: 'accepted' }]),
    ],
  };
}

/** Nobody has an appointment on Sunday: what is to come moves to the next working day, what was to the one before. */
function onWorkingDay(date: CalendarDate, day: number): CalendarDate {
  if (day === 0 || isWorkingDay(date)) return date;
  if (day > 0) return addWorkingDays(date, 1);
  let before = date;
  while (!isWorkingDay(before)) before = addDays(before, -1);
  return before;
}
