/**
 * One building block of medication, read from FHIR: what was agreed, handed out, given or said about one medicine. Pure.
 * Profiles: zib 2017 and zib 2020 / MP9 (Nictiz), and plain FHIR R4.
 */
import type {
  CodeableConcept,
  Dosage,
  Duration,
  Extension,
  Identifier,
  Period,
  Quantity,
  Reference,
} from '@medplum/fhirtypes';
import type { CalendarDate } from '../platform/time';
import type { Said } from '../zib';
import {
  type Content,
  codings,
  dosagesOf,
  followsOf,
  idOf,
  type MedicationEntry,
  medicineOf,
  peopleOf,
  periodOf,
  remarksOf,
  statusReasons,
  treatmentOf,
  withWords,
  writtenOn,
} from './content';
import { boundsOf, lastDayOf } from './days';
import { objects } from './timing';

export type { MedicationEntry, MedicationType } from './content';

/**
 * agreement: what prescriber and patient agreed (medicatieafspraak) · schedule: a variable scheme (wisselend
 * doseerschema) · pharmacy: how the pharmacist carries it out (toedieningsafspraak) · use: what is used according to who
 * says it (medicatiegebruik) · order: asked of the pharmacy (verstrekkingsverzoek) · handed-out (verstrekking) · given
 * (toediening).
 */
export type BlockKind = 'agreement' | 'schedule' | 'pharmacy' | 'use' | 'order' | 'handed-out' | 'given';

/** What the block itself says of whether it holds. */
export type BlockState = 'holds' | 'over' | 'paused' | 'cancelled' | 'planned' | 'not-used';

export interface Block {
  readonly entry: MedicationEntry;
  readonly kind: BlockKind;
  readonly state: BlockState;
  readonly name: Said | undefined;
  /** 'system|code' of every code of the medicine, and of what it refers to; the folded name where it has no code. */
  readonly keys: readonly string[];
  /** MP9: which blocks belong to one treatment. */
  readonly treatment: string | undefined;
  /** Our identifiers of blocks that it says it follows from. */
  readonly follows: readonly string[];
  /** The block that it takes the place of. */
  readonly replaces: string | undefined;
  /** FHIR dates, as exact as they came. */
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly duration: Duration | undefined;
  /** The last day of use where it is known or follows from a duration; for deciding only, never shown. */
  readonly lastDay: CalendarDate | undefined;
  /** Use must end: for good, or for a while. */
  readonly stop: 'final' | 'for-now' | undefined;
  /** It asks that something is not used. */
  readonly never: boolean;
  readonly writtenOn: string | undefined;
  readonly dosages: readonly Dosage[];
  /** The whole instruction as the source put it together. */
  readonly instruction: string | undefined;
  readonly cycle: Duration | undefined;
  /** False where it carries something that may change its meaning and that is not known here. */
  readonly understood: boolean;
  readonly prescriber: Reference | undefined;
  readonly pharmacy: Reference | undefined;
  /** Who says that it is used. */
  readonly saidBy: Reference | undefined;
  readonly byPatient: boolean;
  readonly reasons: readonly CodeableConcept[];
  readonly reasonReferences: readonly Reference[];
  /** Why it changed or stopped. */
  readonly changeReasons: readonly CodeableConcept[];
  readonly remarks: readonly string[];
  readonly amount: Quantity | undefined;
}

const NICTIZ = 'http://nictiz.nl/fhir/StructureDefinition/';

/** Extensions of the Dutch profiles, in the names of both generations. */
const EXTENSIONS = {
  treatment: [
    'ext-PharmaceuticalTreatment.Identifier',
    'zib-Medication-MedicationTreatment',
    'ext-MedicationTreatment',
  ],
  period: ['ext-TimeInterval.Period', 'ext-TimeInterval-Period', 'zib-Medication-PeriodOfUse'],
  duration: ['ext-TimeInterval.Duration', 'ext-TimeInterval-Duration', 'zib-MedicationUse-Duration'],
  stop: ['ext-StopType', 'zib-Medication-StopType'],
  instruction: ['ext-RenderedDosageInstruction', 'zib-Medication-InstructionsForUseDescription'],
  cycle: ['ext-InstructionsForUse.RepeatPeriodCyclicalSchedule', 'zib-Medication-RepeatPeriodCyclicalSchedule'],
  additional: [
    'ext-MedicationAgreement.MedicationAgreementAdditionalInformation',
    'zib-Medication-AdditionalInformation',
  ],
  prescriber: ['ext-MedicationUse2.Prescriber', 'ext-MedicationUse.Prescriber', 'zib-MedicationUse-Prescriber'],
  author: ['ext-MedicationUse2.Author', 'ext-MedicationUse.Author', 'zib-MedicationUse-Author'],
  changed: ['zib-MedicationUse-ReasonForChangeOrDiscontinuationOfUse'],
  written: ['ext-AdministrationAgreement.AgreementDateTime', 'zib-AdministrationAgreement-AuthoredOn'],
} as const;

/** Categories: SNOMED CT, in the codes of both generations. */
const ORDER = new Set(['52711000146108']);
const SCHEDULE = new Set(['395067002']);
const PHARMACY_AGREEMENT = new Set(['422037009']);

/** Stopping for a while: SNOMED CT 'suspended', and the older Dutch code. */
const FOR_NOW = new Set(['385655000', '113381000146106', '1']);

