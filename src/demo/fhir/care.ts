/** Visits, admissions, appointments, plans, wishes and referrals. */
import type { FhirResource } from '../../ehr';
import type { Appointment, Person, Visit } from '../describe';
import { dayOf, moment, roleOf, type Setting, subject, workingDay } from '../setting';
import { ACT, concept, EXT, given, HL7, profile, SNOMED, snomed } from './base';
import { practiceReference } from './directory';

const clinics = ({ organisation }: Setting) => `urn:inzage:demo:${organisation}:clinic`;
const KIND = {
  visit: { system: ACT, code: 'AMB' },
  phone: { system: ACT, code: 'TEL' },
  video: { system: ACT, code: 'VR' },
  home: { system: ACT, code: 'HH' },
  operation: { system: SNOMED, code: '387713003', display: 'Chirurgische verrichting' },
  admission: { system: ACT, code: 'IMP' },
} as const;
const CLASS = { AMB: 'ambulatory', EMER: 'emergency', IMP: 'inpatient encounter' } as const;

export function encounter(person: Person, visit: Visit, setting: Setting): FhirResource {
  const end = visit.until && moment(setting, ...visit.until);
  return {
    resourceType: 'Encounter',
    id: `${person.id}-${visit.id}`,
    meta: profile('Encounter'),
    status: end === undefined ? 'in-progress' : 'finished',
    class: { system: ACT, code: visit.class, display: CLASS[visit.class] },
    type: [{ text: visit.title }],
    serviceType: { coding: [{ system: clinics(setting), code: visit.clinic }] },
    subject: subject(person),
    period: { start: moment(setting, ...visit.from), ...given('end', end) },
  };
}

/** When an appointment is: nobody comes on Sunday. What is today stays today. */
export function times(visit: Appointment, setting: Setting): { start: Date; end: Date } {
  const start = new Date(moment(setting, visit.day === 0 ? 0 : workingDay(setting, visit.day), visit.time));
  return { start, end: new Date(start.getTime() + visit.minutes * 60_000) };
}

export function appointment(person: Person, visit: Appointment, index: number, setting: Setting): FhirResource {
  const { start, end } = times(visit, setting);
  return {
    resourceType: 'Appointment',
    id: `${person.id}-afspraak-${index}`,
    status: visit.status ?? (visit.day < 0 ? 'fulfilled' : 'booked'),
    serviceType: [{ coding: [{ system: clinics(setting), code: visit.clinic }] }],
    appointmentType: { coding: [KIND[visit.kind]] },
    description: visit.title,
    start: start.toISOString(),
    end: end.toISOString(),
    ...given('patientInstruction', visit.instructions),
    participant: [
      { actor: subject(person), status: 'accepted' },
      ...(visit.with === undefined
        ? []
        : [{ actor: { type: 'Practitioner', display: visit.with }, status: 'accepted' }]),
      ...(visit.place === undefined ? [] : [{ actor: { type: 'Location', display: visit.place }, status: 'accepted' }]),
    ],
  };
}

const CLASS_OF = { visit: 'AMB', phone: 'VR', video: 'VR', home: 'HH', operation: 'AMB', admission: 'IMP' } as const;

/** The visit that an appointment led to: what its summary belongs to. */
export function visitOfAppointment(person: Person, visit: Appointment, index: number, setting: Setting): FhirResource {
  const { start, end } = times(visit, setting);
  return {
    resourceType: 'Encounter',
    id: `${person.id}-afspraak-${index}`,
    meta: profile('Encounter'),
    status: 'finished',
    class: { system: ACT, code: CLASS_OF[visit.kind] },
    type: [{ text: visit.title }],
    serviceType: { coding: [{ system: clinics(setting), code: visit.clinic }] },
    subject: subject(person),
    appointment: [{ reference: `Appointment/${person.id}-afspraak-${index}` }],
    period: { start: start.toISOString(), end: end.toISOString() },
  };
}

