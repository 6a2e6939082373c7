import { concept, encounter, HL7, inContext, kept, NICTIZ, patient, type Row, STU3 } from './parts';

/** What is done, planned and used. */
export const careRows: readonly Row[] = [
  [
    'Procedure',
    'status, role, encounter',
    { ...inContext, status: 'aborted', performer: [{ role: concept('1'), actor: { reference: 'Practitioner/x' } }] },
    {
      ...encounter,
      status: 'stopped',
      performer: [{ function: concept('1'), actor: { reference: 'Practitioner/x' } }],
    },
  ],
  [
    'Procedure',
    'asked for by a request that has another type in R4',
    { subject: patient, status: 'completed', notDone: false, basedOn: [{ reference: 'ProcedureRequest/r' }] },
    { notDone: undefined, basedOn: [{ reference: 'ServiceRequest/r' }] },
  ],
  [
    'ProcedureRequest',
    'becomes a ServiceRequest',
    {
      ...inContext,
      status: 'cancelled',
      intent: 'order',
      code: concept('1'),
      performer: { reference: 'Organization/o' },
      requester: { agent: { reference: 'Practitioner/x' } },
    },
    {
      ...encounter,
      resourceType: 'ServiceRequest',
      status: 'revoked',
      performer: [{ reference: 'Organization/o' }],
      requester: { reference: 'Practitioner/x' },
    },
  ],
  [
    'ReferralRequest',
    'becomes a ServiceRequest',
    {
      subject: patient,
      status: 'active',
      intent: 'order',
      type: concept('1'),
      serviceRequested: [concept('2'), concept('3')],
      recipient: [{ reference: 'Practitioner/x' }],
      specialty: concept('4'),
      description: 'graag',
    },
    {
      resourceType: 'ServiceRequest',
      category: [concept('1')],
      code: concept('2'),
      orderDetail: [concept('3')],
      performer: [{ reference: 'Practitioner/x' }],
      performerType: concept('4'),
      note: [{ text: 'graag' }],
    },
  ],
  [
    'DeviceRequest',
    'the intent is a code',
    {
      subject: patient,
      status: 'active',
      intent: concept('order', 'http://hl7.org/fhir/request-intent'),
      codeReference: { reference: 'Device/d' },
    },
    { intent: 'order' },
  ],
  [
    'NutritionOrder',
    'how firm it was meant is its intent',
    { patient, status: 'planned', dateTime: '2018' },
    { status: 'draft', intent: 'plan', extension: kept('NutritionOrder.status', { valueString: 'planned' }) },
  ],
  [
    'DeviceUseStatement',
    'when, why, and where it came from as nl-core has it',
    {
      subject: patient,
      status: 'active',
      device: { reference: 'Device/d' },
      whenUsed: { start: '2007' },
      indication: [concept('1')],
      extension: [
        { url: `${NICTIZ}zib-MedicalDevice-Problem`, valueReference: { reference: 'Condition/c' } },
        { url: `${NICTIZ}zib-MedicalDevice-Organization`, valueReference: { reference: 'Organization/o' } },
      ],
      bodySite: {
        ...concept('1'),
        extension: [{ url: `${NICTIZ}BodySite-Qualifier`, valueCodeableConcept: concept('7771000') }],
      },
    },
    {
      timingPeriod: { start: '2007' },
      reasonCode: [concept('1')],
      reasonReference: [{ reference: 'Condition/c' }],
      extension: [{ url: `${NICTIZ}ext-MedicalDevice.Location`, valueReference: { reference: 'Organization/o' } }],
      bodySite: {
        ...concept('1'),
        extension: [{ url: `${NICTIZ}ext-AnatomicalLocation.Laterality`, valueCodeableConcept: concept('7771000') }],
      },
    },
  ],
  [
    'Device',
    'bar code, names and version',
    { patient, udi: { deviceIdentifier: '05', name: 'n', carrierHRF: '(01)' }, model: 'm', version: '2' },
    {
      udiCarrier: [{ deviceIdentifier: '05', carrierHRF: '(01)' }],
      deviceName: [{ name: 'n', type: 'udi-label-name' }],
      modelNumber: 'm',
      version: [{ value: '2' }],
    },
  ],
  [
    'Encounter',
    'why and who referred; no class is said so',
    {
      subject: patient,
      status: 'finished',
      reason: [concept('1')],
      incomingReferral: [{ reference: 'ReferralRequest/r' }],
      diagnosis: [{ condition: { reference: 'Condition/c' }, role: concept('AD') }],
      appointment: { reference: 'Appointment/a' },
    },
    {
      class: { system: `${HL7}v3-NullFlavor`, code: 'UNK' },
      reasonCode: [concept('1')],
      basedOn: [{ reference: 'ServiceRequest/r' }],
      diagnosis: [{ condition: { reference: 'Condition/c' }, use: concept('AD') }],
      appointment: [{ reference: 'Appointment/a' }],
    },
  ],
  [
    'EpisodeOfCare',
    'its name as nl-core has it',
    { patient, status: 'active', extension: [{ url: `${NICTIZ}EpisodeOfCare-Title`, valueString: 'Keelpijn' }] },
    { extension: [{ url: `${NICTIZ}ext-EpisodeOfCare.EpisodeOfCareName`, valueString: 'Keelpijn' }] },
  ],
  [
    'Appointment',
    'why',
    {
      status: 'booked',
      start: '2026-12-01T09:00:00Z',
      end: '2026-12-01T09:10:00Z',
      participant: [{ actor: patient, status: 'accepted' }],
      reason: [concept('1')],
      appointmentType: concept('AMB', 'http://hl7.org/fhir/v3/ActCode'),
    },
    { reasonCode: [concept('1')], appointmentType: concept('AMB', `${HL7}v3-ActCode`) },
  ],
  [
    'CarePlan',
    'authors, status, what is not to be done',
    {
      ...inContext,
      status: 'suspended',
      intent: 'plan',
      author: [{ reference: 'Practitioner/x' }, { reference: 'Practitioner/y' }],
      activity: [{ detail: { status: 'cancelled', statusReason: 'ziek', prohibited: true, category: concept('1') } }],
    },
    {
      ...encounter,
      status: 'on-hold',
      author: { reference: 'Practitioner/x' },
      contributor: [{ reference: 'Practitioner/y' }],
      activity: [
        {
          detail: {
            status: 'cancelled',
            statusReason: { text: 'ziek' },
            doNotPerform: true,
            extension: [{ url: `${STU3}CarePlan.activity.detail.category`, valueCodeableConcept: concept('1') }],
          },
        },
      ],
    },
  ],
  [
    'Goal',
    'how far it is stands apart from whether it counts',
    { subject: patient, status: 'ahead-of-target', description: { text: 'lopen' }, target: { dueDate: '2020-01-01' } },
    {
      lifecycleStatus: 'active',
      achievementStatus: { coding: [{ system: `${HL7}goal-achievement`, code: 'improving' }] },
      target: [{ dueDate: '2020-01-01' }],
      extension: kept('Goal.status', { valueString: 'ahead-of-target' }),
    },
  ],
  [
    'Goal',
    'a status that both have',
    { subject: patient, status: 'accepted', description: { text: 'x' } },
    { lifecycleStatus: 'accepted', extension: undefined },
  ],
  [
    'CareTeam',
    'encounter and roles',
    { ...inContext, participant: [{ role: concept('1') }] },
    { ...encounter, participant: [{ role: [concept('1')] }] },
  ],
  ['ClinicalImpression', 'encounter', { ...inContext, status: 'completed' }, encounter],
];