/** Why an agreement was changed rather than what a medicine is for (value set 'reden wijzigen of staken'). */
const CHANGE_REASONS = new Set([
  '266709005',
  '395009001',
  '395007004',
  '407563006',
  '58848006',
  '79899007',
  '1148859004',
  '182838006',
  '182857000',
  '182862004',
  '182863009',
  '182871002',
  '313386006',
  '77386006',
  '65921008',
  '397943006',
  '288001000146108',
  '110051000146102',
]);

/** A row as a block; undefined for what says nothing that holds: drafts and proposals. */
export function blockOf(entry: MedicationEntry): Block | undefined {
  const content = entry.content as Content;
  const state = stateOf(content);
  if (state === undefined) return undefined;
  const extensions = [...objects(content.extension), ...objects(content.modifierExtension)];
  const read = <K extends keyof Extension>(name: keyof typeof EXTENSIONS, value: K) =>
    extensionOf(extensions, name)?.[value];
  const period = (read('period', 'valuePeriod') as Period | undefined) ?? periodOf(content);
  const dosages = dosagesOf(content);
  const bounds = boundsOf(dosages);
  const from = period?.start ?? bounds.from;
  const until = period?.end ?? bounds.until;
  const duration =
    (read('duration', 'valueDuration') as Duration | undefined) ??
    (extensionOf(objects(period?.extension), 'duration')?.valueDuration as Duration | undefined);
  const stopConcept = read('stop', 'valueCodeableConcept') as CodeableConcept | undefined;
  const concepts = 'reasonCode' in content ? objects(content.reasonCode) : [];
  const isChange = (concept: CodeableConcept) => codings(concept).some(({ code }) => CHANGE_REASONS.has(code ?? ''));
  const stop = stopConcept && (codings(stopConcept).some(({ code }) => FOR_NOW.has(code ?? '')) ? 'for-now' : 'final');
  const ofChange = (concept: CodeableConcept) => stop !== undefined || isChange(concept);
  return {
    entry,
    kind: kindOf(content),
    state,
    ...medicineOf(entry, content),
    treatment: treatmentOf(read('treatment', 'valueIdentifier') as Identifier | undefined),
    follows: followsOf(content),
    replaces: idOf(content.resourceType === 'MedicationRequest' ? content.priorPrescription : undefined),
    from,
    until,
    duration,
    lastDay: lastDayOf(from, until, duration) ?? bounds.lastDay,
    stop,
    never: content.resourceType === 'MedicationRequest' && content.doNotPerform === true,
    writtenOn: writtenOn(content, read('written', 'valueDateTime') as string | undefined),
    dosages,
    instruction: withWords(read('instruction', 'valueString') as string | undefined),
    cycle: read('cycle', 'valueDuration') as Duration | undefined,
    understood: objects(content.modifierExtension).every(({ url }) => known.has(url)),
    ...peopleOf(
      content,
      read('prescriber', 'valueReference') as Reference | undefined,
      read('author', 'valueReference') as Reference | undefined,
    ),
    reasons: concepts.filter((concept) => !ofChange(concept)),
    reasonReferences: 'reasonReference' in content ? objects(content.reasonReference) : [],
    changeReasons: [
      ...concepts.filter(ofChange),
      ...statusReasons(content),
      ...objects(read('changed', 'valueCodeableConcept') as CodeableConcept | undefined),
    ],
    remarks: remarksOf(content, read('additional', 'valueCodeableConcept') as CodeableConcept | undefined),
    amount: content.resourceType === 'MedicationDispense' ? content.quantity : undefined,
  };
}

const known: ReadonlySet<string | undefined> = new Set(
  Object.values(EXTENSIONS).flatMap((names) => names.map((name) => `${NICTIZ}${name}`)),
);

const extensionOf = (extensions: readonly Extension[], name: keyof typeof EXTENSIONS): Extension | undefined =>
  extensions.find(({ url }) => EXTENSIONS[name].some((known) => url === `${NICTIZ}${known}`));

function kindOf(content: Content): BlockKind {
  const codes = objects(content.category as CodeableConcept | CodeableConcept[] | undefined).flatMap(codings);
  const is = (known: ReadonlySet<string>) => codes.some(({ code }) => known.has(code ?? ''));
  switch (content.resourceType) {
    case 'MedicationRequest':
      return is(ORDER) ? 'order' : is(SCHEDULE) ? 'schedule' : 'agreement';
    case 'MedicationDispense':
      return is(PHARMACY_AGREEMENT) ? 'pharmacy' : 'handed-out';
    case 'MedicationStatement':
      return 'use';
    case 'MedicationAdministration':
      return 'given';
  }
}

/** Undefined: not agreed (yet), or put down by mistake. */
function stateOf(content: Content): BlockState | undefined {
  const { status, resourceType: type } = content;
  if (status === 'entered-in-error') return undefined;
  if (type === 'MedicationRequest') {
    if (status === 'draft' || content.intent === 'proposal') return undefined;
    if (status === 'stopped' || status === 'completed') return 'over';
    if (status === 'on-hold') return 'paused';
    return status === 'cancelled' ? 'cancelled' : 'holds';
  }
  if (type === 'MedicationStatement') {
    // Before R4 a statement said it in `taken`.
    if (status === 'not-taken' || (content as { taken?: string }).taken === 'n') return 'not-used';
    if (status === 'completed' || status === 'stopped') return 'over';
    if (status === 'on-hold') return 'paused';
    return status === 'intended' ? 'planned' : 'holds';
  }
  // A dispense that is completed was handed out: that says nothing of its use.
  if (status === 'cancelled' || status === 'declined' || status === 'not-done') return 'cancelled';
  if (status === 'stopped') return 'over';
  return status === 'on-hold' ? 'paused' : 'holds';
}
