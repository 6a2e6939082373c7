/** FHIR STU3, as the Dutch information standards of 2017 (zib2017, MedMij) have it, to R4. */
import { type FhirResource, isObject, type JsonObject, listOf, objectsOf, textOf } from '../json';
import { definitions } from '../validate';
import { coverage, familyMemberHistory, questionnaireResponse } from './administration';
import { conform } from './conform';
import { device, deviceUseStatement } from './devices';
import { binary, composition, documentManifest, documentReference } from './documents';
import { allergyIntolerance, condition, detectedIssue, riskAssessment } from './findings';
import { imagingStudy } from './imaging';
import { extended, kept } from './keep';
import {
  medication,
  medicationAdministration,
  medicationDispense,
  medicationRequest,
  medicationStatement,
} from './medication';
import { diagnosticReport, media, observation } from './observation';
import type { Mapping } from './parts';
import { carePlan, careTeam, clinicalImpression, goal, task } from './plans';
import { deviceRequest, nutritionOrder, procedure, procedureRequest, referralRequest } from './procedures';
import { withNamesOfR4 } from './systems';
import { immunization, immunizationRecommendation } from './vaccination';
import { appointment, encounter } from './visits';
import { consent } from './wishes';

/** One line a type that R4 changed; all others only go through `conform`. */
export const MAPPINGS: Readonly<Record<string, Mapping>> = {
  AllergyIntolerance: allergyIntolerance,
  Appointment: appointment,
  Binary: binary,
  CarePlan: carePlan,
  CareTeam: careTeam,
  ClinicalImpression: clinicalImpression,
  Composition: composition,
  Condition: condition,
  Consent: consent,
  Coverage: coverage,
  DetectedIssue: detectedIssue,
  Device: device,
  DeviceRequest: deviceRequest,
  DeviceUseStatement: deviceUseStatement,
  DiagnosticReport: diagnosticReport,
  DocumentManifest: documentManifest,
  DocumentReference: documentReference,
  Encounter: encounter,
  FamilyMemberHistory: familyMemberHistory,
  Goal: goal,
  Immunization: immunization,
  ImmunizationRecommendation: immunizationRecommendation,
  ImagingStudy: imagingStudy,
  Media: media,
  Medication: medication,
  MedicationAdministration: medicationAdministration,
  MedicationDispense: medicationDispense,
  MedicationRequest: medicationRequest,
  MedicationStatement: medicationStatement,
  NutritionOrder: nutritionOrder,
  Observation: observation,
  Procedure: procedure,
  ProcedureRequest: procedureRequest,
  QuestionnaireResponse: questionnaireResponse,
  ReferralRequest: referralRequest,
  RiskAssessment: riskAssessment,
  Task: task,
};

/**
 * A resource of STU3 in R4. Pure; whether the result is valid R4 is for the validator to say. What R4 has no place for
 * stands in extensions under HL7's address for elements of STU3; what is left out stands in `DROPPED`.
 */
export function toR4(resource: FhirResource): FhirResource {
  definitions();
  return mapped(resource, true) as FhirResource;
}

function mapped(resource: JsonObject, outermost: boolean): JsonObject {
  const type = textOf(resource.resourceType) ?? '';
  const { contained, ...own } = resource;
  const step = (Object.hasOwn(MAPPINGS, type) ? MAPPINGS[type] : undefined) ?? ((same: JsonObject) => same);
  const result = withNamesOfR4(step(withMeta(own, type, outermost)));
  if (!isObject(result)) return resource;
  const inside = objectsOf(contained).map((inner) => mapped(inner, false));
  return conform({ ...result, ...(inside.length > 0 && { contained: inside }) }, String(result.resourceType), type);
}

/** A server's own note of which of its requests stored the resource. */
const SERVER_NOTE = 'http://hapifhir.io/fhir/StructureDefinition/resource-meta-source';

/** The profiles are of STU3, so R4 does not claim them; where it came from is `meta.source`. */
function withMeta(resource: JsonObject, type: string, outermost: boolean): JsonObject {
  if (!outermost) return resource;
  const { profile, ...meta } = isObject(resource.meta) ? resource.meta : ({} as JsonObject);
  const extension = objectsOf(meta.extension).filter(({ url }) => url !== SERVER_NOTE);
  const { extension: _, ...rest } = meta;
  const all = [...extension, ...listOf(profile).flatMap((one) => kept('Meta.profile', one))];
  return { ...resource, meta: extended({ source: `${type}/${textOf(resource.id) ?? ''}`, ...rest }, all) };
}
