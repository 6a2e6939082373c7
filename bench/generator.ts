/** Invented patients in numbers: the same for the same day and index, through the program's own extraction and release. */
import type { AppointmentRow } from '../src/appointments/ingest';
import { EXTRACTED_BY, extract } from '../src/ehr/extract';
import { canonicalHash } from '../src/ehr/hash';
import type { FhirResource } from '../src/ehr/json';
import { codesOf } from '../src/ehr/releases';
import type { ResourceRow } from '../src/ehr/store';
import { demoBsn, type PatientRecord } from '../src/people';
import { addDays, type CalendarDate, momentOn, startOfDay } from '../src/platform/time';
import { categoryOf, categoryOfReport } from '../src/results/category';
import { decideReleases, type ReleaseOutcome, type ResultRecord } from '../src/results/family';
import type { PolicyVersion } from '../src/results/timeline';

const SOURCE = 'bench';
/** There are not BSNs enough in the range that is nobody's. */
const WITH_BSN = 5_000;
const PARTS = 4;

export interface Setting {
  readonly today: CalendarDate;
  readonly now: Date;
  readonly timeline: readonly PolicyVersion[];
}

export interface Generated {
  readonly patient: PatientRecord;
  readonly resources: ResourceRow[];
  readonly records: ResultRecord[];
  readonly outcomes: ReadonlyMap<string, ReleaseOutcome>;
  readonly appointments: AppointmentRow[];
}

const TESTS = [
  ['59260-0', 'Hemoglobine', 'mmol/l', 7.5, 11],
  ['2823-3', 'Kalium', 'mmol/l', 3.5, 5],
  ['14682-9', 'Kreatinine', 'µmol/l', 60, 110],
  ['1988-5', 'CRP', 'mg/l', 0, 10],
] as const;
const FACTS = [
  ['Condition', 'record', '38341003', 'Hoge bloeddruk'],
  ['Condition', 'record', '44054006', 'Diabetes mellitus type 2'],
  ['AllergyIntolerance', 'record', '91936005', 'Penicilline'],
  ['MedicationStatement', 'medication', '387475002', 'Metoprolol tablet 50 mg'],
] as const;
const SURNAMES = [
  'Jansen',
  'Bakker',
  'Visser',
  'Smit',
  'Meijer',
  'Mulder',
  'Bos',
  'Peters',
  'Hendriks',
  'Dekker',
  'Brouwer',
  'Dijkstra',
];
const CLINICS = ['orthopedie', 'interne', 'cardiologie', 'kno'] as const;

/** mulberry32: quick, and the same everywhere. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Zone arithmetic once for each distinct argument. */
function once<Args extends readonly (string | number)[], T>(work: (...args: Args) => T): (...args: Args) => T {
  const known = new Map<string, T>();
  return (...args) => {
    const key = args.join(' ');
    const found = known.get(key) ?? work(...args);
    known.set(key, found);
    return found;
  };
}
const plus = once(addDays);
const at = once((day: string, time: string) => momentOn(day, time).toISOString());
const beginOf = once((day: string) => startOfDay(day).getTime());

