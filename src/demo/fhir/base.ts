/** What all resources of the invented people have in common. */
export const NL_CORE = 'http://nictiz.nl/fhir/StructureDefinition/nl-core-';
export const EXT = 'http://nictiz.nl/fhir/StructureDefinition/ext-';
export const SNOMED = 'http://snomed.info/sct';
export const LOINC = 'http://loinc.org';
export const UCUM = 'http://unitsofmeasure.org';
export const ACT = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
export const HL7 = 'http://terminology.hl7.org/CodeSystem/';

export const profile = (name: string) => ({ profile: [`${NL_CORE}${name}`] });

/** A code and what it is called. */
export type Coded = readonly [code: string, display: string];

export const concept = (system: string, code: string, display: string) => ({ coding: [{ system, code, display }] });

export const snomed = ({ snomed: code, text }: { readonly snomed: string; readonly text: string }) =>
  concept(SNOMED, code, text);

/** `{ [name]: value }`, or nothing where there is no value. */
export const given = <Value>(name: string, value: Value | undefined): Record<string, Value> =>
  value === undefined ? {} : { [name]: value };

export const quantity = (value: number, unit: string, code: string) => ({ value, unit, system: UCUM, code });

export type Side = 'left' | 'right' | 'both';
const SIDES: Record<Side, Coded> = {
  left: ['7771000', 'links'],
  right: ['24028007', 'rechts'],
  both: ['51440002', 'beide kanten'],
};

export const laterality = (side: Side) => ({
  extension: [{ url: `${EXT}AnatomicalLocation.Laterality`, valueCodeableConcept: concept(SNOMED, ...SIDES[side]) }],
});

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A narrative of paragraphs; a blank line begins one. */
export function narrative(text: string) {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((part) => `<p>${part.replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign).replaceAll('\n', '<br/>')}</p>`);
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${paragraphs.join('')}</div>` };
}
