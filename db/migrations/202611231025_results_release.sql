-- One row a result (DiagnosticReport or Observation that stands by itself or in a panel): why it is visible from when.

CREATE TABLE result_release (
  organisation_id uuid NOT NULL,
  resource_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  category text NOT NULL CHECK (category IN ('chemistry', 'haematology', 'microbiology', 'sti', 'pathology', 'radiology',
    'function', 'genetics', 'hla', 'transfusion', 'other', 'unknown')),
  setting text NOT NULL CHECK (setting IN ('outpatient', 'admitted', 'emergency')),
  orderer text NOT NULL CHECK (orderer IN ('own', 'gp')),
  location text,
  known_at timestamptz NOT NULL,
  final_at timestamptz,
  discharged_at timestamptz,
  policy_version integer NOT NULL,
  visible_from timestamptz,
  reason text NOT NULL,
  announced boolean NOT NULL,
  effective_on date,
  kept_from text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (organisation_id, resource_id),
  FOREIGN KEY (organisation_id, resource_id) REFERENCES resource (organisation_id, id) ON DELETE CASCADE,
  CHECK (NOT announced OR visible_from IS NOT NULL)
);
CREATE INDEX result_release_by_patient ON result_release (organisation_id, patient_id, visible_from);

-- What clinicians decided about a result; the last one counts.
CREATE TABLE result_decision (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  resource_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  decision text NOT NULL CHECK (decision IN ('released', 'held', 'withdrawn')),
  reason text,
  employee_id uuid NOT NULL,
  employee_name text NOT NULL,
  decided_at timestamptz NOT NULL, -- care time
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, resource_id) REFERENCES resource (organisation_id, id) ON DELETE CASCADE,
  CHECK (decision = 'released' OR reason IS NOT NULL)
);
CREATE INDEX result_decision_by_resource ON result_decision (organisation_id, resource_id, decided_at);

-- Which results a reader has opened: until then a result shows its name and date only.
CREATE TABLE result_opened (
  organisation_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  person_id uuid NOT NULL,
  resource_id uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, patient_id, person_id, resource_id),
  FOREIGN KEY (organisation_id, resource_id) REFERENCES resource (organisation_id, id) ON DELETE CASCADE
);

ALTER TABLE result_release ENABLE ROW LEVEL SECURITY; ALTER TABLE result_release FORCE ROW LEVEL SECURITY;
ALTER TABLE result_decision ENABLE ROW LEVEL SECURITY; ALTER TABLE result_decision FORCE ROW LEVEL SECURITY;
ALTER TABLE result_opened ENABLE ROW LEVEL SECURITY; ALTER TABLE result_opened FORCE ROW LEVEL SECURITY;

-- The patient's side reads of a coming result only that it comes and when, and only where the policy announces it.
CREATE POLICY release_read ON result_release FOR SELECT TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND CASE (SELECT current_setting('inzage.scope'))
    WHEN 'record' THEN patient_id = (SELECT current_setting('inzage.patient')::uuid)
      AND 'results' = ANY ((SELECT current_setting('inzage.rights')::text[])::text[])
      AND ((SELECT current_setting('inzage.viewer')) = 'staff'
        OR ((announced OR visible_from <= (SELECT current_setting('inzage.care_time')::timestamptz))
          AND NOT kept_from && (SELECT current_setting('inzage.kept')::text[])))
    ELSE false END);
CREATE POLICY release_decide ON result_release FOR UPDATE TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'record' AND (SELECT current_setting('inzage.viewer')) = 'staff'
  AND patient_id = (SELECT current_setting('inzage.patient')::uuid)
  AND 'results' = ANY ((SELECT current_setting('inzage.rights')::text[])::text[]));
CREATE POLICY decision_staff ON result_decision TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'record' AND (SELECT current_setting('inzage.viewer')) = 'staff'
  AND patient_id = (SELECT current_setting('inzage.patient')::uuid)
  AND 'results' = ANY ((SELECT current_setting('inzage.rights')::text[])::text[]));
CREATE POLICY opened_own ON result_opened TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'record'
  AND patient_id = (SELECT current_setting('inzage.patient')::uuid)
  AND person_id = (SELECT current_setting('inzage.person')::uuid)
  AND 'results' = ANY ((SELECT current_setting('inzage.rights')::text[])::text[]));
CREATE POLICY system ON result_release TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON result_decision TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON result_opened TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
