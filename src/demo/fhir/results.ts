import type { FhirResource } from '../../ehr';
import { type Measured, type Person, type Report, type Test, tests } from '../describe';
import { moment, type Setting, subject } from '../setting';
import { concept, LOINC, profile, SNOMED, UCUM } from './base';
import { practiceReference } from './directory';

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const MEANING = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

const SECTION = 'http://terminology.hl7.org/CodeSystem/v2-0074';
const LABORATORY = [{ coding: [{ system: CATEGORY, code: 'laboratory' }] }, concept(SNOMED, '275711006', 'Serumtest')];
const MICROBIOLOGY = [
  { coding: [{ system: CATEGORY, code: 'laboratory' }] },
  concept(SNOMED, '19851009', 'Microbiologisch onderzoek'),
];

type Value = number | string;
type Common = Measured | Report;

/** A laboratory report with its values; twice where a later version corrects some of them. */
export function measuredResources(person: Person, result: Measured, index: number, setting: Setting): FhirResource[] {
  const id = `${person.id}-lab-${index}`;
  const first = version(person, id, result, result.tests, result.status, issuedOf(result, setting), setting);
  if (result.corrected === undefined) return first;
  const values = { ...result.tests, ...result.corrected.tests };
  return [
    ...first,
    ...version(person, id, result, values, 'corrected', moment(setting, result.corrected.day, '15:30'), setting),
  ];
}

/** Laboratories answer some hours after the sample; of what is not in yet nothing is known. */
const issuedOf = ({ day, time }: Common, setting: Setting) =>
  new Date(Date.parse(moment(setting, day, time)) + (day < 0 ? 5 * 3_600_000 + 600_000 : 600_000)).toISOString();

function version(
  person: Person,
  id: string,
  result: Measured,
  values: Record<string, Value>,
  status: string,
  issued: string,
  setting: Setting,
): FhirResource[] {
  const catalogue = tests();
  const names = Object.keys(values);
  const parts = names.map((name) => {
    const test = catalogue[name];
    if (test === undefined) throw new Error(`no test '${name}' in organisations/demo/tests.json`);
    return observation(person, `${id}-${name}`, test, values[name] ?? '', { result, status, issued, setting });
  });
  const cultured = result.culture === undefined ? [] : sensitivities(person, id, result, { status, issued, setting });
  return [
    ...cultured,
    ...parts,
    {
      ...reportBase(person, id, result, setting),
      status,
      issued,
      code: { coding: [{ system: LOINC, code: '11502-2', display: 'Laboratory report' }], text: result.title },
      category: [{ coding: [{ system: CATEGORY, code: 'laboratory' }] }],
      ...(result.culture === undefined ? {} : { specimen: [{ reference: `Specimen/${id}-materiaal` }] }),
      result: [...parts, ...cultured.filter(({ resourceType }) => resourceType === 'Observation')].map((part) => ({
        reference: `Observation/${String(part.id)}`,
      })),
    },
  ];
}

const ANTIBIOTICS: Record<string, readonly [string, string]> = {
  amoxicilline: ['18861-5', 'Amoxicilline'],
  'amoxicilline-clavulaanzuur': ['18862-3', 'Amoxicilline met clavulaanzuur'],
  ceftriaxon: ['18895-3', 'Ceftriaxon'],
  ciprofloxacine: ['18906-8', 'Ciprofloxacine'],
  gentamicine: ['18928-2', 'Gentamicine'],
  nitrofurantoine: ['18955-5', 'Nitrofurantoïne'],
  trimethoprim: ['18997-7', 'Trimethoprim'],
  cotrimoxazol: ['18998-5', 'Cotrimoxazol'],
};
const ANSWERS = { S: 'Gevoelig', I: 'Gevoelig bij hogere dosis', R: 'Ongevoelig' } as const;

/** What was looked at, and to which antibiotics the bacteria answer. */
function sensitivities(
  person: Person,
  id: string,
  result: Measured,
  { status, issued, setting }: Omit<Around, 'result'>,
): FhirResource[] {
  const { culture } = result;
  if (culture === undefined) return [];
  const effectiveDateTime = moment(setting, result.day, result.time);
  return [
    {
      resourceType: 'Specimen',
      id: `${id}-materiaal`,
      meta: profile('LaboratoryTestResult.Specimen'),
      type: concept(SNOMED, culture.material.snomed, culture.material.text),
      subject: subject(person),
      collection: { collectedDateTime: effectiveDateTime },
    },
    ...Object.entries(culture.sensitivity).map(([name, answer]): FhirResource => {
      const known = ANTIBIOTICS[name];
      if (known === undefined) throw new Error(`the demo knows no antibiotic '${name}'`);
      return {
        resourceType: 'Observation',
        id: `${id}-${name}`,
        meta: profile('LaboratoryTestResult'),
        status: status === 'partial' ? 'final' : status,
        category: MICROBIOLOGY,
        code: concept(LOINC, ...known),
        subject: subject(person),
        ...visitOf(person, result),
        effectiveDateTime,
        issued,
        valueCodeableConcept: { text: ANSWERS[answer] },
        interpretation: [{ coding: [{ system: MEANING, code: answer, display: ANSWERS[answer] }] }],
        specimen: { reference: `Specimen/${id}-materiaal` },
      };
    }),
  ];
}

