-- The clinical record: FHIR R4 JSON with the columns that pages filter on, extracted at ingest (extracted_by = version).

CREATE TABLE resource (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  room text NOT NULL CHECK (room IN ('appointments', 'results', 'record', 'medication', 'messages', 'questionnaires',
    'documents', 'personal', 'sharing', 'proxies', 'settings')), -- the record right that opens it
  type text NOT NULL,
  source text NOT NULL,          -- which system it came from
  source_id text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  hash text NOT NULL,            -- canonical hash of the resource as it came
  content jsonb NOT NULL,
  extracted_by integer NOT NULL,
  status text,
  code text,                     -- 'system|code': one series of the same test
  title text,                    -- the display it came with
  effective_at timestamptz,
  effective_on date,
  part_of uuid,                  -- the report or panel that holds this result
  encounter_id uuid,
  location text,
  visible_from timestamptz,      -- care time from which the patient's side may see it; null = not (yet)
  kept_from text[] NOT NULL DEFAULT '{}' CHECK (kept_from <@ ARRAY['patient', 'proxy', 'parent', 'legal']),
  received_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, source, type, source_id),
  FOREIGN KEY (organisation_id, patient_id) REFERENCES patient (organisation_id, id)
);
CREATE INDEX resource_by_patient ON resource (organisation_id, patient_id, room, effective_at DESC);
CREATE INDEX resource_by_series ON resource (organisation_id, patient_id, code, effective_at);
CREATE INDEX resource_by_part ON resource (organisation_id, part_of) WHERE part_of IS NOT NULL;
CREATE INDEX resource_by_encounter ON resource (organisation_id, encounter_id) WHERE encounter_id IS NOT NULL;

CREATE TABLE resource_version (
  organisation_id uuid NOT NULL,
  resource_id uuid NOT NULL,
  version integer NOT NULL,
  patient_id uuid NOT NULL,
  content jsonb NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, resource_id, version)
);

-- Practitioner, Organization, Location, Medication: no patient in them.
CREATE TABLE directory_resource (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  type text NOT NULL,
  source text NOT NULL,
  source_id text NOT NULL,
  version integer NOT NULL,
  hash text NOT NULL,
  content jsonb NOT NULL,
  title text,
  received_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, source, type, source_id)
);

-- A reference to something that is not here (yet).
CREATE TABLE open_reference (
  organisation_id uuid NOT NULL,
  from_id uuid NOT NULL,
  patient_id uuid,
  source text NOT NULL,
  target_type text NOT NULL,
  target_source_id text NOT NULL,
  PRIMARY KEY (organisation_id, from_id, target_type, target_source_id)
);
CREATE INDEX open_reference_by_target ON open_reference (organisation_id, source, target_type, target_source_id);

-- A resource whose patient is unknown waits here.
CREATE TABLE quarantine (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  source text NOT NULL,
  type text NOT NULL,
  source_id text NOT NULL,
  patient_type text,
  patient_source_id text,
  content jsonb NOT NULL,
  reason text NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, source, type, source_id)
);
CREATE INDEX quarantine_by_patient ON quarantine (organisation_id, source, patient_source_id);

ALTER TABLE resource ENABLE ROW LEVEL SECURITY; ALTER TABLE resource FORCE ROW LEVEL SECURITY;
ALTER TABLE resource_version ENABLE ROW LEVEL SECURITY; ALTER TABLE resource_version FORCE ROW LEVEL SECURITY;
ALTER TABLE open_reference ENABLE ROW LEVEL SECURITY; ALTER TABLE open_reference FORCE ROW LEVEL SECURITY;
ALTER TABLE quarantine ENABLE ROW LEVEL SECURITY; ALTER TABLE quarantine FORCE ROW LEVEL SECURITY;

-- What a page forgets to filter, this does not: the room must be among the opened rights, and the patient's side sees
-- only what is visible at the care time and not kept apart from this kind of viewer.
CREATE POLICY resource_read ON resource FOR SELECT TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND CASE (SELECT current_setting('inzage.scope'))
    WHEN 'record' THEN patient_id = (SELECT current_setting('inzage.patient')::uuid)
      AND room = ANY ((SELECT current_setting('inzage.rights')::text[])::text[])
      AND ((SELECT current_setting('inzage.viewer')) = 'staff'
        OR (visible_from <= (SELECT current_setting('inzage.care_time')::timestamptz)
          AND NOT kept_from && (SELECT current_setting('inzage.kept')::text[])))
    ELSE false END);
CREATE POLICY resource_release ON resource FOR UPDATE TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'record' AND (SELECT current_setting('inzage.viewer')) = 'staff'
  AND patient_id = (SELECT current_setting('inzage.patient')::uuid)
  AND room = ANY ((SELECT current_setting('inzage.rights')::text[])::text[]));
CREATE POLICY version_read ON resource_version FOR SELECT TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND CASE (SELECT current_setting('inzage.scope'))
    WHEN 'record' THEN (SELECT current_setting('inzage.viewer')) = 'staff'
      AND patient_id = (SELECT current_setting('inzage.patient')::uuid)
      AND EXISTS (SELECT FROM resource r WHERE r.organisation_id = resource_version.organisation_id AND r.id = resource_id)
    ELSE false END);
CREATE POLICY system ON resource TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON resource_version TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON open_reference TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON quarantine TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
