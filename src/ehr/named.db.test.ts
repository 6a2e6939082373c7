import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportWorld, importWorld } from '../../tests/support/import-world';
import { appointment, observation, patient } from '../../tests/support/resources';
import type { FhirResource } from './json';

const BSN = 'http://fhir.nl/fhir/NamingSystem/bsn';

/** A patient of whom the source hides the number. */
const masked = (id: string, more: Readonly<Record<string, unknown>> = {}): FhirResource => {
  const hidden = {
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
  };
  return { ...patient(id, null), identifier: [{ system: BSN, _value: hidden }], ...more };
};

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld('duinzicht');
  await world.take([patient('known', '999990019', { name: [{ family: 'Pulver-de Boer', given: ['Ans'] }] })]);
}, 60_000);
afterAll(() => world?.close());

const owners = (...ids: string[]) =>
  world.rows(sql<{ source_id: string; bsn: string | null }>`SELECT r.source_id, s.bsn FROM resource r JOIN patient p
    ON p.organisation_id = r.organisation_id AND p.id = r.patient_id
    JOIN person s ON s.organisation_id = p.organisation_id AND s.id = p.person_id
    WHERE r.source_id = ANY (${ids}::text[]) ORDER BY 1`);
const reasons = ({ refused, quarantined }: Awaited<ReturnType<ImportWorld['take']>>) =>
  [...refused, ...quarantined].map(({ reason }) => reason);

describe('EH-01 a masked patient comes in as whom somebody said it is', () => {
  test('without it they are somebody of their own, whose BSN nobody knows', async () => {
    const report = await world.take([masked('m0'), observation('m0-o', 'm0', '2823-3')], { source: 'pgo0' });
    expect(reasons(report)).toEqual([]);
    expect(await owners('m0', 'm0-o')).toEqual(['m0', 'm0-o'].map((source_id) => ({ source_id, bsn: null })));
  });

  test('by BSN or by number, wherever the Patient stands; what was known stays as it is', async () => {
    const name = [{ family: 'Boer', given: ['A.'] }];
    const own = [observation('m1-o', 'm1', '2823-3'), masked('m1', { name })];
    expect(reasons(await world.take(own, { source: 'pgo1', patient: '999990019' }))).toEqual([]);
    expect(reasons(await world.take([masked('m2', { name })], { source: 'pgo2', patient: 'nr-known' }))).toEqual([]);
    expect(await owners('m1', 'm1-o', 'm2')).toEqual(
      ['m1', 'm1-o', 'm2'].map((source_id) => ({ source_id, bsn: '999990019' })),
    );
    const [row] = await world.rows(sql<object>`SELECT family_name, number FROM patient WHERE number = 'nr-known'`);
    expect(row).toEqual({ family_name: 'Pulver-de Boer', number: 'nr-known' });
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['another birth date', { name: [{ family: 'Boer', given: ['A.'] }], birthDate: '1970-01-02' }],
    ['another surname', { name: [{ family: 'Jansen', given: ['A.'] }] }],
    ['another first name', { name: [{ family: 'Boer', given: ['Bea'] }] }],
    ['a BSN of its own', { name: [{ family: 'Boer' }], identifier: [{ system: BSN, value: '999990020' }] }],
  ])('refused, with all that names them: %s', async (what, more) => {
    const id = `d-${what.replaceAll(' ', '-')}`;
    const own = [masked(id, more), observation(`${id}-o`, id, '2823-3')];
    const report = await world.take(own, { source: 'pgo3', patient: '999990019' });
    expect(reasons(report)).toEqual(['named-patient-differs', 'patient-unknown']);
    expect(await owners(id, `${id}-o`)).toEqual([]);
  });

  test('refused: a number that is nobody’s here, a BSN that could be somebody’s', async () => {
    const unknown = await world.take([masked('u1')], { source: 'pgo4', patient: 'nr-nobody' });
    const real = await world.take([masked('u2')], { source: 'pgo4', patient: '123456782' });
    expect([...reasons(unknown), ...reasons(real)]).toEqual(['named-patient-unknown', 'bsn-not-for-demo']);
  });

  test('a BSN that is new here makes a patient, to be verified at the desk', async () => {
    const report = await world.take([masked('n1'), observation('n1-o', 'n1', '2823-3')], {
      source: 'pgo5',
      patient: '999990032',
    });
    expect(reasons(report)).toEqual([]);
    const [row] = await world.rows(sql<object>`SELECT t.number, t.bsn_verified_at FROM patient t JOIN person p
      ON p.organisation_id = t.organisation_id AND p.id = t.person_id WHERE p.bsn = '999990032'`);
    expect(row).toEqual({ number: 'n1', bsn_verified_at: null });
  });

  test('a second delivery, without saying it again, changes what was theirs', async () => {
    const report = await world.take([masked('n1', { gender: 'male' })], { source: 'pgo5' });
    expect(report.total).toMatchObject({ changed: 1, refused: 0 });
    const [row] = await world.rows(sql<object>`SELECT number, sex FROM patient WHERE number = 'n1'`);
    expect(row).toEqual({ number: 'n1', sex: 'male' });
  });

  test('what names no patient at all; an appointment of two never', async () => {
    const participant = ['n1', 'zz'].map((id) => ({ actor: { reference: `Patient/${id}` }, status: 'accepted' }));
    const own = [
      observation('y1', 'x', '2823-3', { subject: undefined }),
      appointment('y2', 'x', '2026-12-01T09:00:00Z', { participant }),
    ].map((resource) => JSON.parse(JSON.stringify(resource)) as FhirResource);
    const report = await world.take(own, { source: 'pgo7', patient: '999990019' });
    expect(reasons(report)).toEqual(['names-no-patient']);
    expect(await owners('y1', 'y2')).toEqual([{ source_id: 'y1', bsn: '999990019' }]);
  });

  test('a patient whom the source does not describe, unless it calls them otherwise', async () => {
    const of = (id: string, display: string) =>
      observation(id, 'nowhere', '2823-3', { subject: { reference: 'Patient/nowhere', display } });
    const own = [of('x1', 'A. de Boer'), of('x2', 'E. Baltus')];
    const report = await world.take(own, { source: 'pgo6', patient: '999990019' });
    expect(reasons(report)).toEqual(['named-patient-differs']);
    expect(await owners('x1', 'x2')).toEqual([{ source_id: 'x1', bsn: '999990019' }]);
    expect(report.openReferences).toBe(0);
    expect((await world.take(own, { source: 'pgo6', patient: '999990019' })).total).toMatchObject({ unchanged: 1 });
  });
});

describe('EH-01 what a source says of its patient records', () => {
  test('one that another replaced is refused, and nothing is joined', async () => {
    const link = [{ type: 'replaced-by', other: { reference: 'Patient/known' } }];
    const report = await world.take([patient('old', '999990044', { link }), observation('old-o', 'old', '2823-3')]);
    expect(reasons(report)).toEqual(['patient-replaced', 'patient-unknown']);
  });

  test('one that replaces another, or is no longer in use, is taken', async () => {
    const link = [{ type: 'replaces', other: { reference: 'Patient/old' } }];
    const report = await world.take([patient('new', '999990056', { link, active: false })]);
    expect(report.total).toMatchObject({ taken: 1, refused: 0 });
  });
});
