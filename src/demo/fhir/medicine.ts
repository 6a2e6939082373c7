/** Medicines with a dosage in codes, as the medication process standard (MP9) gives an agreement. */
import type { FhirResource } from '../../ehr';
import type { Person } from '../describe';
import { dayOf, roleOf, type Setting, subject } from '../setting';
import { type Coded, concept, given, HL7, SNOMED } from './base';

type Medicine = Person['medicines'][number];
type Dose = NonNullable<Medicine['dose']>;

const ATC = 'http://www.whocc.no/atc';
const ROUTES: Record<Dose['route'], Coded> = {
  oral: ['26643006', 'Oraal'],
  inhalation: ['18679011000001101', 'Inhalatie'],
  skin: ['6064005', 'Op de huid'],
  subcutaneous: ['34206005', 'Onderhuids'],
  eye: ['54485002', 'In het oog'],
  nose: ['46713006', 'In de neus'],
};

/** The agreement between prescriber and patient: what, how much, from when and why. */
export function medicationRequest(person: Person, medicine: Medicine, index: number, setting: Setting): FhirResource {
  const { text, atc, since, until, why, stopped, by } = medicine;
  const ended = until !== undefined && until < 0;
  const product = atc === undefined ? { text } : { coding: [{ system: ATC, code: atc, display: text }], text };
  return {
    resourceType: 'MedicationRequest',
    id: `${person.id}-medicijn-${index}`,
    meta: { profile: ['http://nictiz.nl/fhir/StructureDefinition/mp-MedicationAgreement'] },
    extension: [
      {
        url: 'http://nictiz.nl/fhir/StructureDefinition/ext-TimeInterval.Period',
        valuePeriod: {
          start: dayOf(setting, since),
          ...given('end', until === undefined ? undefined : dayOf(setting, until)),
        },
      },
    ],
    status: ended ? 'completed' : 'active',
    ...given('statusReason', stopped === undefined ? undefined : { text: stopped }),
    intent: 'order',
    category: [concept(SNOMED, '16076005', 'Voorschrijven')],
    medicationCodeableConcept: product,
    subject: subject(person),
    authoredOn: dayOf(setting, since),
    ...given('requester', by === undefined ? undefined : roleOf(setting, by)),
    ...given('reasonCode', why === undefined ? undefined : [{ text: why }]),
    dosageInstruction: [dosageOf(medicine)],
  };
}

/** The words of the label, with the same in codes where it is known. */
function dosageOf({ how, dose }: Medicine) {
  if (dose === undefined) return { text: how };
  const { amount, unit, asNeeded, extra, route, most } = dose;
  const units = { unit, system: 'http://unitsofmeasure.org', code: UCUM_UNIT[unit] ?? '1' };
  return {
    text: how,
    ...given('additionalInstruction', extra === undefined ? undefined : [{ text: extra }]),
    ...given('timing', timingOf(dose)),
    ...given('asNeededCodeableConcept', asNeeded === undefined ? undefined : { text: asNeeded }),
    route: concept(SNOMED, ...ROUTES[route]),
    doseAndRate: [
      Array.isArray(amount)
        ? { doseRange: { low: { value: amount[0], ...units }, high: { value: amount[1], ...units } } }
        : { doseQuantity: { value: amount, ...units } },
    ],
    ...given(
      'maxDosePerPeriod',
      most === undefined
        ? undefined
        : {
            numerator: { value: most, ...units },
            denominator: { value: 1, unit: 'dag', system: 'http://unitsofmeasure.org', code: 'd' },
          },
    ),
  };
}

const UCUM_UNIT: Record<string, string> = { stuk: '1', ml: 'mL', druppel: '[drp]', inhalatie: '1', eenheid: '[iU]' };

function timingOf({ times, per, at, weekdays }: Dose) {
  const repeat = {
    ...(times === undefined ? {} : { frequency: times, period: 1, periodUnit: per }),
    ...(at.length === 0 ? {} : { when: [...at] }),
    ...(weekdays.length === 0 ? {} : { dayOfWeek: [...weekdays] }),
  };
  return Object.keys(repeat).length === 0 ? undefined : { repeat };
}

/** What the patient says to use, where no agreement of ours stands behind it. */
export const medicationStatement = (
  person: Person,
  { text, how, since }: Medicine,
  index: number,
  setting: Setting,
): FhirResource => ({
  resourceType: 'MedicationStatement',
  id: `${person.id}-medicijn-${index}`,
  meta: { profile: ['http://nictiz.nl/fhir/StructureDefinition/mp-MedicationUse2'] },
  status: 'active',
  category: { coding: [{ system: `${HL7}medication-statement-category`, code: 'patientspecified' }] },
  medicationCodeableConcept: { text },
  subject: subject(person),
  effectivePeriod: { start: dayOf(setting, since) },
  dosage: [{ text: how }],
});
