-- Sessions hold ids and a hashed token, no patient data: looked up by the token's hash before any scope can be known.

CREATE TABLE patient_session (
  token_hash bytea PRIMARY KEY,
  organisation_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  person_id uuid NOT NULL,
  level text NOT NULL CHECK (level IN ('midden', 'substantieel', 'hoog')),
  started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason text
);
CREATE INDEX patient_session_by_person ON patient_session (organisation_id, person_id);

CREATE TABLE staff_session (
  token_hash bytea PRIMARY KEY,
  organisation_id uuid NOT NULL,
  id uuid NOT NULL UNIQUE,
  employee_id uuid NOT NULL,
  name text NOT NULL,
  job_title text,
  roles text[] NOT NULL,
  clinics text[] NOT NULL,
  started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason text
);
CREATE INDEX staff_session_by_employee ON staff_session (organisation_id, employee_id);

-- A sign-in under way at the identity provider: one use, bound to the browser by a cookie's hash.
CREATE TABLE sign_in_attempt (
  state_hash bytea PRIMARY KEY,
  organisation_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('person', 'employee')),
  browser_hash bytea NOT NULL,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  return_to text NOT NULL,
  started_at timestamptz NOT NULL
);

-- What somebody typed when the session ended or the page was left: given back only to the same person, record and form.
CREATE TABLE draft (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  owner_kind text NOT NULL CHECK (owner_kind IN ('person', 'employee')),
  owner_id uuid NOT NULL,
  patient_id uuid,
  path text NOT NULL,
  fields jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, owner_kind, owner_id, path)
);
ALTER TABLE draft ENABLE ROW LEVEL SECURITY; ALTER TABLE draft FORCE ROW LEVEL SECURITY;
CREATE POLICY draft_owner ON draft TO inzage_web USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND owner_id = (SELECT current_setting('inzage.owner')::uuid));
CREATE POLICY system ON draft TO inzage_worker
  USING (organisation_id = (SELECT current_setting('inzage.organisation')::uuid) AND (SELECT current_setting('inzage.scope')) = 'system');

-- A form's one-time id: the second arrival of the same submission changes nothing.
CREATE TABLE submission (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id)
);
