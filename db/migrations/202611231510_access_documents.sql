-- Documents (PDF) that somebody asked for: the web process writes what must be in one, the worker makes it, and the asker
-- fetches it through the door. Gone after ten minutes.

CREATE TABLE document_request (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  owner_kind text NOT NULL CHECK (owner_kind IN ('person', 'employee')),
  owner_id uuid NOT NULL,
  session_id uuid NOT NULL,
  -- The address at which it was asked for, and what was opened for it: it can be fetched nowhere else and with no less.
  path text NOT NULL,
  rights text[] NOT NULL CHECK (cardinality(rights) > 0),
  viewer text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'made', 'failed')),
  tries smallint NOT NULL CHECK (tries >= 0),
  -- A worker is at it until then; after that somebody else may take it.
  taken_until timestamptz,
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
CREATE INDEX document_request_waiting ON document_request (organisation_id, asked_at) WHERE state = 'waiting';

-- Its content, encrypted. A table of its own: who may know how far a request is, does not read by it what is in it.
CREATE TABLE document_content (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  model bytea,
  pdf bytea,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, id) REFERENCES document_request (organisation_id, id) ON DELETE CASCADE
);

ALTER TABLE document_request ENABLE ROW LEVEL SECURITY; ALTER TABLE document_request FORCE ROW LEVEL SECURITY;
ALTER TABLE document_content ENABLE ROW LEVEL SECURITY; ALTER TABLE document_content FORCE ROW LEVEL SECURITY;

-- In an opened record: only the asker's own, of this patient, and only with at least the rights that it was made with.
CREATE POLICY request_record ON document_request TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'record'
  AND patient_id = (SELECT current_setting('inzage.patient')::uuid)
  AND owner_id = CASE owner_kind
    WHEN 'person' THEN (SELECT current_setting('inzage.person')::uuid)
    ELSE (SELECT current_setting('inzage.employee')::uuid) END
  AND viewer = (SELECT current_setting('inzage.viewer'))
  AND rights <@ (SELECT current_setting('inzage.rights')::text[]));
-- How far it is, for who asked; without a record open nobody reads more than that.
CREATE POLICY request_owner ON document_request FOR SELECT TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'sign-in'
  AND owner_id = (SELECT current_setting('inzage.owner')::uuid));
CREATE POLICY content_record ON document_content TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'record'
  AND patient_id = (SELECT current_setting('inzage.patient')::uuid)
  AND EXISTS (SELECT FROM document_request d
    WHERE d.organisation_id = document_content.organisation_id AND d.id = document_content.id));
CREATE POLICY system ON document_request TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');
CREATE POLICY system ON document_content TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');

GRANT SELECT, INSERT ON document_request, document_content TO inzage_web;
GRANT SELECT, UPDATE, DELETE ON document_request TO inzage_worker;
GRANT SELECT, UPDATE ON document_content TO inzage_worker;