export function carePlan(
  person: Person,
  plan: Person['plans'][number],
  index: number,
  setting: Setting,
): FhirResource[] {
  const id = `${person.id}-plan-${index}`;
  const problem = plan.problem === undefined ? undefined : person.problems[plan.problem];
  const about = problem && [
    { reference: `Condition/${person.id}-probleem-${plan.problem}`, type: 'Condition', display: problem.text },
  ];
  const goals = plan.goals.map(
    (goal, place): FhirResource => ({
      resourceType: 'Goal',
      id: `${id}-doel-${place}`,
      meta: profile('TreatmentObjective'),
      lifecycleStatus: goal.reached ? 'completed' : 'active',
      ...(goal.reached
        ? { achievementStatus: concept(`${HL7}goal-achievement`, 'achieved', 'Bereikt') }
        : { achievementStatus: concept(`${HL7}goal-achievement`, 'in-progress', 'Nog niet bereikt') }),
      description: { text: goal.text },
      subject: subject(person),
      startDate: dayOf(setting, plan.since),
      ...given('target', goal.by === undefined ? undefined : [{ dueDate: dayOf(setting, goal.by) }]),
      ...given('addresses', about),
    }),
  );
  return [
    ...goals,
    {
      resourceType: 'CarePlan',
      id,
      status: plan.status,
      intent: 'plan',
      title: plan.title,
      ...given('description', plan.about),
      subject: subject(person),
      period: {
        start: dayOf(setting, plan.since),
        ...given('end', plan.until === undefined ? undefined : dayOf(setting, plan.until)),
      },
      created: dayOf(setting, plan.since),
      ...given('author', plan.by === undefined ? undefined : roleOf(setting, plan.by)),
      ...given('addresses', about),
      ...(goals.length === 0 ? {} : { goal: goals.map((goal) => ({ reference: `Goal/${String(goal.id)}` })) }),
      ...(plan.actions.length === 0
        ? {}
        : {
            activity: plan.actions.map(({ text, status, when }) => ({
              detail: { code: { text }, status, ...given('scheduledString', when) },
            })),
          }),
    },
  ];
}

const CONSENT_LAW = [{ uri: 'https://wetten.overheid.nl/' }];

export function treatmentDirective(
  person: Person,
  wish: Person['wishes'][number],
  index: number,
  setting: Setting,
): FhirResource {
  return {
    resourceType: 'Consent',
    id: `${person.id}-wens-${index}`,
    meta: profile('TreatmentDirective2'),
    ...given('extension', wish.by && wish.note ? [{ url: `${EXT}Comment`, valueString: wish.note }] : undefined),
    ...(wish.answer === 'unless'
      ? {
          modifierExtension: [
            { url: `${EXT}TreatmentDirective2.SpecificationOther`, valueString: wish.note ?? 'eerst overleggen' },
          ],
        }
      : {}),
    status: 'active',
    scope: concept(`${HL7}consentscope`, 'treatment', 'Treatment'),
    category: [concept(SNOMED, '129125009', 'verrichting met expliciete context')],
    patient: subject(person),
    dateTime: dayOf(setting, wish.day),
    policy: CONSENT_LAW,
    provision: {
      ...(wish.answer === 'unless' ? {} : { type: wish.answer === 'yes' ? 'permit' : 'deny' }),
      actor: [
        {
          role: concept(`${HL7}v3-RoleCode`, 'CONSENTER', 'consenter'),
          reference: { ...subject(person), type: 'Patient' },
        },
      ],
      code: [snomed(wish)],
    },
  };
}

export const advanceDirective = (
  person: Person,
  { kind, text, note, day }: Person['declarations'][number],
  index: number,
  setting: Setting,
): FhirResource => ({
  resourceType: 'Consent',
  id: `${person.id}-verklaring-${index}`,
  meta: profile('AdvanceDirective'),
  ...given('extension', note === undefined ? undefined : [{ url: `${EXT}Comment`, valueString: note }]),
  status: 'active',
  scope: concept(`${HL7}consentscope`, 'adr', 'Advanced Care Directive'),
  category: [concept(`${HL7}consentcategorycodes`, 'acd', 'Advance Directive')],
  patient: subject(person),
  dateTime: dayOf(setting, day),
  policy: CONSENT_LAW,
  provision: { code: [concept('urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.14.1', kind, text)] },
});

export const referral = (
  person: Person,
  { day, to, from, why, question, status }: Person['referrals'][number],
  index: number,
  setting: Setting,
): FhirResource => ({
  resourceType: 'ServiceRequest',
  id: `${person.id}-verwijzing-${index}`,
  status,
  intent: 'order',
  category: [concept(SNOMED, '3457005', 'verwijzen van patiënt')],
  code: { text: why },
  subject: subject(person),
  authoredOn: dayOf(setting, day),
  requester: from === undefined ? practiceReference(setting, person.gp) : { display: from },
  performer: [{ display: to }],
  ...given('note', question === undefined ? undefined : [{ text: question }]),
});
