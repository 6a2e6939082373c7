/** Problems, allergies and alerts. */
import type { JsonObject } from '../json';
import { extended, kept } from './keep';
import { codeAsConcept, contextAsEncounter, inTurn, type Mapping, renamed, without } from './parts';

const SYSTEM = 'http://terminology.hl7.org/CodeSystem/';

/** A problem. R4 has no verification status 'unknown': without one it is just that, and the word is kept. */
export const condition: Mapping = inTurn(
  contextAsEncounter,
  endKept,
  (source) => renamed(source, { assertedDate: 'recordedDate' }),
  (source) => codeAsConcept(source, 'clinicalStatus', `${SYSTEM}condition-clinical`),
  (source) =>
    source.verificationStatus === 'unknown'
      ? source
      : codeAsConcept(source, 'verificationStatus', `${SYSTEM}condition-ver-status`),
);

const ENDS = ['abatementDateTime', 'abatementAge', 'abatementPeriod', 'abatementRange', 'abatementString'] as const;

/** A problem that is over and still active contradicts itself: R4 forbids it. The status stands, the end is kept. */
function endKept(source: JsonObject): JsonObject {
  if (source.clinicalStatus !== 'active' && source.clinicalStatus !== 'recurrence') return source;
  const ends = ENDS.filter((name) => source[name] !== undefined);
  const extensions = ends.flatMap((name) => kept(`Condition.${name}`, source[name], source[`_${name}`]));
  return extended(without(source, ...ends), extensions);
}

export const allergyIntolerance: Mapping = inTurn(
  (source) => renamed(source, { assertedDate: 'recordedDate' }),
  (source) => codeAsConcept(source, 'clinicalStatus', `${SYSTEM}allergyintolerance-clinical`),
  (source) => codeAsConcept(source, 'verificationStatus', `${SYSTEM}allergyintolerance-verification`),
);

export const detectedIssue: Mapping = (source) => renamed(source, { category: 'code', date: 'identifiedDateTime' });

export const riskAssessment: Mapping = inTurn(contextAsEncounter, (source) =>
  renamed(source, { reasonCodeableConcept: 'reasonCode' }),
);
