/** The tables as Kysely sees them; db/migrations/ is the truth. Calendar dates are ISO strings, instants are Dates. */
import type { ColumnType } from 'kysely';
import type { DocumentContentTable, DocumentRequestTable } from './documents';

type Json = ColumnType<unknown, string, string>;
type Defaulted<T> = ColumnType<T, T | undefined, T>;

export interface OrganisationTable {
  id: string;
  slug: string;
  created_at: Date;
}

export interface PolicyVersionTable {
  organisation_id: string;
  version: number;
  policy: Json;
  valid_from: Date;
  applied_by: string;
}

export interface PersonTable {
  organisation_id: string;
  id: string;
  bsn: string | null;
  name: string | null;
  created_at: Date;
}

export type Sex = 'male' | 'female' | 'other' | 'unknown';

export interface PatientTable {
  organisation_id: string;
  id: string;
  person_id: string;
  number: string;
  family_name: string;
  family_prefix: string | null;
  initials: string | null;
  given_name: string | null;
  sex: Sex;
  birth_date: string | null;
  deceased_on: string | null;
  folded_name: string;
  bsn_verified_at: Date | null;
  source: string;
  created_at: Date;
  updated_at: Date;
}

export interface BsnVerificationTable {
  organisation_id: string;
  id: string;
  patient_id: string;
  employee_id: string;
  document_type: 'passport' | 'identity-card' | 'driving-licence' | 'residence-document';
  document_number: string;
  verified_at: Date;
}

