import { type AppointmentRow, appointmentStatus } from '../appointments';
import type { OrganisationPolicy } from '../organisations';
import { isObject, type JsonObject, listOf, objectsOf, textAt, textOf } from './json';
import { clinicOf, locationOf, type Names, plain } from './places';
import type { ResourceRow } from './store';

/** An appointment as the pages need it, from FHIR. `names` tells what referred directory resources are called. */
export function appointmentRow(row: ResourceRow, about: OrganisationPolicy, names: Names): AppointmentRow {
  const { content } = row;
  const actors = objectsOf(content.participant).flatMap(({ actor }) => (isObject(actor) ? [actor] : []));
  const clinic = clinicOf(content, [...actors.filter(isPlace)], about, names);
  const known = about.clinics.find(({ slug }) => slug === clinic);
  return {
    id: row.id,
    patient_id: row.patient_id,
    source: row.source,
    source_id: row.source_id,
    hash: row.hash,
    clinic,
    title: titleOf(content) ?? known?.name.nl ?? clinic,
    practitioner: names.of(actors.find(isPractitioner)) ?? null,
    location: locationOf(actors.filter(isPlace), about, names) ?? known?.location ?? null,
    place: placeOf(actors.filter(isLocation), about, names) ?? null,
    kind: kindOf(content),
    status: appointmentStatus(textOf(content.status) ?? ''),
    starts_at: new Date(textOf(content.start) ?? 0),
    ends_at: new Date(textOf(content.end) ?? 0),
    instructions: textOf(content.patientInstruction)?.trim() || null,
    cancelled_because: textAt(content, 'cancelationReason', 'text')?.trim() || null,
    updated_at: row.updated_at,
  };
}

const isOf = (types: readonly string[]) => (actor: JsonObject) =>
  types.some((type) => actor.type === type || textOf(actor.reference)?.includes(`${type}/`));
const isPractitioner = isOf(['PractitionerRole', 'Practitioner']);
const isPlace = isOf(['Location', 'HealthcareService']);
const isLocation = isOf(['Location']);

/** A room, ward or desk in the source's own words; not what the organisation's locations are called anyway. */
function placeOf(places: readonly JsonObject[], about: OrganisationPolicy, names: Names): string | undefined {
  const known = about.locations.flatMap(({ slug, name }) => [slug, name, `locatie ${name}`, `${about.name} ${name}`]);
  const same = new Set([...known, about.name].map(plain));
  return places
    .map((place) => names.of(place)?.trim())
    .find((name) => name !== undefined && name !== '' && !same.has(plain(name)));
}

function titleOf(content: JsonObject): string | undefined {
  const service = objectsOf(content.serviceType)[0];
  return (
    textOf(content.description) ??
    textOf(service?.text) ??
    textAt(service, 'coding', 'display') ??
    textAt(content, 'appointmentType', 'text') ??
    textAt(content, 'appointmentType', 'coding', 'display')
  );
}

/** v3-ActCode (nl-core's contact types) and SNOMED CT of the appointment's type; a visit unless it says otherwise. */
const KINDS: readonly (readonly [AppointmentRow['kind'], readonly string[]])[] = [
  ['video', ['VR', '448337001']],
  ['phone', ['TEL', '185317003']],
  ['operation', ['387713003']],
  ['admission', ['IMP', 'ACUTE', 'NONAC', 'SS', '32485007']],
  ['home', ['HH', '439708006']],
];

function kindOf(content: JsonObject): AppointmentRow['kind'] {
  const codes = new Set(
    [...objectsOf(content.appointmentType), ...objectsOf(content.serviceType), ...objectsOf(content.serviceCategory)]
      .flatMap((concept) => listOf(concept.coding).filter(isObject))
      .map(({ code }) => code),
  );
  return KINDS.find(([, those]) => those.some((code) => codes.has(code)))?.[0] ?? 'visit';
}
