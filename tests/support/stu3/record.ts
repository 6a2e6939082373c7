import { expect } from 'vitest';
import { concept, encounter, HL7, inContext, kept, NICTIZ, patient, type Row, STU3 } from './parts';

/** Findings, documents, wishes, administration. */
export const recordRows: readonly Row[] = [
  [
    'Condition',
    'statuses as concepts, asserted is recorded',
    { ...inContext, clinicalStatus: 'resolved', verificationStatus: 'confirmed', assertedDate: '2020-01-02' },
    {
      ...encounter,
      clinicalStatus: { coding: [{ system: `${HL7}condition-clinical`, code: 'resolved' }] },
      verificationStatus: { coding: [{ system: `${HL7}condition-ver-status`, code: 'confirmed' }] },
      recordedDate: '2020-01-02',
    },
  ],
  [
    'Condition',
    'what stands beside a status goes with it',
    { subject: patient, clinicalStatus: 'active', _clinicalStatus: { extension: [{ url: 'x:y', valueCode: 'z' }] } },
    {
      clinicalStatus: {
        extension: [{ url: 'x:y', valueCode: 'z' }],
        coding: [{ system: `${HL7}condition-clinical`, code: 'active' }],
      },
      _clinicalStatus: undefined,
    },
  ],
  [
    'Condition',
    'a verification status that R4 does not have is kept',
    { subject: patient, verificationStatus: 'unknown' },
    { verificationStatus: undefined, extension: kept('Condition.verificationStatus', { valueString: 'unknown' }) },
  ],
  [
    'Condition',
    'active and over: the end is kept',
    { subject: patient, clinicalStatus: 'active', abatementDateTime: '2002' },
    { abatementDateTime: undefined, extension: kept('Condition.abatementDateTime', { valueDateTime: '2002' }) },
  ],
  [
    'Condition',
    'an episode of care as context is kept',
    { subject: patient, context: { reference: 'EpisodeOfCare/e' } },
    {
      encounter: undefined,
      extension: kept('Condition.context', { valueReference: { reference: 'EpisodeOfCare/e' } }),
    },
  ],
  [
    'AllergyIntolerance',
    'statuses as concepts',
    { patient, clinicalStatus: 'active', verificationStatus: 'refuted', assertedDate: '2019' },
    {
      clinicalStatus: { coding: [{ system: `${HL7}allergyintolerance-clinical`, code: 'active' }] },
      verificationStatus: { coding: [{ system: `${HL7}allergyintolerance-verification`, code: 'refuted' }] },
      recordedDate: '2019',
    },
  ],
  [
    'Observation',
    'members, remarks, interpretation',
    {
      ...inContext,
      status: 'final',
      code: { text: 'x' },
      comment: 'let op',
      interpretation: concept('H', 'http://hl7.org/fhir/v2/0078'),
      related: [
        { type: 'has-member', target: { reference: 'Observation/a' } },
        { type: 'derived-from', target: { reference: 'Observation/b' } },
        { type: 'sequel-to', target: { reference: 'Observation/c' } },
      ],
    },
    {
      ...encounter,
      note: [{ text: 'let op' }],
      interpretation: [concept('H', `${HL7}v2-0078`)],
      hasMember: [{ reference: 'Observation/a' }],
      derivedFrom: [{ reference: 'Observation/b' }],
      extension: [
        {
          url: `${STU3}Observation.related`,
          extension: [
            { url: 'type', valueString: 'sequel-to' },
            { url: 'target', valueReference: { reference: 'Observation/c' } },
          ],
        },
      ],
    },
  ],
  [
    'DiagnosticReport',
    'who did it, conclusion, pictures',
    {
      ...inContext,
      status: 'final',
      code: { text: 'x' },
      performer: [{ role: concept('1'), actor: { reference: 'Practitioner/x' } }],
      codedDiagnosis: [concept('2')],
      image: [{ link: { reference: 'Media/m' } }],
    },
    {
      ...encounter,
      performer: [
        {
          reference: 'Practitioner/x',
          extension: [{ url: `${STU3}DiagnosticReport.performer.role`, valueCodeableConcept: concept('1') }],
        },
      ],
      conclusionCode: [concept('2')],
      media: [{ link: { reference: 'Media/m' } }],
    },
  ],
  [
    'Media',
    'its type is a concept',
    { ...inContext, type: 'photo', content: { contentType: 'image/png' }, occurrenceDateTime: '2020' },
    {
      ...encounter,
      status: 'completed',
      type: { coding: [{ system: `${HL7}media-type`, code: 'photo' }] },
      createdDateTime: '2020',
    },
  ],
  [
    'Composition',
    'its class is a category; a section keeps its words',
    {
      status: 'final',
      type: concept('67781-5', 'http://loinc.org'),
      class: concept('1'),
      subject: patient,
      date: '2024',
      title: 't',
      author: [{ reference: 'Practitioner/x' }],
      section: [{ text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">Mycose.</div>' } }],
    },
    {
      category: [concept('1')],
      section: [{ text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">Mycose.</div>' } }],
    },
  ],
  [
    'DocumentReference',
    'a letter: class, day, and when its file was made',
    {
      status: 'preliminary',
      type: concept('1'),
      class: concept('2'),
      indexed: '2022-07-13T00:00:00+01:00',
      created: '2022-07-12',
      subject: patient,
      content: [{ attachment: { contentType: 'application/pdf', url: 'Binary/b' } }],
      context: { encounter: { reference: 'Encounter/e' }, related: [{ ref: { reference: 'Patient/p' } }] },
    },
    {
      status: 'current',
      docStatus: 'preliminary',
      category: [concept('2')],
      date: '2022-07-13T00:00:00+01:00',
      content: [{ attachment: { contentType: 'application/pdf', url: 'Binary/b', creation: '2022-07-12' } }],
      context: { encounter: [{ reference: 'Encounter/e' }], related: [{ reference: 'Patient/p' }] },
    },
  ],
  [
    'DocumentManifest',
    'which documents belong together',
    { status: 'current', content: [{ pReference: { reference: 'DocumentReference/d' } }] },
    { content: [{ reference: 'DocumentReference/d' }] },
  ],
  ['Binary', 'its bytes', { contentType: 'application/pdf', content: 'AAAA' }, { data: 'AAAA', content: undefined }],
  [
    'Consent',
    'a behandelaanwijzing as TreatmentDirective2: no',
    {
      status: 'active',
      patient,
      category: [concept('11291000146105')],
      policy: [{ uri: 'http://wetten.overheid.nl/' }],
      extension: [{ url: `${NICTIZ}zib-TreatmentDirective-Treatment`, valueCodeableConcept: concept('89666000') }],
      modifierExtension: [
        { url: `${NICTIZ}zib-TreatmentDirective-TreatmentPermitted`, valueCodeableConcept: concept('NEE') },
      ],
    },
    {
      scope: { coding: [{ system: `${HL7}consentscope`, code: 'treatment', display: 'Treatment' }] },
      provision: { type: 'deny', code: [concept('89666000')] },
    },
  ],
  [
    'Consent',
    'a behandelaanwijzing: yes, but',
    {
      status: 'active',
      patient,
      period: { start: '2018-04-09' },
      category: [concept('11291000146105')],
      policy: [{ uri: 'http://wetten.overheid.nl/' }],
      modifierExtension: [
        { url: `${NICTIZ}zib-TreatmentDirective-TreatmentPermitted`, valueCodeableConcept: concept('JA_MAAR') },
      ],
      except: [
        {
          type: 'deny',
          extension: [{ url: `${NICTIZ}zib-TreatmentDirective-Restrictions`, valueString: 'Eerst overleg' }],
        },
      ],
    },
    {
      dateTime: '2018-04-09',
      modifierExtension: expect.arrayContaining([
        { url: `${NICTIZ}ext-TreatmentDirective2.SpecificationOther`, valueString: 'Eerst overleg' },
      ]),
      provision: { provision: [expect.objectContaining({ type: 'deny' })] },
    },
  ],
  [
    'Consent',
    'a wilsverklaring as AdvanceDirective',
    {
      status: 'active',
      patient,
      category: [concept('11341000146107'), concept('NR')],
      policy: [{ uri: 'http://wetten.overheid.nl/' }],
      consentingParty: [{ reference: 'RelatedPerson/r' }],
      extension: [{ url: `${NICTIZ}Comment`, valueString: 'penning' }],
    },
    {
      scope: { coding: [{ system: `${HL7}consentscope`, code: 'adr', display: 'Advanced Care Directive' }] },
      extension: [{ url: `${NICTIZ}ext-Comment`, valueString: 'penning' }],
      provision: {
        actor: [
          {
            role: { coding: [{ system: `${HL7}v3-RoleCode`, code: 'RESPRSN', display: 'responsible party' }] },
            reference: { reference: 'RelatedPerson/r' },
          },
        ],
        code: [concept('NR')],
      },
    },
  ],
  [
    'Coverage',
    'in force unless said otherwise; groups are classes',
    { beneficiary: patient, payor: [{ reference: 'Organization/o' }], grouping: { plan: 'P1', planDisplay: 'Basis' } },
    {
      status: 'active',
      class: [{ type: { coding: [{ system: `${HL7}coverage-class`, code: 'plan' }] }, value: 'P1', name: 'Basis' }],
    },
  ],
  [
    'QuestionnaireResponse',
    'which questionnaire is an address',
    {
      ...inContext,
      status: 'completed',
      questionnaire: { reference: 'Questionnaire/q' },
      parent: [{ reference: 'Observation/o' }],
    },
    { ...encounter, questionnaire: 'Questionnaire/q', partOf: [{ reference: 'Observation/o' }] },
  ],
  [
    'FamilyMemberHistory',
    'why it is not known',
    { patient, status: 'completed', relationship: { text: 'moeder' }, notDoneReason: concept('1') },
    { dataAbsentReason: concept('1') },
  ],
  [
    'DetectedIssue',
    'what and when',
    { patient, status: 'final', category: concept('1'), date: '2020' },
    { code: concept('1'), identifiedDateTime: '2020' },
  ],
  [
    'RiskAssessment',
    'why',
    { ...inContext, status: 'final', reasonCodeableConcept: concept('1') },
    { ...encounter, reasonCode: [concept('1')] },
  ],
  ['RelatedPerson', 'several relationships', { patient, relationship: concept('1') }, { relationship: [concept('1')] }],
  [
    'Patient',
    'an animal is kept',
    { animal: { species: concept('1') } },
    { extension: kept('Patient.animal', { extension: [{ url: 'species', valueCodeableConcept: concept('1') }] }) },
  ],
];