interface Around {
  readonly result: Measured;
  readonly status: string;
  readonly issued: string;
  readonly setting: Setting;
}

function observation(person: Person, id: string, test: Test, value: Value, around: Around): FhirResource {
  const { result, status, issued, setting } = around;
  const range = test.range?.[person.sex] ?? test.range?.all;
  return {
    resourceType: 'Observation',
    id,
    meta: profile('LaboratoryTestResult'),
    status: status === 'partial' ? 'final' : status,
    category: LABORATORY,
    code: {
      coding: [
        test.loinc === undefined
          ? { system: 'urn:inzage:demo:lab', code: test.local, display: test.name }
          : { system: LOINC, code: test.loinc, display: test.name },
      ],
    },
    subject: subject(person),
    ...visitOf(person, result),
    effectiveDateTime: moment(setting, result.day, result.time),
    issued,
    ...(typeof value === 'number' ? quantity(value, test, range) : { valueString: value }),
  };
}

type Range = readonly [number | null, number | null];

function quantity(value: number, { unit, ucum }: Test, range: Range | undefined) {
  const units = { ...(unit ? { unit } : {}), system: UCUM, code: ucum };
  const [low, high] = range ?? [null, null];
  const code = low !== null && value < low ? 'L' : high !== null && value > high ? 'H' : 'N';
  const limit = (name: 'low' | 'high', at: number | null) => (at === null ? {} : { [name]: { value: at, ...units } });
  return {
    valueQuantity: { value, ...units },
    ...(range === undefined
      ? {}
      : {
          interpretation: [{ coding: [{ system: MEANING, code }] }],
          referenceRange: [{ ...limit('low', low), ...limit('high', high) }],
        }),
  };
}

const KINDS: Record<Report['kind'], { system: string; code: string; display: string }> = {
  radiology: { system: LOINC, code: '18748-4', display: 'Diagnostic imaging study' },
  pathology: { system: LOINC, code: '11529-5', display: 'Surgical pathology study' },
  genetics: { system: LOINC, code: '51969-4', display: 'Genetic analysis report' },
  hla: { system: LOINC, code: '13303-3', display: 'HLA-B27' },
  ecg: { system: LOINC, code: '11524-6', display: 'EKG study' },
  lung: { system: SECTION, code: 'PF', display: 'Pulmonary function' },
  heart: { system: SECTION, code: 'CUS', display: 'Cardiac ultrasound' },
  local: { system: 'urn:inzage:demo:onderzoek', code: 'X1', display: 'Bijzonder onderzoek' },
};

/** A report in words. */
export function reportResources(person: Person, result: Report, index: number, setting: Setting): FhirResource[] {
  const kind = KINDS[result.kind];
  return [
    {
      ...reportBase(person, `${person.id}-verslag-${index}`, result, setting),
      meta: profile('TextResult'),
      status: result.status,
      issued: issuedOf(result, setting),
      // A section of HL7 table 0074 is a category of the report, not its code.
      ...(kind.system.endsWith('v2-0074')
        ? { category: [{ coding: [kind] }], code: { text: result.title } }
        : { code: { coding: [kind], text: result.title } }),
      conclusion: result.text,
    },
  ];
}

function reportBase(person: Person, id: string, result: Common, setting: Setting) {
  const request = {
    contained: [
      {
        resourceType: 'ServiceRequest',
        id: 'aanvraag',
        status: 'completed',
        intent: 'order',
        subject: subject(person),
        requester: practiceReference(setting, person.gp),
      },
    ],
    basedOn: [{ reference: '#aanvraag' }],
  };
  return {
    resourceType: 'DiagnosticReport',
    id,
    ...(result.orderedBy === 'gp' ? request : {}),
    subject: subject(person),
    ...visitOf(person, result),
    ...(result.location === undefined
      ? {}
      : { performer: [{ type: 'Organization', display: `Locatie ${result.location}` }] }),
    effectiveDateTime: moment(setting, result.day, result.time),
  };
}

const visitOf = (person: Person, { visit }: Common) =>
  visit === undefined ? {} : { encounter: { reference: `Encounter/${person.id}-${visit}` } };
