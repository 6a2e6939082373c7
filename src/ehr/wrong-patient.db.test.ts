import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import { appointment, observation, patient } from '../../tests/support/resources';
import { resourcesOf } from './read';

const BSN = 'http://fhir.nl/fhir/NamingSystem/bsn';

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld('duinzicht');
});
afterAll(() => world?.close());

const storedIds = async (...ids: string[]) => {
  const rows = await world.rows(
    sql<{ source_id: string }>`SELECT source_id FROM resource WHERE source_id = ANY (${ids}::text[]) ORDER BY 1`,
  );
  return rows.map(({ source_id }) => source_id);
};
const reasons = ({ refused, quarantined }: Awaited<ReturnType<ImportWorld['take']>>) =>
  [...refused, ...quarantined].map(({ reason }) => reason);

describe('EH-01 nothing is put with a patient whom it does not name', () => {
  test('a reference and a BSN beside it that is not of that patient', async () => {
    const subject = { reference: 'Patient/w1', identifier: { system: BSN, value: '999990044' } };
    const report = await world.take([
      patient('w1', '999990032'),
      observation('w1-o', 'w1', '2823-3', { subject }),
      observation('w1-p', 'w1', '2823-3', { subject: { ...subject, identifier: { system: BSN, value: '999990032' } } }),
    ]);
    expect(reasons(report)).toEqual(['patient-changed']);
    expect(await storedIds('w1-o', 'w1-p')).toEqual(['w1-p']);
  });

  test('an appointment of two patients', async () => {
    const participant = ['w2', 'w3'].map((id) => ({ actor: { reference: `Patient/${id}` }, status: 'accepted' }));
    const report = await world.take([
      patient('w2', '999990056'),
      patient('w3', '999990068'),
      appointment('w2-a', 'w2', '2026-12-01T09:00:00Z', { participant }),
    ]);
    expect(reasons(report)).toEqual(['names-no-patient']);
    expect(await storedIds('w2-a')).toEqual([]);
  });

  test('the same id on the server of somebody else', async () => {
    const subject = { reference: 'https://other.example.nl/fhir/Patient/w4' };
    const report = await world.take([patient('w4', '999990081'), observation('w4-o', 'w4', '2823-3', { subject })]);
    expect(reasons(report)).toEqual(['names-no-patient']);
    expect(await storedIds('w4-o')).toEqual([]);
  });

  test('in a Bundle the addresses of its own server are its own, those of another are not', async () => {
    const own = 'https://ehr.example.nl/fhir/';
    const entry = [
      { fullUrl: `${own}Patient/w5`, resource: patient('w5', '999990093') },
      {
        fullUrl: `${own}Observation/w5-o`,
        resource: observation('w5-o', 'w5', '2823-3', { subject: { reference: `${own}Patient/w5` } }),
      },
      {
        fullUrl: `${own}Observation/w5-p`,
        resource: observation('w5-p', 'w5', '2823-3', {
          subject: { reference: 'https://other.example.nl/fhir/Patient/w5' },
        }),
      },
    ];
    const report = await world.import(resourcesOf('b', { resourceType: 'Bundle', type: 'searchset', entry }));
    expect(reasons(report)).toEqual(['names-no-patient']);
    expect(await storedIds('w5-o', 'w5-p')).toEqual(['w5-o']);
  });
});

describe('EH-01 two patients are never made one on too little', () => {
  const number = { system: 'urn:test:number', value: 'nr-same' };

  test('a number alone, where a birth date is not known of both', async () => {
    const report = await world.take([
      patient('n1', null, { identifier: [number], birthDate: undefined }),
      patient('n2', '999990123', { identifier: [number, { system: BSN, value: '999990123' }] }),
    ]);
    expect(reasons(report)).toEqual(['identity-changed']);
  });

  test('a BSN that nobody checked, where a birth date is not known of both', async () => {
    const unchecked = [
      { system: 'urn:test:number', value: 'nr-t' },
      { system: BSN, value: '999990135', use: 'temp' },
    ];
    await world.take([patient('t1', '999990135')]);
    const report = await world.take([patient('t2', null, { identifier: unchecked, birthDate: undefined })], {
      source: 'laboratory',
    });
    expect(reasons(report)).toEqual(['identity-changed']);
  });

  test('of two BSNs the one of before does not count, and two of now are refused', async () => {
    const numbers = (...more: object[]) => [
      { system: 'urn:test:number', value: `nr-${JSON.stringify(more)}` },
      ...more,
    ];
    const report = await world.take([
      patient('b1', null, {
        identifier: numbers({ system: BSN, value: '999990147', use: 'old' }, { system: BSN, value: '999990159' }),
      }),
      patient('b2', null, {
        identifier: numbers({ system: BSN, value: '999990111' }, { system: BSN, value: '999990020' }),
      }),
    ]);
    expect(reasons(report)).toEqual(['bsn-invalid']);
    expect(await world.rows(sql`SELECT bsn FROM person WHERE bsn IN ('999990147', '999990159')`)).toEqual([
      { bsn: '999990159' },
    ]);
  });
});
