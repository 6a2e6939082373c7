/** The parts of the record that this room shows: which entries, under which headings, and how each is read. */
import type { TextKey } from '../platform/i18n';
import { dateIn } from '../platform/time';
import type { IconName } from '../ui';
import type { Entry, EntryOf, FhirType } from '../zib';
import type { Fact, Reader } from './fact';
import { isLifeGroup, type ObservationGroup, observationGroup } from './observation-groups';
import { alertFact, familyFact, isOver, issueFact, riskFact } from './read/alerts';
import { allergyFact, isNoneKnown, isPastAllergy, isRefutedAllergy } from './read/allergies';
import { conditionFact, isLegal, isPast, isRefuted } from './read/conditions';
import { deviceFact, deviceOf, deviceRequestFact, deviceUseFact, isNoLongerUsed } from './read/devices';
import { encounterFact, kindOfEncounter, tookPlace } from './read/encounters';
import { observationFact } from './read/observations';
import { isCalledOff, isComing, procedureFact } from './read/procedures';
import { adviceFacts, isGiven, vaccinationFact } from './read/vaccinations';

/** Every type of resource that this room reads. */
export const ownTypes = [
  'AllergyIntolerance',
  'Condition',
  'DetectedIssue',
  'Device',
  'DeviceRequest',
  'DeviceUseStatement',
  'Encounter',
  'FamilyMemberHistory',
  'Flag',
  'Immunization',
  'ImmunizationRecommendation',
  'Observation',
  'Procedure',
  'RiskAssessment',
] as const satisfies readonly FhirType[];
export type OwnType = (typeof ownTypes)[number];
export type OwnEntry = EntryOf<OwnType>;

export const sectionIds = [
  'problems',
  'history',
  'allergies',
  'vaccinations',
  'alerts',
  'devices',
  'life',
  'measurements',
] as const;
export type SectionId = (typeof sectionIds)[number];

export interface Section {
  readonly id: SectionId;
  readonly order: number;
  readonly path: string;
  readonly icon: IconName;
  readonly label: TextKey;
  readonly types: readonly OwnType[];
  /** The headings in their order. */
  readonly groups: readonly string[];
  /** Under which heading an entry stands; undefined: it does not belong here. */
  groupOf(entry: OwnEntry, at: Date): string | undefined;
}

const conditionGroup = (entry: OwnEntry): 'current' | 'past' | 'legal' | undefined => {
  if (entry.type !== 'Condition' || isRefuted(entry.content)) return undefined;
  if (isLegal(entry.content)) return 'legal';
  return isPast(entry.content) ? 'past' : 'current';
};

const observationGroupOf = (entry: OwnEntry): ObservationGroup | undefined =>
  entry.type === 'Observation' ? observationGroup(entry.content) : undefined;

const section = <const Group extends string>(
  given: Omit<Section, 'groups' | 'groupOf' | 'label'> & {
    readonly groups: readonly Group[];
    groupOf(entry: OwnEntry, at: Date): NoInfer<Group> | undefined;
  },
): Section => ({ ...given, label: `record.section-${given.id}` });

