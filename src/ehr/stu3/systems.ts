import { isObject, type JsonObject } from '../json';

const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem/';

/** Code systems of FHIR itself that moved to HL7's terminology server with R4. */
const MOVED = new Set([
  'allergy-intolerance-substance-exposure-risk',
  'appointment-cancellation-reason',
  'condition-category',
  'diagnosis-role',
  'discharge-disposition',
  'encounter-admit-source',
  'encounter-diet',
  'encounter-special-arrangements',
  'goal-category',
  'immunization-recommendation-status',
  'location-physical-type',
  'medication-request-category',
  'medication-statement-category',
  'observation-category',
  'organization-type',
  'practitioner-role',
  'referencerange-meaning',
  'service-type',
]);

/** The name that R4 has for a code system of STU3; others are the same. */
export function systemInR4(system: string): string {
  const [, family, name] = /^http:\/\/hl7\.org\/fhir\/(v2|v3)\/([A-Za-z0-9/.-]+)$/.exec(system) ?? [];
  if (name !== undefined) return `${TERMINOLOGY}${family}-${name}`;
  if (system === 'http://hl7.org/fhir/identifier-type') return `${TERMINOLOGY}v2-0203`;
  const own = /^http:\/\/hl7\.org\/fhir\/([a-z-]+)$/.exec(system)?.[1];
  return own !== undefined && MOVED.has(own) ? `${TERMINOLOGY}${own}` : system;
}

const NICTIZ = 'http://nictiz.nl/fhir/StructureDefinition/';

/** Extensions of the Dutch STU3 profiles that nl-core for R4 has under another name, with the same meaning and type. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  [`${NICTIZ}BodySite-Qualifier`]: `${NICTIZ}ext-AnatomicalLocation.Laterality`,
  [`${NICTIZ}Comment`]: `${NICTIZ}ext-Comment`,
  [`${NICTIZ}EpisodeOfCare-Title`]: `${NICTIZ}ext-EpisodeOfCare.EpisodeOfCareName`,
  [`${NICTIZ}code-specification`]: `${NICTIZ}ext-CodeSpecification`,
  [`${NICTIZ}extension-medicaldevice`]: `${NICTIZ}ext-CarePlan-MaterialUsed`,
  [`${NICTIZ}patient-proficiency`]: 'http://hl7.org/fhir/StructureDefinition/patient-proficiency',
  [`${NICTIZ}zib-AddressInformation-AddressType`]: `${NICTIZ}ext-AddressInformation.AddressType`,
  [`${NICTIZ}zib-AdvanceDirective-Disorder`]: `${NICTIZ}ext-AdvanceDirective.Disorder`,
  [`${NICTIZ}zib-MedicalDevice-Organization`]: `${NICTIZ}ext-MedicalDevice.Location`,
  [`${NICTIZ}zib-MedicalDevice-Practitioner`]: `${NICTIZ}ext-MedicalDevice.HealthProfessional`,
};

/** Types that R4 has under another name: what refers to them says so too. */
const TYPES: Readonly<Record<string, string>> = {
  ProcedureRequest: 'ServiceRequest',
  ReferralRequest: 'ServiceRequest',
  Sequence: 'MolecularSequence',
  BodySite: 'BodyStructure',
};

const referenceInR4 = (reference: string): string =>
  reference.replace(
    /(^|\/)(ProcedureRequest|ReferralRequest|Sequence|BodySite)(?=\/)/,
    (_, slash, type) => `${slash}${TYPES[type]}`,
  );

/** Names that changed wherever they stand: code systems, extensions, types in references. Pure. */
export function withNamesOfR4(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNamesOfR4);
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) copy[name] = nameOf(name, inner, value) ?? withNamesOfR4(inner);
  return copy;
}

function nameOf(name: string, value: unknown, holder: JsonObject): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (name === 'system') return systemInR4(value);
  if (name === 'reference') return referenceInR4(value);
  return name === 'url' && isExtension(holder) ? (EXTENSIONS[value] ?? value) : undefined;
}

const isExtension = (holder: JsonObject): boolean =>
  Object.keys(holder).some((name) => name === 'extension' || /^_?value[A-Z]/.test(name));
