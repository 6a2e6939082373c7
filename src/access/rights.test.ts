import { describe, expect, test } from 'vitest';
import {
  type Ability,
  abilities,
  can,
  isRole,
  type RecordRight,
  type Role,
  recordRights,
  roles,
  staffRecordRights,
} from './rights';

/** REQUIREMENTS, ARCHITECTURE 'Who is who': written out again, so that a change of the table is a change of two places. */
const clinical: RecordRight[] = [
  'appointments',
  'results',
  'record',
  'medication',
  'messages',
  'questionnaires',
  'documents',
  'personal',
];
const expected: Record<Role, { rights: RecordRight[]; abilities: Ability[] }> = {
  reception: { rights: [], abilities: ['find-patient', 'verify-bsn'] },
  desk: { rights: [], abilities: ['find-patient'] },
  information: { rights: [], abilities: ['find-patient'] },
  planner: { rights: ['appointments'], abilities: ['find-patient'] },
  assistant: { rights: clinical, abilities: ['find-patient'] },
  nurse: { rights: clinical, abilities: ['find-patient', 'open-emergency'] },
  doctor: { rights: clinical, abilities: ['find-patient', 'open-emergency', 'decide-results'] },
  helpdesk: { rights: [], abilities: [] },
  manager: { rights: [], abilities: [] },
  privacy: { rights: [], abilities: ['review-log'] },
};

const cells = roles.flatMap((role) => recordRights.map((right) => [role, right] as const));

describe('ST-04 what a role opens of a record', () => {
  test.each(cells)('%s, %s', (role, right) => {
    expect(staffRecordRights([role]).includes(right)).toBe(expected[role].rights.includes(right));
  });
});

describe('IN-03 ST-04 what a role may do beside it', () => {
  test.each(roles.flatMap((role) => abilities.map((ability) => [role, ability] as const)))(
    '%s, %s',
    (role, ability) => {
      expect(can([role], ability)).toBe(expected[role].abilities.includes(ability));
    },
  );
});

describe('ST-04 roles together', () => {
  test('open what one of them opens, each right once', () => {
    expect(staffRecordRights(['privacy', 'planner', 'doctor', 'planner'])).toEqual(clinical);
    expect(staffRecordRights(['privacy', 'planner'])).toEqual(['appointments']);
  });

  test('never give an employee the patient’s own: sharing, who has access, settings', () => {
    for (const right of ['sharing', 'proxies', 'settings'] as const)
      expect(staffRecordRights([...roles])).not.toContain(right);
  });

  test('none opens nothing, and a word that is no role is none', () => {
    expect(staffRecordRights([])).toEqual([]);
    expect(can([], 'find-patient')).toBe(false);
    for (const word of ['Doctor', 'admin', '', 'doctor ', 'constructor', '__proto__']) expect(isRole(word)).toBe(false);
  });
});
