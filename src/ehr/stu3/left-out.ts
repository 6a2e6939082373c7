/**
 * Everything of STU3 that does not stand in the result word for word: it was left out, or R4 says it by an element of
 * its own or another word. A test compares every published resource with what becomes of it: what is neither there nor
 * in this list fails it. (Empty text and an extension without a value are nothing in FHIR, and fall away.) `path` begins
 * with the type; `*` is any type.
 */
export const LEFT_OUT: readonly { readonly path: string; readonly reason: string }[] = [
  {
    path: '*.meta.extension(http://hapifhir.io/fhir/StructureDefinition/resource-meta-source)',
    reason: 'a server’s note of which of its requests stored the resource last; it differs with every delivery',
  },
  { path: 'Immunization.notGiven', reason: 'false is what the status says; true becomes the status not-done' },
  { path: 'Procedure.notDone', reason: 'false is what the status says; true becomes the status not-done' },
  { path: 'MedicationAdministration.notGiven', reason: 'false is what the status says; true becomes not-done' },
  { path: 'MedicationDispense.notDone', reason: 'false is what the status says; true becomes the status declined' },
  { path: 'Observation.related.type', reason: 'the relation is the name of the element: hasMember, derivedFrom' },
  { path: 'DeviceRequest.intent.coding.system', reason: 'the intent is a code of FHIR itself in R4' },
  { path: 'DeviceRequest.intent.coding.display', reason: 'the intent is a code of FHIR itself in R4' },
  {
    path: 'DeviceUseStatement.extension(http://nictiz.nl/fhir/StructureDefinition/zib-MedicalDevice-Problem).url',
    reason: 'R4 has an element for the reason: reasonReference',
  },
  {
    path: 'DeviceUseStatement.extension(http://nictiz.nl/fhir/StructureDefinition/deviceUseStatement-reasonReferenceSTU3).url',
    reason: 'R4 has an element for the reason: reasonReference',
  },
  {
    path: 'Consent.extension(http://nictiz.nl/fhir/StructureDefinition/zib-TreatmentDirective-Treatment).url',
    reason: 'nl-core for R4 has the treatment as provision.code',
  },
  { path: 'ClinicalImpression.status', reason: 'draft is in-progress in R4' },
  { path: 'ImagingStudy.series.uid', reason: 'an id in R4, without urn:oid: before it' },
  { path: 'ImagingStudy.series.instance.uid', reason: 'an id in R4, without urn:oid: before it' },
  { path: 'Procedure.status', reason: 'suspended is on-hold, aborted is stopped in R4' },
  { path: 'ProcedureRequest.status', reason: 'suspended is on-hold, cancelled is revoked in R4' },
  { path: 'ReferralRequest.status', reason: 'suspended is on-hold, cancelled is revoked in R4' },
  { path: 'DeviceRequest.status', reason: 'suspended is on-hold, cancelled is revoked in R4' },
  { path: 'CarePlan.status', reason: 'suspended is on-hold, cancelled is revoked in R4' },
  { path: 'ImmunizationRecommendation.recommendation.date', reason: 'several of the same day are one date in R4' },
];
