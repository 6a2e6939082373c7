import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import { gpPractice, observation, patient, request, role } from '../../tests/support/resources';
import { resourcesOf } from './read';

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld('duinzicht');
});
afterAll(() => world?.close());

test('RE-04 a request of another patient says nothing about who ordered a result', async () => {
  await world.take([
    patient('own', '999990032'),
    patient('other', '999990044'),
    gpPractice('gp'),
    request('mine', 'own', 'Organization/gp'),
    request('theirs', 'other', 'Organization/gp'),
    observation('right', 'own', '2823-3', { basedOn: [{ reference: 'ServiceRequest/mine' }] }),
    observation('wrong', 'own', '2823-3', { basedOn: [{ reference: 'ServiceRequest/theirs' }] }),
  ]);
  const rows = await world.rows(sql`SELECT r.source_id, l.orderer FROM resource r JOIN result_release l
    ON l.organisation_id = r.organisation_id AND l.resource_id = r.id ORDER BY 1`);
  expect(rows).toEqual([
    { source_id: 'right', orderer: 'gp' },
    { source_id: 'wrong', orderer: 'own' },
  ]);
});

test('RE-04 a source of STU3 says in an extension in which role somebody asked', async () => {
  const asked = {
    resourceType: 'ProcedureRequest',
    id: 'stu3',
    status: 'completed',
    intent: 'order',
    code: { text: 'bloedonderzoek' },
    subject: { reference: 'Patient/own' },
    requester: {
      agent: {
        reference: 'Practitioner/doctor',
        extension: [
          {
            url: 'http://nictiz.nl/fhir/StructureDefinition/practitionerrole-reference',
            valueReference: { reference: 'PractitionerRole/role' },
          },
        ],
      },
    },
  };
  await world.import(resourcesOf('stu3', asked));
  await world.take([
    role('role', 'gp'),
    observation('asked', 'own', '2823-3', { basedOn: [{ reference: 'ServiceRequest/stu3' }] }),
  ]);
  const [row] = await world.rows(sql<object>`SELECT l.orderer FROM resource r JOIN result_release l
    ON l.organisation_id = r.organisation_id AND l.resource_id = r.id WHERE r.source_id = 'asked'`);
  expect(row).toEqual({ orderer: 'gp' });
});
