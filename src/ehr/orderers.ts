import type { Transaction } from '../platform/database';
import { type FhirResource, isObject, type JsonObject, listOf, objectsOf, textOf } from './json';
import type { BatchOptions } from './options';
import { ownId, type StoredRow } from './rows';
import { loadDirectory } from './store';

/** Organisation type 'huisartspraktijk' of the Dutch code list; specialties of a GP (Vektis COD016, UZI role code). */
const GP_ORGANISATION = new Set(['Z3']);
const GP_SPECIALTY = new Set(['0100', '0101', '01.015']);

/**
 * Who ordered results (RE-04): `gp` where the request (`basedOn`, stored or contained) names as requester a GP practice,
 * or a role with a GP's specialty or at a GP practice. At a GP practice its own orders are its own. Not named: own.
 */
export async function orderers(
  tx: Transaction,
  results: readonly StoredRow[],
  rows: ReadonlyMap<string, StoredRow>,
  { organisation, policy }: BatchOptions,
): Promise<Map<string, 'own' | 'gp'>> {
  if (policy.about.kind === 'gp-practice') return new Map();
  const requesters = new Map(results.map((row) => [row.id, requesterOf(row, rows)]));
  const wanted = [...requesters.values()].flatMap((requester) => ownId(textOf(requester?.reference)) ?? []);
  const first = await loadDirectory(tx, organisation, [...new Set(wanted)]);
  const organisations = first.flatMap(({ content }) => ownId(textOf(organisationOf(content)?.reference)) ?? []);
  const second = await loadDirectory(tx, organisation, [...new Set(organisations)]);
  const directory = new Map([...first, ...second].map(({ id, content }) => [id, content]));
  return new Map(
    [...requesters].map(([id, requester]) => [
      id,
      requester !== undefined && isGp(requester, directory) ? 'gp' : 'own',
    ]),
  );
}

function requesterOf(row: StoredRow, rows: ReadonlyMap<string, StoredRow>): JsonObject | undefined {
  for (const { reference } of objectsOf(row.content.basedOn)) {
    const request = requestOf(textOf(reference) ?? '', row, rows);
    const requester = request?.requester;
    if (request === undefined || !isObject(requester)) continue;
    const inside =
      containedOf(request, textOf(requester.reference)) ?? containedOf(row.content, textOf(requester.reference));
    return inside ?? roleOf(requester) ?? requester;
  }
  return undefined;
}

/** Sources of STU3 name a person, and in an extension the role in which they asked. */
const ROLE = 'http://nictiz.nl/fhir/StructureDefinition/practitionerrole-reference';

function roleOf(requester: JsonObject): JsonObject | undefined {
  const role = objectsOf(requester.extension).find(({ url }) => url === ROLE)?.valueReference;
  return isObject(role) ? role : undefined;
}

function requestOf(reference: string, row: StoredRow, rows: ReadonlyMap<string, StoredRow>): JsonObject | undefined {
  const stored = rows.get(ownId(reference, 'ServiceRequest') ?? '');
  const same = stored?.patient_id === row.patient_id ? stored : undefined;
  return containedOf(row.content, reference) ?? same?.content;
}

const containedOf = (holder: JsonObject, reference: string | undefined): JsonObject | undefined =>
  reference?.startsWith('#') ? objectsOf(holder.contained).find(({ id }) => id === reference.slice(1)) : undefined;

const organisationOf = (role: FhirResource) => (isObject(role.organization) ? role.organization : undefined);

function isGp(requester: JsonObject, directory: ReadonlyMap<string, FhirResource>): boolean {
  const id = ownId(textOf(requester.reference));
  const resource = id === undefined ? requester : directory.get(id);
  if (resource === undefined) return false;
  if (has(resource.type, GP_ORGANISATION) || has(resource.specialty, GP_SPECIALTY)) return true;
  const employer = ownId(textOf(isObject(resource.organization) ? resource.organization.reference : undefined));
  return employer !== undefined && has(directory.get(employer)?.type, GP_ORGANISATION);
}

const has = (concepts: unknown, codes: ReadonlySet<string>): boolean =>
  listOf(concepts).some((concept) =>
    objectsOf(isObject(concept) ? concept.coding : undefined).some(
      ({ code }) => typeof code === 'string' && codes.has(code),
    ),
  );
