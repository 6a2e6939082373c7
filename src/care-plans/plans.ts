/** Treatment plans and goals as pages show them, read from FHIR (nl-core NursingIntervention, HelpFromOthers, TreatmentObjective). */
import type { CarePlan, CarePlanActivityDetail, Extension, GoalTarget, Reference } from '@medplum/fhirtypes';
import type { Translate } from '../platform/i18n';
import {
  conceptText,
  conceptTexts,
  dateText,
  type EntryOf,
  type Names,
  periodText,
  quantityText,
  rangeText,
  referencedId,
  type Said,
} from '../zib';
import { isOver, type State, stateOf } from './states';
import { timingText } from './timing';

export interface Activity {
  readonly what: Said | undefined;
  /** What it asks: instructions of the source. */
  readonly instruction: string | undefined;
  readonly state: State | undefined;
  readonly when: string | undefined;
  readonly who: readonly string[];
  readonly materials: readonly string[];
  readonly outcomes: readonly Said[];
  readonly remarks: readonly string[];
}

export interface Plan {
  readonly entry: EntryOf<'CarePlan'>;
  readonly title: Said | undefined;
  readonly state: State | undefined;
  readonly period: string | undefined;
  readonly description: string | undefined;
  /** What it is for. */
  readonly reasons: readonly string[];
  readonly goals: readonly GoalView[];
  readonly activities: readonly Activity[];
  readonly remarks: readonly string[];
}

export interface GoalView {
  readonly entry: EntryOf<'Goal'>;
  readonly title: Said | undefined;
  readonly state: State | undefined;
  /** How far it is reached, in the source's words. */
  readonly achieved: Said | undefined;
  readonly since: string | undefined;
  readonly targets: readonly string[];
  readonly reasons: readonly string[];
  readonly remarks: readonly string[];
}

export interface Plans {
  readonly going: readonly Plan[];
  readonly over: readonly Plan[];
  /** Goals that no plan names. */
  readonly goals: readonly GoalView[];
}

/** Plans with their goals; a goal that several plans name stands with each. `today` is a calendar date. */
export function plansOf(
  t: Translate,
  entries: readonly (EntryOf<'CarePlan'> | EntryOf<'Goal'>)[],
  names: Names,
  today: string,
): Plans {
  const goals = new Map(
    entries.flatMap((entry): [string, GoalView][] =>
      entry.type === 'Goal' ? [[entry.id, goalView(t, entry, names)]] : [],
    ),
  );
  const plans = entries.flatMap((entry) => (entry.type === 'CarePlan' ? [planView(t, entry, names, goals)] : []));
  const named = new Set(plans.flatMap((plan) => plan.goals.map(({ entry }) => entry.id)));
  const over = (plan: Plan) => isOver(plan.state) || (plan.entry.content.period?.end ?? '9999') < today;
  return {
    going: plans.filter((plan) => !over(plan)),
    over: plans.filter(over),
    goals: [...goals.values()].filter(({ entry }) => !named.has(entry.id)),
  };
}

const remarksOf = ({ note }: { note?: { text?: string }[] }): string[] =>
  (note ?? []).flatMap(({ text }) => text?.trim() || []);

const namesIn = (references: readonly Reference[] | undefined, names: Names, content: object): string[] => [
  ...new Set((references ?? []).flatMap((reference) => names.of(reference, content) ?? [])),
];

function planView(t: Translate, entry: EntryOf<'CarePlan'>, names: Names, goals: ReadonlyMap<string, GoalView>): Plan {
  const { content } = entry;
  const title = content.title?.trim();
  const own = goalsOf(content);
  return {
    entry,
    title: title ? { text: title } : conceptTexts(content.category)[0],
    state: stateOf(content.status),
    period: periodText(t, content.period),
    description: content.description?.trim() || undefined,
    reasons: namesIn(content.addresses, names, content),
    goals: own.flatMap((id) => goals.get(id) ?? []),
    activities: (content.activity ?? []).flatMap(
      ({ detail, outcomeCodeableConcept, reference, progress }): Activity[] => {
        const outcomes = conceptTexts(outcomeCodeableConcept);
        const remarks = remarksOf({ note: progress ?? [] });
        if (detail !== undefined) return [{ ...activityOf(t, detail, names, content), outcomes, remarks }];
        const name = names.of(reference, content);
        return name === undefined && outcomes.length === 0
          ? []
          : [{ ...nothing, what: name === undefined ? undefined : { text: name }, outcomes, remarks }];
      },
    ),
    remarks: remarksOf(content),
  };
}

const nothing: Activity = {
  what: undefined,
  instruction: undefined,
  state: undefined,
  when: undefined,
  who: [],
  materials: [],
  outcomes: [],
  remarks: [],
};

/** Those of the plan itself and those that only an activity names. */
const goalsOf = ({ goal, activity }: CarePlan): string[] => {
  const references = [...(goal ?? []), ...(activity ?? []).flatMap(({ detail }) => detail?.goal ?? [])];
  return [...new Set(references.flatMap((reference) => referencedId(reference) ?? []))];
};

const MATERIAL = /\/(ext-CarePlan-MaterialUsed|extension-medicaldevice)$/;

function activityOf(t: Translate, detail: CarePlanActivityDetail, names: Names, content: object): Activity {
  const materials = (detail.extension ?? []).flatMap(({ url, valueReference }: Extension) =>
    url !== undefined && MATERIAL.test(url) && valueReference !== undefined ? [valueReference] : [],
  );
  const instruction = detail.description?.trim() || undefined;
  const code = conceptText(detail.code);
  return {
    ...nothing,
    what: code ?? (instruction === undefined ? conceptText(detail.code) : { text: instruction }),
    instruction: code === undefined ? undefined : instruction,
    state: stateOf(detail.status),
    when: timingText(t, detail.scheduledTiming) ?? periodText(t, detail.scheduledPeriod) ?? detail.scheduledString,
    who: namesIn(detail.performer, names, content),
    materials: namesIn(materials, names, content),
  };
}

function goalView(t: Translate, entry: EntryOf<'Goal'>, names: Names): GoalView {
  const { content } = entry;
  return {
    entry,
    title: conceptText(content.description),
    state: stateOf(content.lifecycleStatus),
    achieved: conceptText(content.achievementStatus),
    since:
      content.startDate === undefined
        ? undefined
        : t('care-plans.since-start', { date: dateText(t, content.startDate) }),
    targets: (content.target ?? []).flatMap((target) => targetText(t, target) ?? []),
    reasons: namesIn(content.addresses, names, content),
    remarks: [...(content.statusReason ? [content.statusReason] : []), ...remarksOf(content)],
  };
}

/** 'lopen: lichte beperking, voor 10 september 2014' */
function targetText(t: Translate, target: GoalTarget): string | undefined {
  const wanted =
    quantityText(t, target.detailQuantity) ??
    rangeText(t, target.detailRange) ??
    conceptText(target.detailCodeableConcept)?.text ??
    target.detailString ??
    (target.detailInteger === undefined ? undefined : String(target.detailInteger)) ??
    (target.detailBoolean === undefined ? undefined : t(target.detailBoolean ? 'common.yes' : 'common.no'));
  const measured = [conceptText(target.measure)?.text, wanted].filter(Boolean).join(': ');
  const due = target.dueDate === undefined ? undefined : t('care-plans.due', { date: dateText(t, target.dueDate) });
  return [measured, due].filter(Boolean).join(', ') || undefined;
}
