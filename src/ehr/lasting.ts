import { parseMoment } from './extract';
import { at, type FhirResource, objectsOf, textAt, textOf } from './json';

/** Types that last, and where each says when it ended. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  AllergyIntolerance: [],
  CarePlan: ['period', 'end'],
  CareTeam: ['period', 'end'],
  Condition: ['abatementDateTime'],
  Consent: ['provision', 'period', 'end'],
  DeviceUseStatement: ['timingPeriod', 'end'],
  EpisodeOfCare: ['period', 'end'],
  Flag: ['period', 'end'],
  Goal: [], // its statusDate says when something changed, not that it ended
  MedicationRequest: [],
  MedicationStatement: ['effectivePeriod', 'end'],
};

/** Where the Dutch profiles say until when a medicine is to be used. */
const PERIOD_OF_USE = /\/(ext-TimeInterval[.-]Period|zib-Medication-PeriodOfUse)$/;

const usedUntil = (resource: FhirResource): string | undefined =>
  textAt(
    objectsOf(resource.extension).find(({ url }) => PERIOD_OF_USE.test(textOf(url) ?? '')),
    'valuePeriod',
    'end',
  );

const GOING_ON = new Set(['active', 'recurrence', 'relapse', 'accepted', 'on-hold', 'onhold']);

/**
 * Whether something that began earlier still went on on a day: it ended on that day or later, or it says of itself that
 * it goes on. Something that happened once never did.
 */
export function wentOnAt(resource: FhirResource, day: string): boolean {
  const path = Object.hasOwn(ENDS, resource.resourceType) ? ENDS[resource.resourceType] : undefined;
  if (path === undefined) return false;
  const stated = path.length === 0 ? usedUntil(resource) : textOf(at(resource, ...path));
  const end = parseMoment(stated)?.on;
  if (end !== undefined) return end >= day;
  const status =
    textOf(resource.status) ??
    textOf(resource.lifecycleStatus) ??
    textAt(resource, 'clinicalStatus', 'coding', 'code') ??
    // An allergy that does not say so is one that somebody has.
    (resource.resourceType === 'AllergyIntolerance' ? 'active' : '');
  return GOING_ON.has(status);
}