/** Identifiers that look like UUIDv7 and grow with the patients, as they do when patients come one after another. */
function identifiers(index: number): () => string {
  const milliseconds = (1_700_000_000_000 + index * 7).toString(16).padStart(12, '0');
  let count = 0;
  return () => {
    const low = (count++).toString(16).padStart(3, '0');
    const tail = index.toString(16).padStart(12, '0');
    return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7${low}-8000-${tail}`;
  };
}

/** The patient of an index with `size` resources (the Patient itself among them) and two appointments. */
export function generate(index: number, size: number, setting: Setting): Generated {
  const random = dice(index + 1);
  const next = identifiers(index);
  const patient = patientOf(index, next(), next(), random, setting);
  const made = new Maker(index, patient, next, random, setting);
  made.add('Patient', 'personal', { resourceType: 'Patient', name: [{ family: patient.name.family }] }, patient.id);
  for (const fact of FACTS) if (made.resources.length < size) made.fact(fact);
  const panels = Math.max(0, Math.floor((size - made.resources.length) / (PARTS + 1)));
  for (let panel = 0; panel < panels; panel++) made.panel(panel);
  while (made.resources.length < size) made.fact(FACTS[0]);
  const outcomes = decideReleases(made.records, new Map(), setting.timeline);
  for (const row of made.resources)
    row.visible_from = row.room === 'results' ? (outcomes.get(row.id)?.visibleFrom ?? null) : row.received_at;
  return { patient, resources: made.resources, records: made.records, outcomes, appointments: made.appointments() };
}

function patientOf(index: number, id: string, personId: string, random: () => number, { now }: Setting): PatientRecord {
  const year = 1935 + Math.floor(random() * 70);
  return {
    id,
    personId,
    bsn: index < WITH_BSN ? demoBsn(index) : null,
    number: String(1_000_000 + index),
    name: {
      family: `${SURNAMES[index % SURNAMES.length]}-${index.toString(36)}`,
      prefix: null,
      initials: `${String.fromCharCode(65 + (index % 26))}.`,
      given: null,
    },
    sex: index % 2 === 0 ? 'female' : 'male',
    birthDate: plus(`${year}-01-01`, Math.floor(random() * 364)),
    deceasedOn: null,
    bsnVerifiedAt: now,
    source: SOURCE,
  };
}

class Maker {
  readonly resources: ResourceRow[] = [];
  readonly records: ResultRecord[] = [];

  constructor(
    private readonly index: number,
    private readonly patient: PatientRecord,
    private readonly next: () => string,
    private readonly random: () => number,
    private readonly setting: Setting,
  ) {}

  add(type: string, room: string, resource: FhirResource, id = this.next(), partOf: string | null = null): ResourceRow {
    const { status, code, title, effectiveAt, effectiveOn } = extract(resource);
    const row: ResourceRow = {
      id,
      patient_id: this.patient.id,
      room,
      type,
      source: SOURCE,
      source_id: `${this.index}-${this.resources.length}`,
      version: 1,
      hash: canonicalHash(resource),
      content: { ...resource, id },
      extracted_by: EXTRACTED_BY,
      status,
      code,
      title,
      effective_at: effectiveAt,
      effective_on: effectiveOn,
      part_of: partOf,
      encounter_id: null,
      location: null,
      visible_from: null,
      received_at: this.setting.now,
      updated_at: this.setting.now,
    };
    this.resources.push(row);
    return row;
  }

  private about(type: string): FhirResource {
    const subject = { reference: `Patient/${this.patient.id}` };
    return { resourceType: type, ...(type === 'AllergyIntolerance' ? { patient: subject } : { subject }) };
  }

  fact([type, room, code, display]: (typeof FACTS)[number]): void {
    const concept = { coding: [{ system: 'http://snomed.info/sct', code, display }] };
    const said =
      type === 'MedicationStatement' ? { status: 'active', medicationCodeableConcept: concept } : { code: concept };
    this.add(type, room, { ...this.about(type), ...said, recordedDate: this.day(400) });
  }

  private day = (within: number): CalendarDate => plus(this.setting.today, -Math.floor(this.random() * within));

  /** A report with its values: most of them long ago, one in the last days. */
  panel(place: number): void {
    const day = plus(
      this.setting.today,
      -(place === 0 ? Math.floor(this.random() * 9) : place * 90 + Math.floor(this.random() * 60)),
    );
    const effectiveDateTime = at(day, '08:40');
    const issued = at(day, '13:50');
    const reportId = this.next();
    const parts = TESTS.map((test) => this.value(test, { effectiveDateTime, issued }, reportId));
    const report = {
      ...this.about('DiagnosticReport'),
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '11502-2' }], text: 'Bloedonderzoek' },
      effectiveDateTime,
      issued,
      result: parts.map(({ id }) => ({ reference: `Observation/${id}` })),
    };
    const row = this.add('DiagnosticReport', 'results', report, reportId);
    const categories = parts.map(({ category }) => category);
    this.record(row, categoryOfReport('unknown', categories), issued);
  }

  private value(
    [code, display, unit, low, high]: (typeof TESTS)[number],
    when: { effectiveDateTime: string; issued: string },
    partOf: string,
  ) {
    const value = Math.round((low + (high - low) * (this.random() * 1.3 - 0.15)) * 10) / 10;
    const resource = {
      ...this.about('Observation'),
      status: 'final',
      category: [
        { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
      ],
      code: { coding: [{ system: 'http://loinc.org', code, display }] },
      ...when,
      valueQuantity: { value, unit },
      referenceRange: [{ low: { value: low, unit }, high: { value: high, unit } }],
    };
    const row = this.add('Observation', 'results', resource, this.next(), partOf);
    const category = categoryOf(codesOf(resource));
    this.record(row, category, when.issued);
    return { id: row.id, category };
  }

  private record(row: ResourceRow, category: ResultRecord['category'], issued: string): void {
    this.records.push({
      id: row.id,
      patientId: row.patient_id,
      partOf: row.part_of,
      status: 'final',
      codes: codesOf(row.content),
      category,
      setting: 'outpatient',
      orderer: 'own',
      location: null,
      effectiveOn: row.effective_on,
      knownAt: new Date(issued),
      finalAt: new Date(issued),
      dischargedAt: null,
      policyVersion: this.setting.timeline[0]?.version ?? 1,
      earlierVisibleFrom: null,
    });
  }

  /** One that was and one that comes. */
  appointments(): AppointmentRow[] {
    return [-30, 40].map((around, place) => {
      const day = plus(this.setting.today, around + Math.floor(this.random() * 25));
      const starts = new Date(beginOf(day) + (8 * 60 + 20 * Math.floor(this.random() * 24)) * 60_000);
      return {
        id: this.next(),
        patient_id: this.patient.id,
        source: SOURCE,
        source_id: `${this.index}-afspraak-${place}`,
        hash: '',
        clinic: CLINICS[this.index % CLINICS.length] ?? CLINICS[0],
        title: 'Controle',
        practitioner: null,
        location: 'zeeweg',
        place: null,
        kind: 'visit',
        status: around < 0 ? 'fulfilled' : 'booked',
        starts_at: starts,
        ends_at: new Date(starts.getTime() + 20 * 60_000),
        instructions: null,
        updated_at: this.setting.now,
      };
    });
  }
}
