-- Who may open what: grants, treatment relations, emergency access. The `access` floor owns and decides on them alone.

CREATE TABLE access_grant (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  rights text[] NOT NULL CHECK (rights <@ ARRAY['appointments','results','record','medication','messages','questionnaires',
    'documents','personal','sharing','proxies','settings'] AND cardinality(rights) > 0),
  basis text NOT NULL CHECK (basis IN ('proxy', 'parent', 'legal')),
  valid_from timestamptz NOT NULL,
  valid_until timestamptz,
  ended_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, patient_id) REFERENCES patient (organisation_id, id)
);
CREATE INDEX access_grant_by_person ON access_grant (organisation_id, person_id);
CREATE UNIQUE INDEX access_grant_one_live ON access_grant (organisation_id, person_id, patient_id, basis) WHERE ended_at IS NULL;

CREATE TABLE treatment_relation (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  clinic text NOT NULL,
  patient_id uuid NOT NULL,
  source text NOT NULL CHECK (source IN ('appointment', 'encounter', 'referral', 'thread', 'task', 'gp-registration')),
  source_id uuid,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, patient_id, clinic, source, source_id),
  FOREIGN KEY (organisation_id, patient_id) REFERENCES patient (organisation_id, id)
);

CREATE TABLE emergency_access (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  employee_id uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 10 AND 500),
  opened_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  reviewed_at timestamptz,
  reviewed_by uuid,
  outcome text CHECK (outcome IN ('justified', 'not-justified')),
  review_note text,
  PRIMARY KEY (organisation_id, id),
  CHECK ((reviewed_at IS NULL) = (outcome IS NULL)),
  FOREIGN KEY (organisation_id, patient_id) REFERENCES patient (organisation_id, id),
  FOREIGN KEY (organisation_id, employee_id) REFERENCES employee (organisation_id, id)
);
CREATE INDEX emergency_access_by_patient ON emergency_access (organisation_id, patient_id, employee_id);
CREATE INDEX emergency_access_open ON emergency_access (organisation_id, opened_at) WHERE reviewed_at IS NULL;

ALTER TABLE person ENABLE ROW LEVEL SECURITY; ALTER TABLE person FORCE ROW LEVEL SECURITY;
ALTER TABLE patient ENABLE ROW LEVEL SECURITY; ALTER TABLE patient FORCE ROW LEVEL SECURITY;
ALTER TABLE bsn_verification ENABLE ROW LEVEL SECURITY; ALTER TABLE bsn_verification FORCE ROW LEVEL SECURITY;
ALTER TABLE employee ENABLE ROW LEVEL SECURITY; ALTER TABLE employee FORCE ROW LEVEL SECURITY;
ALTER TABLE access_grant ENABLE ROW LEVEL SECURITY; ALTER TABLE access_grant FORCE ROW LEVEL SECURITY;
ALTER TABLE treatment_relation ENABLE ROW LEVEL SECURITY; ALTER TABLE treatment_relation FORCE ROW LEVEL SECURITY;
ALTER TABLE emergency_access ENABLE ROW LEVEL SECURITY; ALTER TABLE emergency_access FORCE ROW LEVEL SECURITY;

-- The worker (feeds, import, background work) sees its organisation, with a stated reason, in scope `system` only.
CREATE POLICY system ON person TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON patient TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON bsn_verification TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON employee TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON access_grant TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON treatment_relation TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON emergency_access TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');

CREATE POLICY grant_read ON access_grant FOR SELECT TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND CASE (SELECT current_setting('inzage.scope'))
    WHEN 'sign-in' THEN person_id = (SELECT current_setting('inzage.person')::uuid)
    WHEN 'door' THEN person_id = (SELECT current_setting('inzage.person')::uuid)
    WHEN 'record' THEN patient_id = (SELECT current_setting('inzage.patient')::uuid)
      AND 'proxies' = ANY ((SELECT current_setting('inzage.rights')::text[])::text[])
    ELSE false END);

CREATE POLICY relation_read ON treatment_relation FOR SELECT TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND CASE (SELECT current_setting('inzage.scope'))
    WHEN 'door' THEN patient_id = (SELECT current_setting('inzage.patient')::uuid)
    WHEN 'clinic' THEN clinic = (SELECT current_setting('inzage.clinic'))
    ELSE false END);

CREATE POLICY person_read ON person FOR SELECT TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND CASE (SELECT current_setting('inzage.scope'))
    WHEN 'sign-in' THEN true -- by BSN; a person row holds no medical fact
    WHEN 'door' THEN id = (SELECT current_setting('inzage.person')::uuid)
    WHEN 'desk' THEN true
    ELSE false END);

-- The door sees the one record that is asked for and the records that the person has a grant to; a desk sees identities.
CREATE POLICY patient_read ON patient FOR SELECT TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND CASE (SELECT current_setting('inzage.scope'))
    WHEN 'record' THEN id = (SELECT current_setting('inzage.patient')::uuid)
    WHEN 'door' THEN id = (SELECT current_setting('inzage.patient')::uuid)
      OR person_id = (SELECT current_setting('inzage.person')::uuid)
      OR EXISTS (SELECT FROM access_grant g WHERE g.organisation_id = patient.organisation_id AND g.patient_id = patient.id)
    WHEN 'sign-in' THEN person_id = (SELECT current_setting('inzage.person')::uuid)
      OR EXISTS (SELECT FROM access_grant g WHERE g.organisation_id = patient.organisation_id AND g.patient_id = patient.id)
    WHEN 'clinic' THEN EXISTS (SELECT FROM treatment_relation t
      WHERE t.organisation_id = patient.organisation_id AND t.patient_id = patient.id)
    WHEN 'desk' THEN true
    WHEN 'log' THEN true
    ELSE false END);
CREATE POLICY patient_desk ON patient FOR UPDATE TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'desk' AND id = (SELECT current_setting('inzage.patient')::uuid));

CREATE POLICY verification_desk ON bsn_verification TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'desk' AND patient_id = (SELECT current_setting('inzage.patient')::uuid));

CREATE POLICY employee_sign_in ON employee TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'sign-in');
CREATE POLICY employee_log ON employee FOR SELECT TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'log');

CREATE POLICY emergency_read ON emergency_access FOR SELECT TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND CASE (SELECT current_setting('inzage.scope'))
    WHEN 'door' THEN patient_id = (SELECT current_setting('inzage.patient')::uuid)
      AND employee_id = (SELECT current_setting('inzage.employee')::uuid)
    WHEN 'log' THEN true
    ELSE false END);
CREATE POLICY emergency_open ON emergency_access FOR INSERT TO inzage_web WITH CHECK (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'door'
  AND patient_id = (SELECT current_setting('inzage.patient')::uuid)
  AND employee_id = (SELECT current_setting('inzage.employee')::uuid)
  AND reviewed_at IS NULL);
CREATE POLICY emergency_review ON emergency_access FOR UPDATE TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'log');
