import { concept, encounter, HL7, inContext, kept, NICTIZ, patient, type Row, STU3 } from './parts';

/** Medication and vaccinations. */
export const medicationRows: readonly Row[] = [
  [
    'MedicationRequest',
    'a medicatieafspraak: requester, dose, encounter; its status was optional',
    {
      ...inContext,
      intent: 'order',
      medicationReference: { reference: 'Medication/m' },
      category: concept('16076005'),
      requester: { agent: { reference: 'Practitioner/x' }, onBehalfOf: { reference: 'Organization/o' } },
      dosageInstruction: [{ text: 'een', doseQuantity: { value: 1 }, rateRatio: { numerator: { value: 2 } } }],
      extension: [{ url: `${NICTIZ}zib-Medication-PeriodOfUse`, valuePeriod: { start: '2024-02-10' } }],
    },
    {
      ...encounter,
      status: 'unknown',
      category: [concept('16076005')],
      requester: { reference: 'Practitioner/x' },
      dosageInstruction: [
        { text: 'een', doseAndRate: [{ doseQuantity: { value: 1 }, rateRatio: { numerator: { value: 2 } } }] },
      ],
      extension: [
        { url: `${NICTIZ}zib-Medication-PeriodOfUse`, valuePeriod: { start: '2024-02-10' } },
        { url: `${STU3}MedicationRequest.requester.onBehalfOf`, valueReference: { reference: 'Organization/o' } },
      ],
    },
  ],
  [
    'MedicationRequest',
    'a verstrekkingsverzoek keeps what is to be dispensed',
    {
      subject: patient,
      intent: 'order',
      status: 'active',
      medicationCodeableConcept: { text: 'x' },
      dispenseRequest: { quantity: { value: 30 }, numberOfRepeatsAllowed: 1 },
      substitution: { allowed: true },
    },
    {
      dispenseRequest: { quantity: { value: 30 }, numberOfRepeatsAllowed: 1 },
      substitution: { allowedBoolean: true },
    },
  ],
  [
    'MedicationDispense',
    'a toedieningsafspraak: category, dose; not done is declined',
    {
      subject: patient,
      status: 'completed',
      notDone: true,
      notDoneReasonCodeableConcept: concept('1'),
      category: concept('422037009'),
      medicationReference: { reference: 'Medication/m' },
      dosageInstruction: [{ doseRange: { low: { value: 1 }, high: { value: 2 } } }],
    },
    {
      status: 'declined',
      statusReasonCodeableConcept: concept('1'),
      category: concept('422037009'),
      dosageInstruction: [{ doseAndRate: [{ doseRange: { low: { value: 1 }, high: { value: 2 } } }] }],
      extension: kept('MedicationDispense.status', { valueString: 'completed' }),
    },
  ],
  [
    'MedicationStatement',
    'medicatiegebruik: not taken is a status, and what it was is kept',
    {
      subject: patient,
      status: 'active',
      taken: 'n',
      reasonNotTaken: [concept('1')],
      medicationReference: { reference: 'Medication/m' },
    },
    {
      status: 'not-taken',
      statusReason: [concept('1')],
      extension: [
        { url: `${STU3}MedicationStatement.taken`, valueString: 'n' },
        { url: `${STU3}MedicationStatement.status`, valueString: 'active' },
      ],
    },
  ],
  [
    'MedicationStatement',
    'taken: the status stands',
    { subject: patient, status: 'completed', taken: 'y', medicationReference: { reference: 'Medication/m' } },
    { status: 'completed' },
  ],
  [
    'MedicationAdministration',
    'not given',
    {
      subject: patient,
      status: 'completed',
      notGiven: true,
      reasonNotGiven: [concept('1')],
      prescription: { reference: 'MedicationRequest/r' },
      medicationReference: { reference: 'Medication/m' },
      effectiveDateTime: '2020',
    },
    { status: 'not-done', statusReason: [concept('1')], request: { reference: 'MedicationRequest/r' } },
  ],
  [
    'Medication',
    'batch and strength',
    {
      isBrand: true,
      ingredient: [{ itemCodeableConcept: { text: 'a' }, amount: { numerator: { value: 1 } } }],
      package: { batch: [{ lotNumber: '7' }] },
    },
    {
      ingredient: [{ itemCodeableConcept: { text: 'a' }, strength: { numerator: { value: 1 } } }],
      batch: { lotNumber: '7' },
      extension: [{ url: `${STU3}Medication.isBrand`, valueBoolean: true }],
    },
  ],
  [
    'Immunization',
    'who gave it, why, and the schedule',
    {
      patient,
      status: 'completed',
      notGiven: false,
      date: '1999-03-05',
      primarySource: true,
      vaccineCode: { text: 'x' },
      practitioner: [{ role: concept('AP', 'http://hl7.org/fhir/v2/0443'), actor: { reference: 'Practitioner/x' } }],
      explanation: { reason: [concept('1')] },
      vaccinationProtocol: [{ doseSequence: 2, seriesDoses: 3, targetDisease: [{ text: 'z' }] }],
    },
    {
      occurrenceDateTime: '1999-03-05',
      notGiven: undefined,
      performer: [{ function: concept('AP', `${HL7}v2-0443`), actor: { reference: 'Practitioner/x' } }],
      reasonCode: [concept('1')],
      protocolApplied: [{ doseNumberPositiveInt: 2, seriesDosesPositiveInt: 3, targetDisease: [{ text: 'z' }] }],
      extension: undefined,
    },
  ],
  [
    'Immunization',
    'not given is not done',
    {
      patient,
      status: 'completed',
      notGiven: true,
      date: '2001',
      vaccineCode: { text: 'x' },
      explanation: { reasonNotGiven: [concept('1'), concept('2')] },
    },
    {
      status: 'not-done',
      statusReason: concept('1'),
      extension: kept('Immunization.statusReason', { valueCodeableConcept: concept('2') }),
    },
  ],
  [
    'ImmunizationRecommendation',
    'one date for all; description and dose with each',
    {
      patient,
      recommendation: [
        {
          date: '2019',
          vaccineCode: { text: 'x' },
          forecastStatus: concept('due', 'http://hl7.org/fhir/immunization-recommendation-status'),
          protocol: { doseSequence: 2, description: 'd', series: 's', authority: { reference: 'Organization/o' } },
        },
      ],
    },
    {
      date: '2019',
      recommendation: [
        {
          vaccineCode: [{ text: 'x' }],
          forecastStatus: concept('due', `${HL7}immunization-recommendation-status`),
          doseNumberPositiveInt: 2,
          description: 'd',
          series: 's',
          extension: [
            {
              url: `${STU3}ImmunizationRecommendation.recommendation.protocol`,
              extension: [{ url: 'authority', valueReference: { reference: 'Organization/o' } }],
            },
          ],
        },
      ],
    },
  ],
];
