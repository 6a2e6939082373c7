/** How far a plan, a goal, an activity or a request is, in a word. */
import type { Translate } from '../platform/i18n';
import type { TagLook } from '../ui';

export type State = 'planned' | 'now' | 'paused' | 'done' | 'stopped';

/** FHIR's statuses of CarePlan, its activities, Goal, Task and requests; what says nothing is not among them. */
const STATES: Readonly<Record<string, State>> = {
  draft: 'planned',
  proposed: 'planned',
  planned: 'planned',
  accepted: 'planned',
  'not-started': 'planned',
  scheduled: 'planned',
  requested: 'planned',
  received: 'planned',
  ready: 'planned',
  active: 'now',
  'in-progress': 'now',
  'on-hold': 'paused',
  completed: 'done',
  finished: 'done',
  revoked: 'stopped',
  cancelled: 'stopped',
  rejected: 'stopped',
  failed: 'stopped',
  stopped: 'stopped',
};

/** Undefined where the source says nothing that can be put into words. */
export const stateOf = (status: string | undefined | null): State | undefined =>
  status !== undefined && status !== null && Object.hasOwn(STATES, status) ? STATES[status] : undefined;

/** Of a request: one that is active was asked for, and has not happened yet. */
export const stateOfRequest = (status: string | undefined): State | undefined =>
  status === 'active' ? 'planned' : stateOf(status);

/** Whether it is behind us. */
export const isOver = (state: State | undefined): boolean => state === 'done' || state === 'stopped';

const LOOKS: Readonly<Record<State, TagLook>> = {
  planned: 'neutral',
  now: 'info',
  paused: 'att',
  done: 'ok',
  stopped: 'neutral',
};

/** Of a goal: what is completed is no longer sought, reached or not. */
export const goalTag = (t: Translate, state: State | undefined): { look: TagLook; label: string } | undefined =>
  state === undefined ? undefined : { look: LOOKS[state], label: t(`care-plans.goal-${state}`) };

/** For a `FactItem` or `Tag`. */
export const stateTag = (t: Translate, state: State | undefined): { look: TagLook; label: string } | undefined =>
  state === undefined ? undefined : { look: LOOKS[state], label: t(`care-plans.state-${state}`) };
