/** From a description of an invented person to the FHIR that a hospital's system would send. */
import type { FhirResource } from '../ehr';
import type { Description, Person } from './describe';
import {
  advanceDirective,
  appointment,
  carePlan,
  encounter,
  referral,
  times,
  treatmentDirective,
  visitOfAppointment,
} from './fhir/care';
import { directory } from './fhir/directory';
import { letter, visitSummary } from './fhir/document';
import { episodeOfCare } from './fhir/gp';
import { medicationRequest, medicationStatement } from './fhir/medicine';
import { contactPerson, patient } from './fhir/person';
import {
  allergyIntolerance,
  condition,
  deviceInUse,
  flag,
  immunization,
  measurements,
  procedure,
  socialHistory,
} from './fhir/record';
import { measuredResources, reportResources } from './fhir/results';
import type { Setting } from './setting';

/** All resources of an organisation's people: the directory first, then person by person. Deterministic per day. */
export function buildResources(description: Description, at: Omit<Setting, 'providers'>): FhirResource[] {
  const setting = { ...at, providers: description.providers };
  return [...directory(setting), ...description.people.flatMap((person) => personResources(person, setting))];
}

type One<Item> = (person: Person, item: Item, index: number, setting: Setting) => FhirResource | FhirResource[];

/** All that is known of one person, the Patient first. */
export function personResources(person: Person, setting: Setting): FhirResource[] {
  const all = <Item>(items: readonly Item[], make: One<Item>): FhirResource[] =>
    items.flatMap((item, index) => make(person, item, index, setting));
  return [
    patient(person, setting),
    ...all(person.contacts, contactPerson),
    ...all(person.problems, condition),
    ...all(person.allergies, allergyIntolerance),
    ...all(person.medicines, (whose, medicine, index) =>
      (medicine.dose === undefined ? medicationStatement : medicationRequest)(whose, medicine, index, setting),
    ),
    ...all(person.vaccinations, immunization),
    ...all(person.alerts, flag),
    ...all(person.devices, deviceInUse),
    ...all(person.measurements, measurements),
    ...socialHistory(person, setting),
    ...all(person.visits, (whose, visit) => encounter(whose, visit, setting)),
    ...all(person.procedures, procedure),
    ...all(person.appointments, appointment),
    ...all(person.appointments, summarised),
    ...all(person.plans, carePlan),
    ...all(person.wishes, treatmentDirective),
    ...all(person.declarations, advanceDirective),
    ...all(person.referrals, referral),
    ...all(person.episodes, episodeOfCare),
    ...all(person.letters, letter),
    ...all(person.measured, measuredResources),
    ...all(person.reports, reportResources),
  ];
}

/** The visit that an appointment was, where something is told of it. */
function summarised(person: Person, visit: Person['appointments'][number], index: number, setting: Setting) {
  if (visit.summary === undefined) return [];
  const { end } = times(visit, setting);
  return [visitOfAppointment(person, visit, index, setting), ...visitSummary(person, visit, index, end, setting)];
}
