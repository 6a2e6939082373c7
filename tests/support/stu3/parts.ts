import { expect } from 'vitest';
import type { JsonObject } from '../../../src/ehr/json';

export const NICTIZ = 'http://nictiz.nl/fhir/StructureDefinition/';
export const STU3 = 'http://hl7.org/fhir/3.0/StructureDefinition/extension-';
export const HL7 = 'http://terminology.hl7.org/CodeSystem/';

export const patient = { reference: 'Patient/p' };
export const inContext = { subject: patient, context: { reference: 'Encounter/e' } };
export const encounter = { encounter: { reference: 'Encounter/e' }, context: undefined };
export const concept = (code: string, system = 'http://snomed.info/sct') => ({ coding: [{ system, code }] });
export const kept = (path: string, value: JsonObject) => expect.arrayContaining([{ url: STU3 + path, ...value }]);

/** Type, what is told, what STU3 says, what R4 then says. */
export type Row = readonly [type: string, what: string, source: JsonObject, expected: JsonObject];
