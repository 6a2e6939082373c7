/** Referrals and planned care, read from requests (FHIR ServiceRequest, DeviceRequest, NutritionOrder, Task). */
import type { Annotation, CodeableConcept, Reference, ServiceRequest } from '@medplum/fhirtypes';
import type { Translate } from '../platform/i18n';
import {
  conceptText,
  conceptTexts,
  dateText,
  type EntryOf,
  momentText,
  type Names,
  periodText,
  type Said,
} from '../zib';
import { isOver, type State, stateOf, stateOfRequest } from './states';
import { timingText } from './timing';

/** SNOMED CT: referral of a patient, and referral to a service. */
const REFERRAL = new Set(['3457005', '306206005']);
/** Requests of an examination: their results stand among the results. observation-category and SNOMED CT. */
const EXAMINATION = new Set(['laboratory', 'imaging', '108252007', '363679005', '15220000', '275711006']);

export type RequestKind = 'referral' | 'examination' | 'planned';

/** What a request asks for, by its category and code. */
export function kindOf({ category, code }: Pick<ServiceRequest, 'category' | 'code'>): RequestKind {
  const codes = [...(category ?? []), ...(code === undefined ? [] : [code])].flatMap(({ coding }) =>
    (coding ?? []).flatMap((each) => each.code ?? []),
  );
  if (codes.some((each) => REFERRAL.has(each))) return 'referral';
  return codes.some((each) => EXAMINATION.has(each)) ? 'examination' : 'planned';
}

export type ReferralState = 'prepared' | 'sent' | 'paused' | 'done' | 'withdrawn' | 'unknown';

const REFERRAL_STATES: Readonly<Record<string, ReferralState>> = {
  draft: 'prepared',
  active: 'sent',
  'on-hold': 'paused',
  completed: 'done',
  revoked: 'withdrawn',
};

export interface Referral {
  readonly entry: EntryOf<'ServiceRequest'>;
  /** Where to: who is asked, else which specialism. */
  readonly to: readonly Said[];
  readonly what: Said | undefined;
  readonly state: ReferralState;
  /** When it was made. */
  readonly on: string | undefined;
  /** When it is to happen. */
  readonly when: string | undefined;
  readonly by: string | undefined;
  readonly reasons: readonly Said[];
  readonly remarks: readonly string[];
}

/** The referrals among requests, in the order given (DO-14). */
export const referralsOf = (t: Translate, entries: readonly EntryOf<'ServiceRequest'>[], names: Names): Referral[] =>
  entries
    .filter(({ content }) => kindOf(content) === 'referral')
    .map((entry): Referral => {
      const { content } = entry;
      const asked = namesIn(content.performer, names, content);
      const about = conceptText(content.code);
      const isOnlyReferral = kindOf({ code: content.code } as ServiceRequest) === 'referral' && !content.code?.text;
      return {
        entry,
        to: asked.length > 0 ? asked : conceptTexts([content.performerType]),
        what: isOnlyReferral ? undefined : about,
        state: REFERRAL_STATES[content.status ?? ''] ?? 'unknown',
        on: content.authoredOn === undefined ? undefined : dateText(t, content.authoredOn),
        when: whenOf(t, content),
        by: names.of(content.requester, content),
        reasons: reasonsOf(content, names),
        remarks: remarksOf(content.note),
      };
    });

export interface Planned {
  readonly entry: EntryOf<'ServiceRequest'> | EntryOf<'DeviceRequest'> | EntryOf<'NutritionOrder'> | EntryOf<'Task'>;
  readonly kind: 'care' | 'device' | 'nutrition' | 'task';
  readonly what: readonly Said[];
  readonly state: State | undefined;
  readonly when: string | undefined;
  readonly who: readonly Said[];
  readonly reasons: readonly Said[];
  readonly remarks: readonly string[];
}

/** What is planned and not over yet. */
export const plannedOf = (t: Translate, entries: readonly Planned['entry'][], names: Names): Planned[] =>
  entries
    .flatMap((entry) => plannedView(t, entry, names) ?? [])
    .filter(({ state, what }) => !isOver(state) && what.length > 0);

