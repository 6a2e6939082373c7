-- Appointments, whatever their source: relational, mapped to FHIR at the edge.

CREATE TABLE appointment (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  source text NOT NULL,
  source_id text NOT NULL,
  hash text NOT NULL,
  clinic text NOT NULL,
  title text NOT NULL,
  practitioner text,
  location text,
  place text,                   -- route, floor, room
  kind text NOT NULL CHECK (kind IN ('visit', 'phone', 'video', 'operation')),
  status text NOT NULL CHECK (status IN ('proposed', 'pending', 'booked', 'arrived', 'fulfilled', 'cancelled', 'noshow')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  instructions text,
  kept_from text[] NOT NULL DEFAULT '{}',
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, source, source_id),
  FOREIGN KEY (organisation_id, patient_id) REFERENCES patient (organisation_id, id),
  CHECK (ends_at > starts_at)
);
CREATE INDEX appointment_by_patient ON appointment (organisation_id, patient_id, starts_at);
CREATE INDEX appointment_by_clinic ON appointment (organisation_id, clinic, starts_at);

ALTER TABLE appointment ENABLE ROW LEVEL SECURITY; ALTER TABLE appointment FORCE ROW LEVEL SECURITY;

-- Limited access (IN-03) shows no past visits.
CREATE POLICY appointment_read ON appointment FOR SELECT TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND CASE (SELECT current_setting('inzage.scope'))
    WHEN 'record' THEN patient_id = (SELECT current_setting('inzage.patient')::uuid)
      AND 'appointments' = ANY ((SELECT current_setting('inzage.rights')::text[])::text[])
      AND ((SELECT current_setting('inzage.viewer')) <> 'limited'
        OR ends_at > (SELECT current_setting('inzage.care_time')::timestamptz))
      AND ((SELECT current_setting('inzage.viewer')) = 'staff'
        OR NOT kept_from && (SELECT current_setting('inzage.kept')::text[]))
    WHEN 'clinic' THEN clinic = (SELECT current_setting('inzage.clinic'))
    ELSE false END);
CREATE POLICY system ON appointment TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
