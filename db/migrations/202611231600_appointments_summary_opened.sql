-- Which summaries of visits a reader has opened: until then a summary is new.

CREATE TABLE summary_opened (
  organisation_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  person_id uuid NOT NULL,
  resource_id uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, patient_id, person_id, resource_id),
  FOREIGN KEY (organisation_id, resource_id) REFERENCES resource (organisation_id, id) ON DELETE CASCADE
);

ALTER TABLE summary_opened ENABLE ROW LEVEL SECURITY; ALTER TABLE summary_opened FORCE ROW LEVEL SECURITY;

CREATE POLICY opened_own ON summary_opened TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'record'
  AND patient_id = (SELECT current_setting('inzage.patient')::uuid)
  AND person_id = (SELECT current_setting('inzage.person')::uuid)
  AND 'documents' = ANY ((SELECT current_setting('inzage.rights')::text[])::text[]));
CREATE POLICY system ON summary_opened TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');

GRANT SELECT, INSERT ON summary_opened TO inzage_web;
GRANT SELECT ON summary_opened TO inzage_worker;
