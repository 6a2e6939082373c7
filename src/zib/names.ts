import type { Reference } from '@medplum/fhirtypes';
import { sql } from 'kysely';
import { keptFrom, type OpenRecord } from '../access';
import { at, isObject, type JsonObject, listOf, objectsOf, textAt, textOf } from '../platform/json';

/** A reference to something that is here: its identifier is ours. */
const OWN = /^[A-Z][A-Za-z]+\/([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The identifier that a reference names, when what it names is in the record or the directory. */
export const referencedId = (reference: Reference | undefined): string | undefined =>
  OWN.exec(reference?.reference ?? '')?.[1];

/** In the directory the words of the reference tell more ('dr. S. Okafor, cardioloog') than the name that stands there. */
const DIRECTORY = /^(Practitioner|PractitionerRole|Organization|Location|HealthcareService|Patient)\//;

const displayFirst = (reference: string | undefined): boolean => DIRECTORY.test(reference ?? '');

/** What references are called. */
export class Names {
  constructor(private readonly titles: ReadonlyMap<string, string>) {}

  /**
   * People and places by the words of the reference itself, else by the directory; what stands in the record by its own
   * title, else by the words of the reference; what stands inside `content` by its name. Undefined where nobody says.
   */
  of(reference: Reference | undefined, content?: object): string | undefined {
    if (reference === undefined) return undefined;
    const id = referencedId(reference);
    const title = id === undefined ? undefined : this.titles.get(id);
    const display = textOf(reference.display);
    return (
      (displayFirst(reference.reference) ? (display ?? title) : (title ?? display)) ??
      containedName(reference.reference, content) ??
      textAt(reference.identifier, 'assigner', 'display')
    );
  }
}

function containedName(reference: string | undefined, content: object | undefined): string | undefined {
  if (reference === undefined || !reference.startsWith('#') || !isObject(content)) return undefined;
  const inside = objectsOf(content.contained).find(({ id }) => id === reference.slice(1));
  if (inside === undefined) return undefined;
  return (
    textOf(inside.name) ??
    textAt(inside, 'name', 'text') ??
    personName(inside) ??
    textAt(inside, 'practitioner', 'display') ??
    textAt(inside, 'deviceName', 'name') ??
    textAt(inside, 'code', 'text') ??
    textAt(inside, 'type', 'text') ??
    textAt(inside, 'code', 'coding', 'display') ??
    textAt(inside, 'type', 'coding', 'display')
  );
}

/** Given names and family name, where no text has them whole. */
function personName(person: JsonObject): string | undefined {
  const given = listOf(at(person, 'name', 'given')).flatMap((name) => textOf(name) ?? []);
  const words = [...given, textAt(person, 'name', 'family')].filter(Boolean).join(' ');
  return words === '' ? undefined : words;
}

/** Identifiers of all references in some JSON whose title is asked for. */
function toAsk(value: unknown, found: Set<string>): Set<string> {
  if (Array.isArray(value)) for (const item of value) toAsk(item, found);
  else if (isObject(value)) {
    const reference = textOf(value.reference);
    const named = displayFirst(reference) && textOf(value.display) !== undefined;
    const id = reference === undefined || named ? undefined : referencedId({ reference });
    if (id !== undefined) found.add(id);
    for (const inner of Object.values(value)) if (typeof inner === 'object') toAsk(inner, found);
  }
  return found;
}

const practitioner = '^Practitioner/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/**
 * The names of everything that these resources (or references) name: from the directory, and from what this viewer sees
 * of the record. One query at most.
 */
export async function namesOf(record: OpenRecord, contents: unknown): Promise<Names> {
  const ids = [...toAsk(contents, new Set())];
  if (ids.length === 0) return new Names(new Map());
  const { rows } = await sql<{ id: string; title: string }>`SELECT d.id, coalesce(d.title, p.title) AS title
      FROM directory_resource d
      LEFT JOIN directory_resource p ON d.type = 'PractitionerRole' AND p.organisation_id = d.organisation_id
        AND p.id = CASE WHEN d.content #>> '{practitioner,reference}' ~ ${practitioner}
          THEN split_part(d.content #>> '{practitioner,reference}', '/', 2)::uuid END
      WHERE d.organisation_id = ${record.organisation}::uuid AND d.id = ANY (${ids}::uuid[])
        AND coalesce(d.title, p.title) IS NOT NULL
    UNION ALL SELECT r.id, r.title FROM resource r
      WHERE r.organisation_id = ${record.organisation}::uuid AND r.patient_id = ${record.owner.id}::uuid
        AND r.id = ANY (${ids}::uuid[]) AND r.title IS NOT NULL
        AND (${record.kind}::text = 'staff' OR r.visible_from <= ${record.at}::timestamptz
          AND NOT r.kept_from && ${[...keptFrom(record.kind)]}::text[])
        AND r.status IS DISTINCT FROM 'entered-in-error'`.execute(record.db);
  // A title of digits alone is a bare code: the words of the reference tell more.
  return new Names(new Map(rows.flatMap(({ id, title }) => (/\p{L}/u.test(title) ? [[id, title] as const] : []))));
}
