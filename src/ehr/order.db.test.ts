import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importedState } from '../../tests/support/import-state';
import { addOrganisation, type ImportWorld, importWorld } from '../../tests/support/import-world';
import * as make from '../../tests/support/resources';
import type { FhirResource } from './json';

/** Everything that hangs together, each the other's before or after. */
const resources: FhirResource[] = [
  make.patient('ann', '999990019'),
  make.patient('bea', null),
  make.place('loc', 'Ziekenhuis, locatie Haven'),
  make.gpPractice('gp'),
  make.role('gp-role', 'gp'),
  make.request('order', 'ann', 'PractitionerRole/gp-role'),
  make.encounter(
    'stay',
    'ann',
    'IMP',
    { start: '2026-10-30T10:00:00Z', end: '2026-11-05T10:00:00Z' },
    {
      location: [{ location: { reference: 'Location/loc' } }],
      serviceType: { coding: [{ code: 'interne' }] },
      appointment: [{ reference: 'Appointment/visit' }],
    },
  ),
  make.report('report', 'ann', ['panel', 'loose'], { encounter: { reference: 'Encounter/stay' } }),
  make.observation('panel', 'ann', '58410-2', {
    hasMember: [{ reference: 'Observation/hb' }, { reference: 'Observation/k' }],
  }),
  make.observation('hb', 'ann', '718-7', { category: undefined }),
  make.observation('k', 'ann', '2823-3', { category: [{ coding: [{ code: 'survey' }] }] }),
  make.observation('loose', 'ann', '56888-1'),
  make.report('other', 'ann', ['hb'], { basedOn: [{ reference: 'ServiceRequest/order' }] }),
  make.observation('alone', 'bea', '2823-3', { basedOn: [{ reference: 'ServiceRequest/none' }] }),
  make.observation('ring-a', 'bea', '2823-3', { hasMember: [{ reference: 'Observation/ring-b' }] }),
  make.observation('ring-b', 'bea', '2823-3', { hasMember: [{ reference: 'Observation/ring-a' }] }),
  make.appointment('visit', 'ann', '2026-12-01T09:00:00Z', {
    participant: [
      { actor: { reference: 'Patient/ann' }, status: 'accepted' },
      { actor: { reference: 'Location/loc' }, status: 'accepted' },
    ],
  }),
  make.observation('lost', 'nobody', '2823-3'),
  {
    resourceType: 'Condition',
    id: 'problem',
    subject: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999990019' } },
    code: { text: 'Astma' },
  },
].map((resource) => JSON.parse(JSON.stringify(resource)) as FhirResource);

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld('duinzicht');
});
afterAll(() => world.close());

test('EH-01 whatever the order and however cut in runs, the records come out the same', async () => {
  const expected = await imported([resources], 300);
  expect(JSON.stringify(expected)).toContain('part_of');
  const runs = process.env.INZAGE_PROVE ? 500 : 25;
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(resources, { minLength: resources.length, maxLength: resources.length }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 8 }),
      async (order, parts, batchSize) => {
        const size = Math.ceil(order.length / parts);
        const cut = Array.from({ length: parts }, (_, index) => order.slice(index * size, (index + 1) * size));
        expect(await imported(cut, batchSize)).toEqual(expected);
      },
    ),
    { seed: 4711, numRuns: runs },
  );
}, 600_000);

let counter = 0;

/** Imports into a fresh organisation, and reads everything back by the names of the source. */
async function imported(parts: readonly FhirResource[][], batchSize: number): Promise<unknown> {
  const organisation = await addOrganisation(world.pool, 'duinzicht', `test${counter++}`);
  for (const part of parts) await world.take(part, { organisation, batchSize });
  return importedState(world, organisation);
}
