-- The log (NEN 7513): insert-only for the program, partitioned by month, sealed by the worker.

CREATE TABLE audit_event (
  organisation_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  id uuid NOT NULL,
  event_type text NOT NULL CHECK (event_type IN ('record', 'list', 'search', 'desk', 'log', 'sign-in', 'sign-out', 'emergency', 'system')),
  action text NOT NULL CHECK (action IN ('C', 'R', 'U', 'D', 'E')),
  outcome text NOT NULL CHECK (outcome IN ('success', 'denied', 'failed')),
  what text NOT NULL,          -- the page or action, as the route names it
  purpose text NOT NULL,       -- PurposeOfUse
  agent_kind text NOT NULL CHECK (agent_kind IN ('person', 'employee', 'system', 'unknown')),
  agent_id uuid,
  agent_name text,
  agent_role text,
  basis text,                  -- authorisation: self, proxy, parent, legal, treatment, emergency, desk …
  on_behalf_of uuid,           -- the represented patient, where the agent is a proxy
  patient_id uuid,             -- the patient of one record; lists have audit_entity rows
  rights text[],
  detail jsonb,                -- search criteria, reason, counted things; never content
  network_address text,
  session_id uuid,
  site text NOT NULL,
  PRIMARY KEY (organisation_id, recorded_at, id)
) PARTITION BY RANGE (recorded_at);
CREATE INDEX audit_event_by_patient ON audit_event (organisation_id, patient_id, recorded_at);

CREATE TABLE audit_entity (
  organisation_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  event_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, recorded_at, event_id, patient_id)
) PARTITION BY RANGE (recorded_at);
CREATE INDEX audit_entity_by_patient ON audit_entity (organisation_id, patient_id, recorded_at);

CREATE TABLE audit_event_other PARTITION OF audit_event DEFAULT;
CREATE TABLE audit_entity_other PARTITION OF audit_entity DEFAULT;

-- A seal: the ids it covers (audit_sealed) and an HMAC over them and the seal before it, with a key outside the database.
CREATE TABLE audit_seal (
  organisation_id uuid NOT NULL,
  sequence integer NOT NULL CHECK (sequence > 0),
  sealed_at timestamptz NOT NULL,
  events integer NOT NULL CHECK (events > 0),
  mac text NOT NULL,
  PRIMARY KEY (organisation_id, sequence)
);
CREATE TABLE audit_sealed (
  organisation_id uuid NOT NULL,
  event_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  sequence integer NOT NULL,
  PRIMARY KEY (organisation_id, event_id),
  FOREIGN KEY (organisation_id, sequence) REFERENCES audit_seal (organisation_id, sequence)
);
CREATE INDEX audit_sealed_by_seal ON audit_sealed (organisation_id, sequence);

ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY; ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_entity ENABLE ROW LEVEL SECURITY; ALTER TABLE audit_entity FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY; ALTER TABLE audit_seal FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_sealed ENABLE ROW LEVEL SECURITY; ALTER TABLE audit_sealed FORCE ROW LEVEL SECURITY;

CREATE POLICY audit_write ON audit_event FOR INSERT TO inzage_web, inzage_worker WITH CHECK (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid));
CREATE POLICY entity_write ON audit_entity FOR INSERT TO inzage_web, inzage_worker WITH CHECK (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid));
CREATE POLICY audit_read ON audit_event FOR SELECT TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND CASE (SELECT current_setting('inzage.scope'))
    WHEN 'record' THEN 'proxies' = ANY ((SELECT current_setting('inzage.rights')::text[])::text[])
      AND (patient_id = (SELECT current_setting('inzage.patient')::uuid)
        OR EXISTS (SELECT FROM audit_entity e WHERE e.organisation_id = audit_event.organisation_id
          AND e.recorded_at = audit_event.recorded_at AND e.event_id = audit_event.id))
    WHEN 'log' THEN true
    ELSE false END);
CREATE POLICY entity_read ON audit_entity FOR SELECT TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND CASE (SELECT current_setting('inzage.scope'))
    WHEN 'record' THEN 'proxies' = ANY ((SELECT current_setting('inzage.rights')::text[])::text[])
      AND patient_id = (SELECT current_setting('inzage.patient')::uuid)
    WHEN 'log' THEN true
    ELSE false END);
CREATE POLICY system ON audit_event FOR SELECT TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON audit_entity FOR SELECT TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON audit_seal TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON audit_sealed TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