function plannedView(t: Translate, entry: Planned['entry'], names: Names): Planned | undefined {
  switch (entry.type) {
    case 'ServiceRequest': {
      const { content } = entry;
      if (kindOf(content) !== 'planned') return undefined;
      const who = namesIn(content.performer, names, content);
      return {
        entry,
        kind: 'care',
        what: conceptTexts([content.code]),
        state: stateOfRequest(content.status),
        when: whenOf(t, content),
        who: who.length > 0 ? who : conceptTexts([content.performerType]),
        reasons: reasonsOf(content, names),
        remarks: remarksOf(content.note),
      };
    }
    case 'DeviceRequest': {
      const { content } = entry;
      const device = names.of(content.codeReference, content);
      return {
        entry,
        kind: 'device',
        what: device === undefined ? conceptTexts([content.codeCodeableConcept]) : [{ text: device }],
        state: stateOfRequest(content.status),
        when: whenOf(t, content),
        who: namesIn(content.performer === undefined ? [] : [content.performer], names, content),
        reasons: reasonsOf(content, names),
        remarks: remarksOf(content.note),
      };
    }
    case 'NutritionOrder': {
      const { content } = entry;
      const { oralDiet, supplement, enteralFormula } = content;
      const what = [
        ...(oralDiet?.type ?? []),
        ...(oralDiet?.texture ?? []).map(({ modifier }) => modifier),
        ...(oralDiet?.fluidConsistencyType ?? []),
        ...(supplement ?? []).map(({ type }) => type),
        enteralFormula?.baseFormulaType,
      ];
      const instruction = oralDiet?.instruction?.trim();
      return {
        entry,
        kind: 'nutrition',
        what: conceptTexts(what),
        state: stateOf(content.status),
        when:
          content.dateTime === undefined ? undefined : t('care-plans.since', { date: dateText(t, content.dateTime) }),
        who: [],
        reasons: [],
        remarks: [...(instruction ? [instruction] : []), ...remarksOf(content.note)],
      };
    }
    case 'Task': {
      const { content } = entry;
      const description = content.description?.trim();
      const owner = names.of(content.owner, content);
      return {
        entry,
        kind: 'task',
        what: description ? [{ text: description }] : conceptTexts([content.code]),
        state: stateOf(content.status),
        when: periodText(t, content.executionPeriod),
        who: owner === undefined ? [] : [{ text: owner }],
        reasons: conceptTexts([content.reasonCode]),
        remarks: remarksOf(content.note),
      };
    }
  }
}

const namesIn = (references: readonly Reference[] | undefined, names: Names, content: object): Said[] =>
  (references ?? []).flatMap((reference) => {
    const text = names.of(reference, content);
    return text === undefined ? [] : [{ text }];
  });

const remarksOf = (notes: readonly Annotation[] | undefined): string[] =>
  (notes ?? []).flatMap(({ text }) => text?.trim() || []);

interface Reasoned {
  readonly reasonCode?: CodeableConcept[];
  readonly reasonReference?: Reference[];
}

const reasonsOf = (content: Reasoned & object, names: Names): Said[] => [
  ...conceptTexts(content.reasonCode),
  ...namesIn(content.reasonReference, names, content),
];

/** A beginning without an end lies ahead: 'vanaf februari 2027'. */
function whenOf(
  t: Translate,
  {
    occurrenceDateTime,
    occurrencePeriod,
    occurrenceTiming,
  }: Pick<ServiceRequest, `occurrence${string}` & keyof ServiceRequest>,
): string | undefined {
  const { start, end } = occurrencePeriod ?? {};
  if (start !== undefined && end === undefined) return t('care-plans.from', { date: dateText(t, start) });
  return momentText(t, {
    date: occurrenceDateTime,
    period: occurrencePeriod,
    words: timingText(t, occurrenceTiming),
  });
}
