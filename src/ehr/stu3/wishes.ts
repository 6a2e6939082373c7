/** Consent: what somebody wants and does not want (behandelaanwijzing, wilsverklaring). */
import { isObject, type JsonObject, listOf, objectsOf, textAt, textOf } from '../json';
import { inTurn, type Mapping, without } from './parts';

const NICTIZ = 'http://nictiz.nl/fhir/StructureDefinition/';
const HL7 = 'http://terminology.hl7.org/CodeSystem/';
const SNOMED = 'http://snomed.info/sct';
const DIRECTIVE = `${NICTIZ}zib-TreatmentDirective-`;

type Kind = 'directive' | 'will' | 'privacy';

const KINDS: Readonly<Record<string, Kind>> = { '11291000146105': 'directive', '11341000146107': 'will' };

/** What zib2017 calls it, and how nl-core for R4 says the same. Any other Consent is about privacy. */
function kindOf(source: JsonObject): Kind {
  for (const concept of objectsOf(source.category)) {
    const kind = KINDS[textAt(concept, 'coding', 'code') ?? ''];
    if (kind !== undefined) return kind;
  }
  return 'privacy';
}

const scopes: Readonly<Record<Kind, JsonObject>> = {
  directive: { system: `${HL7}consentscope`, code: 'treatment', display: 'Treatment' },
  will: { system: `${HL7}consentscope`, code: 'adr', display: 'Advanced Care Directive' },
  privacy: { system: `${HL7}consentscope`, code: 'patient-privacy', display: 'Privacy Consent' },
};

const categories: Readonly<Record<Kind, JsonObject>> = {
  directive: { system: SNOMED, code: '129125009', display: 'verrichting met expliciete context' },
  will: { system: `${HL7}consentcategorycodes`, code: 'acd', display: 'Advance Directive' },
  privacy: { system: `${HL7}v3-NullFlavor`, code: 'UNK' },
};

/** R4 requires scope and category; those of the source stay beside them. */
function scope(source: JsonObject): JsonObject {
  const kind = kindOf(source);
  const own = objectsOf(source.category);
  const category = kind === 'privacy' && own.length > 0 ? own : [{ coding: [categories[kind]] }, ...own];
  return { ...source, scope: { coding: [scopes[kind]] }, category };
}

/** A rule by its address alone is a concept in R4. */
const policyRule = (source: JsonObject): JsonObject =>
  textOf(source.policyRule) === undefined ? source : { ...source, policyRule: { text: source.policyRule } };

/** Where it is written: a number alone is a reference by number. */
const sources = (source: JsonObject): JsonObject =>
  isObject(source.sourceIdentifier)
    ? { ...without(source, 'sourceIdentifier'), sourceReference: { identifier: source.sourceIdentifier } }
    : source;

const extensionOf = (source: JsonObject, name: string, list = 'extension'): JsonObject | undefined =>
  objectsOf(source[list]).find(({ url }) => url === DIRECTIVE + name);

const withoutExtension = (source: JsonObject, name: string, list = 'extension'): JsonObject => {
  const rest = objectsOf(source[list]).filter(({ url }) => url !== DIRECTIVE + name);
  return { ...without(source, list), ...(rest.length > 0 && { [list]: rest }) };
};

const MOVED = ['actor', 'action', 'securityLabel', 'purpose', 'dataPeriod', 'data'] as const;

/** What it is about and who said so stand under `provision`. */
function provision(source: JsonObject): JsonObject {
  const moved = Object.fromEntries(MOVED.flatMap((name) => (source[name] === undefined ? [] : [[name, source[name]]])));
  const role =
    kindOf(source) === 'will' ? actorRole('RESPRSN', 'responsible party') : actorRole('CONSENTER', 'consenter');
  const party = objectsOf(source.consentingParty).map((reference) => ({ role, reference }));
  const actor = [...listOf(moved.actor), ...party];
  const treatment = extensionOf(source, 'Treatment')?.valueCodeableConcept;
  const code = [...listOf(treatment), ...kindsOfWill(source)];
  const root = {
    ...moved,
    ...(actor.length > 0 && { actor }),
    ...(code.length > 0 && { code }),
    ...(source.except !== undefined && { provision: objectsOf(source.except) }),
  };
  const rest = withoutExtension(without(source, ...MOVED, 'consentingParty', 'except'), 'Treatment');
  return Object.keys(root).length === 0 ? rest : { ...rest, provision: root };
}

const actorRole = (code: string, display: string): JsonObject => ({
  coding: [{ system: `${HL7}v3-RoleCode`, code, display }],
});

/** The kind of a wilsverklaring stands among its categories in STU3; it stays there too. */
const kindsOfWill = (source: JsonObject): unknown[] =>
  kindOf(source) === 'will'
    ? objectsOf(source.category).filter((concept) => KINDS[textAt(concept, 'coding', 'code') ?? ''] === undefined)
    : [];

/** 'Yes' permits, 'no' denies; 'yes, but' is neither: nl-core says in words what then holds. */
function permitted(source: JsonObject): JsonObject {
  const answer = extensionOf(source, 'TreatmentPermitted', 'modifierExtension')?.valueCodeableConcept;
  const code = textAt(answer, 'coding', 'code');
  const root = isObject(source.provision) ? source.provision : {};
  if (code === 'JA' || code === 'NEE')
    return { ...source, provision: { type: code === 'JA' ? 'permit' : 'deny', ...root } };
  if (code !== 'JA_MAAR') return source;
  const words = objectsOf(root.provision).flatMap((one) => extensionOf(one, 'Restrictions')?.valueString ?? []);
  const valueString = words.length > 0 ? words.join(' ') : textAt(answer, 'coding', 'display');
  const other = { url: `${NICTIZ}ext-TreatmentDirective2.SpecificationOther`, valueString };
  return { ...source, modifierExtension: [...objectsOf(source.modifierExtension), other] };
}

/** When and with whom it was talked over last: R4 has places for both, the details are kept. */
function verified(source: JsonObject): JsonObject {
  const inside = objectsOf(extensionOf(source, 'Verification')?.extension);
  const on = inside.find(({ url }) => url === 'VerificationDate')?.valueDateTime ?? textAt(source, 'period', 'start');
  const whom = inside.find(({ url }) => url === 'VerifiedWith')?.valueCodeableConcept;
  const display = textAt(whom, 'text') ?? textAt(whom, 'coding', 'display');
  const root = isObject(source.provision) ? source.provision : {};
  const consenter = { role: actorRole('CONSENTER', 'consenter'), reference: { display } };
  const actor = display === undefined || kindOf(source) !== 'directive' ? [] : [consenter];
  return {
    ...source,
    ...(source.dateTime === undefined && on !== undefined && { dateTime: on }),
    ...(actor.length > 0 && { provision: { ...root, actor: [...objectsOf(root.actor), ...actor] } }),
  };
}

/** After nl-core for R4 (AdvanceDirective, TreatmentDirective2). */
export const consent: Mapping = inTurn(sources, provision, permitted, verified, scope, policyRule);
