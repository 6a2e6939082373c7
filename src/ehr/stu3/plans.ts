/** Treatment plans, their goals, and who treats. */
import { isObject, type JsonObject, objectsOf, textOf } from '../json';
import { extended, kept } from './keep';
import {
  contextAsEncounter,
  inTurn,
  type Mapping,
  REQUEST_STATUS,
  recoded,
  renamed,
  requesterAsAgent,
  without,
} from './parts';

/** One author, others contribute. */
export const carePlan: Mapping = inTurn(
  contextAsEncounter,
  (source) => recoded(source, 'status', REQUEST_STATUS),
  (source) => {
    const [author, ...more] = objectsOf(source.author);
    return author === undefined
      ? source
      : { ...source, author, ...(more.length > 0 && { contributor: [...objectsOf(source.contributor), ...more] }) };
  },
  (source) =>
    source.activity === undefined ? source : { ...source, activity: objectsOf(source.activity).map(activity) },
);

function activity(source: JsonObject): JsonObject {
  const { detail } = source;
  if (!isObject(detail)) return source;
  const reason = textOf(detail.statusReason);
  return {
    ...source,
    detail: {
      ...renamed(detail, { prohibited: 'doNotPerform' }),
      ...(reason !== undefined && { statusReason: { text: reason } }),
    },
  };
}

/** STU3 had one status; R4 tells whether a goal counts from how far it is. */
const GOAL: Readonly<Record<string, readonly [lifecycle: string, achievement: string]>> = {
  'in-progress': ['active', 'in-progress'],
  'on-target': ['active', 'in-progress'],
  'ahead-of-target': ['active', 'improving'],
  'behind-target': ['active', 'in-progress'],
  sustaining: ['active', 'sustaining'],
  achieved: ['completed', 'achieved'],
};

export const goal: Mapping = (source) => {
  const stated = textOf(source.status);
  const [lifecycle, achievement] = GOAL[stated ?? ''] ?? [stated ?? 'active', undefined];
  const before = lifecycle === stated ? [] : kept('Goal.status', stated);
  return extended(
    {
      ...without(source, 'status'),
      ...(source._status !== undefined && { _lifecycleStatus: source._status }),
      lifecycleStatus: lifecycle,
      ...(achievement !== undefined && {
        achievementStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/goal-achievement', code: achievement }],
        },
      }),
    },
    before,
  );
};

export const careTeam: Mapping = contextAsEncounter;
export const clinicalImpression: Mapping = inTurn(contextAsEncounter, (source) =>
  recoded(source, 'status', { draft: 'in-progress' }),
);

export const task: Mapping = inTurn(
  contextAsEncounter,
  (source) => requesterAsAgent(source, 'Task'),
  (source) => renamed(source, { reason: 'reasonCode' }),
);
