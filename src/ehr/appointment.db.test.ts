import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import * as make from '../../tests/support/resources';
import type { FhirResource } from './json';

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld('duinzicht');
  await world.take([make.patient('ann', '999990019'), make.patient('bea', '999990202')]);
});
afterAll(() => world.close());

const at = '2026-12-03T09:20:00Z';
const row = async (id: string) =>
  (await world.rows(sql<Record<string, unknown>>`SELECT * FROM appointment WHERE source_id = ${id}`))[0];
const encounter = (id: string, patient: string, more: Record<string, unknown>): FhirResource =>
  make.encounter(id, patient, 'AMB', { start: at, end: '2026-12-03T09:40:00Z' }, more);
const names = (...ids: string[]) => ({ appointment: ids.map((id) => ({ reference: `Appointment/${id}` })) });
const idOf = async (id: string) =>
  (await world.rows(sql<{ id: string }>`SELECT id FROM resource WHERE source_id = ${id}`))[0]?.id;

test('AP-01 a room or ward is kept in the source’s own words; what the location is called anyway is not', async () => {
  const located = (id: string, display: string) =>
    make.appointment(id, 'ann', at, {
      participant: [
        { actor: { reference: 'Patient/ann' }, status: 'accepted' },
        { actor: { type: 'Location', display }, status: 'accepted' },
      ],
    });
  await world.take([located('room', 'Kamer 12'), located('site', 'Locatie Haven')]);
  expect(await row('room')).toMatchObject({ location: 'zeeweg', place: 'Kamer 12' });
  expect(await row('site')).toMatchObject({ location: 'haven', place: null });
});

test.each([
  ['AMB', 'visit'],
  ['TEL', 'phone'],
  ['VR', 'video'],
  ['HH', 'home'],
  ['IMP', 'admission'],
  ['387713003', 'operation'],
])('AP-14 an appointment of type %s is a %s', async (code, kind) => {
  await world.take([make.appointment(`kind-${code}`, 'ann', at, { appointmentType: { coding: [{ code }] } })]);
  expect(await row(`kind-${code}`)).toMatchObject({ kind });
});

test('AP-01 what is moved says from when; each version counts; the same again does not', async () => {
  const later = '2026-12-04T10:00:00Z';
  await world.take([make.appointment('moved', 'ann', at)]);
  await world.take([make.appointment('moved', 'ann', at)]);
  expect(await row('moved')).toMatchObject({ version: 1, moved_from: null });
  await world.take([make.appointment('moved', 'ann', later)]);
  expect(await row('moved')).toMatchObject({ version: 2, moved_from: new Date(at), starts_at: new Date(later) });
  const off = { status: 'cancelled', cancelationReason: { text: 'De arts is ziek.' } };
  await world.take([make.appointment('moved', 'ann', later, off)]);
  expect(await row('moved')).toMatchObject({
    version: 3,
    moved_from: new Date(at),
    status: 'cancelled',
    cancelled_because: 'De arts is ziek.',
  });
});

test('AP-10 an appointment knows the visit that names it, whichever came first', async () => {
  await world.take([encounter('early', 'ann', names('late'))]);
  await world.take([make.appointment('late', 'ann', at)]);
  await world.take([encounter('second', 'ann', names('late'))]);
  const [early, second] = [await idOf('early'), await idOf('second')];
  expect(await row('late')).toMatchObject({ encounters: [early, second] });
  await world.take([encounter('early', 'ann', {})]);
  expect(await row('late')).toMatchObject({ encounters: [second] });
  await world.take([encounter('second', 'ann', { ...names('late'), status: 'entered-in-error' })]);
  expect(await row('late')).toMatchObject({ encounters: [] });
});

test('AP-10 a visit of another patient never stands beside an appointment', async () => {
  await world.take([make.appointment('own', 'ann', at), encounter('strange', 'bea', names('own'))]);
  expect(await row('own')).toMatchObject({ encounters: [] });
});
