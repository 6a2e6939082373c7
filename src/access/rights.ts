/** The closed union of what can be opened of a record. */
export const recordRights = [
  'appointments',
  'results',
  'record',
  'medication',
  'messages',
  'questionnaires',
  'documents',
  'personal',
  'sharing',
  'proxies',
  'settings',
] as const;
export type RecordRight = (typeof recordRights)[number];

export const roles = [
  'reception',
  'desk',
  'information',
  'planner',
  'assistant',
  'nurse',
  'doctor',
  'helpdesk',
  'manager',
  'privacy',
] as const;
export type Role = (typeof roles)[number];

export const isRole = (word: string): word is Role => (roles as readonly string[]).includes(word);

/** What an employee may do beside opening a record. */
export const abilities = [
  'find-patient', // identity columns of all patients, through the desk door
  'verify-bsn', // IN-03: main reception and emergency department only
  'open-emergency', // ST-04: a record without treatment relation, with a reason
  'decide-results', // RE-02: release, hold back, withdraw
  'review-log', // ST-04, ST-05: emergency accesses and the audit log
] as const;
export type Ability = (typeof abilities)[number];

interface RoleRights {
  /** Opened with a treatment relation of one of the employee's clinics (or emergency access). */
  readonly record: readonly RecordRight[];
  readonly abilities: readonly Ability[];
}

const care: readonly RecordRight[] = [
  'appointments',
  'results',
  'record',
  'medication',
  'messages',
  'questionnaires',
  'documents',
  'personal',
];

/** The one table of who may what. A test names every cell. */
export const roleRights: Readonly<Record<Role, RoleRights>> = {
  reception: { record: [], abilities: ['find-patient', 'verify-bsn'] },
  desk: { record: [], abilities: ['find-patient'] },
  information: { record: [], abilities: ['find-patient'] },
  planner: { record: ['appointments'], abilities: ['find-patient'] },
  assistant: { record: care, abilities: ['find-patient'] },
  nurse: { record: care, abilities: ['find-patient', 'open-emergency'] },
  doctor: { record: care, abilities: ['find-patient', 'open-emergency', 'decide-results'] },
  helpdesk: { record: [], abilities: [] },
  manager: { record: [], abilities: [] },
  privacy: { record: [], abilities: ['review-log'] },
};

export const staffRecordRights = (held: readonly Role[]): readonly RecordRight[] =>
  recordRights.filter((right) => held.some((role) => roleRights[role].record.includes(right)));

export const can = (held: readonly Role[], ability: Ability): boolean =>
  held.some((role) => roleRights[role].abilities.includes(ability));