export interface EmployeeTable {
  organisation_id: string;
  id: string;
  subject: string;
  name: string;
  job_title: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface AccessGrantTable {
  organisation_id: string;
  id: string;
  person_id: string;
  patient_id: string;
  rights: string[];
  basis: 'proxy' | 'parent' | 'legal';
  valid_from: Date;
  valid_until: Date | null;
  ended_at: Date | null;
  created_at: Date;
}

export interface TreatmentRelationTable {
  organisation_id: string;
  id: string;
  clinic: string;
  patient_id: string;
  source: 'appointment' | 'encounter' | 'referral' | 'thread' | 'task' | 'gp-registration';
  source_id: string | null;
  valid_from: Date;
  valid_until: Date | null;
}

export interface EmergencyAccessTable {
  organisation_id: string;
  id: string;
  patient_id: string;
  employee_id: string;
  reason: string;
  opened_at: Date;
  ends_at: Date;
  reviewed_at: Date | null;
  reviewed_by: string | null;
  outcome: 'justified' | 'not-justified' | null;
  review_note: string | null;
}

export interface AuditEventTable {
  organisation_id: string;
  recorded_at: Date;
  id: string;
  event_type: 'record' | 'list' | 'search' | 'desk' | 'log' | 'sign-in' | 'sign-out' | 'emergency' | 'system';
  action: 'C' | 'R' | 'U' | 'D' | 'E';
  outcome: 'success' | 'denied' | 'failed';
  what: string;
  purpose: string;
  agent_kind: 'person' | 'employee' | 'system' | 'unknown';
  agent_id: string | null;
  agent_name: string | null;
  agent_role: string | null;
  basis: string | null;
  on_behalf_of: string | null;
  patient_id: string | null;
  rights: string[] | null;
  detail: Json | null;
  network_address: string | null;
  session_id: string | null;
  site: string;
}

export interface AuditEntityTable {
  organisation_id: string;
  recorded_at: Date;
  event_id: string;
  patient_id: string;
}

export interface AuditSealTable {
  organisation_id: string;
  sequence: number;
  sealed_at: Date;
  events: number;
  mac: string;
}

export interface AuditSealedTable {
  organisation_id: string;
  event_id: string;
  recorded_at: Date;
  sequence: number;
}

interface SessionColumns {
  token_hash: Buffer;
  organisation_id: string;
  id: string;
  started_at: Date;
  seen_at: Date;
  ends_at: Date;
  ended_at: Date | null;
  end_reason: string | null;
}

export interface PatientSessionTable extends SessionColumns {
  person_id: string;
  level: 'midden' | 'substantieel' | 'hoog';
}

export interface StaffSessionTable extends SessionColumns {
  employee_id: string;
  name: string;
  job_title: string | null;
  roles: string[];
  clinics: string[];
}

export interface SignInAttemptTable {
  state_hash: Buffer;
  organisation_id: string;
  kind: 'person' | 'employee';
  browser_hash: Buffer;
  nonce: string;
  code_verifier: string;
  return_to: string;
  started_at: Date;
}

export interface DraftTable {
  organisation_id: string;
  id: string;
  owner_kind: 'person' | 'employee';
  owner_id: string;
  patient_id: string | null;
  path: string;
  fields: Json;
  saved_at: Date;
}

export interface SubmissionTable {
  organisation_id: string;
  id: string;
  received_at: Date;
}

export interface ResourceTable {
  organisation_id: string;
  id: string;
  patient_id: string;
  room: string;
  type: string;
  source: string;
  source_id: string;
  version: number;
  hash: string;
  content: Json;
  extracted_by: number;
  status: string | null;
  code: string | null;
  title: string | null;
  effective_at: Date | null;
  effective_on: string | null;
  part_of: string | null;
  encounter_id: string | null;
  location: string | null;
  visible_from: Date | null;
  kept_from: Defaulted<string[]>;
  received_at: Date;
  updated_at: Date;
}

export interface ResourceVersionTable {
  organisation_id: string;
  resource_id: string;
  version: number;
  patient_id: string;
  content: Json;
  received_at: Date;
}

export interface DirectoryResourceTable {
  organisation_id: string;
  id: string;
  type: string;
  source: string;
  source_id: string;
  version: number;
  hash: string;
  content: Json;
  title: string | null;
  received_at: Date;
  updated_at: Date;
}

export interface OpenReferenceTable {
  organisation_id: string;
  from_id: string;
  patient_id: string | null;
  source: string;
  target_type: string;
  target_source_id: string;
}

export interface QuarantineTable {
  organisation_id: string;
  id: string;
  source: string;
  type: string;
  source_id: string;
  patient_type: string | null;
  patient_source_id: string | null;
  content: Json;
  reason: string;
  received_at: Date;
}

export interface ResultReleaseTable {
  organisation_id: string;
  resource_id: string;
  patient_id: string;
  category: string;
  setting: 'outpatient' | 'admitted' | 'emergency';
  orderer: 'own' | 'gp';
  location: string | null;
  known_at: Date;
  final_at: Date | null;
  discharged_at: Date | null;
  policy_version: number;
  visible_from: Date | null;
  reason: string;
  announced: boolean;
  effective_on: string | null;
  kept_from: Defaulted<string[]>;
}

export interface ResultDecisionTable {
  organisation_id: string;
  id: string;
  resource_id: string;
  patient_id: string;
  decision: 'released' | 'held' | 'withdrawn';
  reason: string | null;
  employee_id: string;
  employee_name: string;
  decided_at: Date;
}

export interface ResultOpenedTable {
  organisation_id: string;
  patient_id: string;
  person_id: string;
  resource_id: string;
  opened_at: Date;
}

export interface LetterOpenedTable {
  organisation_id: string;
  patient_id: string;
  person_id: string;
  resource_id: string;
  opened_at: Date;
}

export interface AppointmentTable {
  organisation_id: string;
  id: string;
  patient_id: string;
  source: string;
  source_id: string;
  hash: string;
  clinic: string;
  title: string;
  practitioner: string | null;
  location: string | null;
  place: string | null;
  kind: 'visit' | 'phone' | 'video' | 'home' | 'operation' | 'admission';
  status: 'proposed' | 'pending' | 'booked' | 'arrived' | 'fulfilled' | 'cancelled' | 'noshow' | 'entered-in-error';
  starts_at: Date;
  ends_at: Date;
  instructions: string | null;
  kept_from: Defaulted<string[]>;
  updated_at: Date;
  version: Defaulted<number>;
  moved_from: Defaulted<Date | null>;
  cancelled_because: Defaulted<string | null>;
  encounters: Defaulted<string[]>;
}

export interface Schema {
  organisation: OrganisationTable;
  policy_version: PolicyVersionTable;
  person: PersonTable;
  patient: PatientTable;
  bsn_verification: BsnVerificationTable;
  employee: EmployeeTable;
  access_grant: AccessGrantTable;
  treatment_relation: TreatmentRelationTable;
  emergency_access: EmergencyAccessTable;
  audit_event: AuditEventTable;
  audit_entity: AuditEntityTable;
  audit_seal: AuditSealTable;
  audit_sealed: AuditSealedTable;
  patient_session: PatientSessionTable;
  staff_session: StaffSessionTable;
  sign_in_attempt: SignInAttemptTable;
  draft: DraftTable;
  submission: SubmissionTable;
  resource: ResourceTable;
  resource_version: ResourceVersionTable;
  directory_resource: DirectoryResourceTable;
  open_reference: OpenReferenceTable;
  quarantine: QuarantineTable;
  result_release: ResultReleaseTable;
  result_decision: ResultDecisionTable;
  result_opened: ResultOpenedTable;
  letter_opened: LetterOpenedTable;
  summary_opened: LetterOpenedTable;
  appointment: AppointmentTable;
  document_request: DocumentRequestTable;
  document_content: DocumentContentTable;
}