export const sections: readonly Section[] = [
  section({
    id: 'problems',
    order: 10,
    path: '/dossier/gezondheidsproblemen',
    icon: 'stethoscope',
    types: ['Condition'],
    groups: ['current', 'past'],
    groupOf(entry) {
      const group = conditionGroup(entry);
      return group === 'legal' ? undefined : group;
    },
  }),
  section({
    id: 'allergies',
    order: 20,
    path: '/dossier/allergieen',
    icon: 'alert-triangle',
    types: ['AllergyIntolerance'],
    groups: ['none-known', 'allergies', 'past-allergies'],
    groupOf(entry) {
      if (entry.type !== 'AllergyIntolerance' || isRefutedAllergy(entry.content)) return undefined;
      if (isPastAllergy(entry.content)) return 'past-allergies';
      return isNoneKnown(entry.content) ? 'none-known' : 'allergies';
    },
  }),
  section({
    id: 'alerts',
    order: 30,
    path: '/dossier/waarschuwingen',
    icon: 'alert-octagon',
    types: ['Flag', 'DetectedIssue', 'RiskAssessment'],
    groups: ['alerts', 'risks', 'past-alerts'],
    groupOf(entry, at) {
      if (entry.type === 'DetectedIssue' || entry.type === 'RiskAssessment') return 'risks';
      if (entry.type !== 'Flag') return undefined;
      return isOver(entry.content, at) ? 'past-alerts' : 'alerts';
    },
  }),
  section({
    id: 'history',
    order: 40,
    path: '/dossier/voorgeschiedenis',
    icon: 'history',
    types: ['Procedure', 'Condition', 'Encounter', 'FamilyMemberHistory'],
    groups: ['coming-procedures', 'procedures', 'admissions', 'past', 'visits', 'family-history'],
    groupOf(entry) {
      switch (entry.type) {
        case 'Condition':
          return conditionGroup(entry) === 'past' ? 'past' : undefined;
        case 'Procedure':
          if (isCalledOff(entry.content)) return undefined;
          return isComing(entry.content) ? 'coming-procedures' : 'procedures';
        case 'Encounter':
          if (!tookPlace(entry.content)) return undefined;
          return kindOfEncounter(entry.content) === 'admission' ? 'admissions' : 'visits';
        case 'FamilyMemberHistory':
          return 'family-history';
        default:
          return undefined;
      }
    },
  }),
  section({
    id: 'vaccinations',
    order: 50,
    path: '/dossier/vaccinaties',
    icon: 'vaccine',
    types: ['Immunization', 'ImmunizationRecommendation'],
    groups: ['advised', 'given', 'not-given'],
    groupOf(entry) {
      if (entry.type === 'ImmunizationRecommendation') return 'advised';
      if (entry.type !== 'Immunization') return undefined;
      return isGiven(entry.content) ? 'given' : 'not-given';
    },
  }),
  section({
    id: 'measurements',
    order: 60,
    path: '/dossier/metingen',
    icon: 'ruler-measure',
    types: ['Observation'],
    groups: ['vital', 'scores', 'abilities', 'senses', 'excretion', 'wound', 'pregnancy', 'child', 'other'],
    groupOf(entry) {
      const group = observationGroupOf(entry);
      return group === undefined || isLifeGroup(group) ? undefined : group;
    },
  }),
  section({
    id: 'devices',
    order: 70,
    path: '/dossier/hulpmiddelen',
    icon: 'wheelchair',
    types: ['DeviceUseStatement', 'DeviceRequest', 'Device'],
    groups: ['requested', 'in-use', 'no-longer'],
    groupOf(entry, at) {
      if (entry.type === 'DeviceRequest')
        return ['active', 'on-hold', 'draft', undefined].includes(entry.content.status) ? 'requested' : undefined;
      if (entry.type === 'Device') return entry.content.status === 'inactive' ? 'no-longer' : 'in-use';
      if (entry.type !== 'DeviceUseStatement') return undefined;
      return isNoLongerUsed(entry.content, dateIn(at)) ? 'no-longer' : 'in-use';
    },
  }),
  section({
    id: 'life',
    order: 80,
    path: '/dossier/leefsituatie',
    icon: 'home-heart',
    types: ['Observation', 'Condition'],
    groups: ['habits', 'living', 'society', 'family', 'illness', 'legal', 'life-other'],
    groupOf(entry) {
      if (entry.type === 'Condition') return conditionGroup(entry) === 'legal' ? 'legal' : undefined;
      const group = observationGroupOf(entry);
      return group !== undefined && isLifeGroup(group) ? group : undefined;
    },
  }),
];

export function sectionOf(id: SectionId): Section {
  const found = sections.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
}

export interface Group {
  readonly id: string;
  readonly facts: readonly Fact[];
}

/** The facts of a section under their headings; a heading without facts is left out. */
export function groupsOf({ groups, groupOf }: Section, entries: readonly OwnEntry[], reader: Reader): Group[] {
  const placed = new Map<string, Fact[]>();
  for (const entry of entries) {
    const group = groupOf(entry, reader.at);
    if (group === undefined || isInside(entry, entries)) continue;
    placed.set(group, [...(placed.get(group) ?? []), ...factsOf(reader, entry, entries)]);
  }
  return groups.flatMap((id) => {
    const facts = placed.get(id);
    return facts === undefined ? [] : [{ id, facts }];
  });
}

/** What another entry on the same page tells about: a member of a panel, the device of a statement. */
export function isInside(entry: OwnEntry, all: readonly OwnEntry[]): boolean {
  if (entry.type === 'Observation') return entry.partOf !== null && all.some(({ id }) => id === entry.partOf);
  if (entry.type !== 'Device') return false;
  return all.some((other) => other.type === 'DeviceUseStatement' && deviceOf(other.content, [entry]) !== undefined);
}

const ofType = <T extends OwnType>(all: readonly OwnEntry[], type: T): Entry<T>[] =>
  all.filter((entry) => entry.type === type) as unknown as Entry<T>[];

/** Reads one entry; what belongs to it is taken from the others. */
export function factsOf(reader: Reader, entry: OwnEntry, all: readonly OwnEntry[]): Fact[] {
  switch (entry.type) {
    case 'AllergyIntolerance':
      return [allergyFact(reader, entry)];
    case 'Condition':
      return [conditionFact(reader, entry)];
    case 'DetectedIssue':
      return [issueFact(reader, entry)];
    case 'Device':
      return [deviceFact(reader, entry)];
    case 'DeviceRequest':
      return [deviceRequestFact(reader, entry)];
    case 'DeviceUseStatement':
      return [deviceUseFact(reader, entry, deviceOf(entry.content, ofType(all, 'Device')))];
    case 'Encounter':
      return [encounterFact(reader, entry)];
    case 'FamilyMemberHistory':
      return [familyFact(reader, entry)];
    case 'Flag':
      return [alertFact(reader, entry)];
    case 'Immunization':
      return [vaccinationFact(reader, entry)];
    case 'ImmunizationRecommendation':
      return adviceFacts(reader, entry);
    case 'Observation':
      return [
        observationFact(
          reader,
          entry,
          ofType(all, 'Observation').filter(({ partOf }) => partOf === entry.id),
        ),
      ];
    case 'Procedure':
      return [procedureFact(reader, entry)];
    case 'RiskAssessment':
      return [riskFact(reader, entry)];
  }
}
