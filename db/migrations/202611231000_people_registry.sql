-- Who is who. Identity is per organisation: the same human at two organisations is two persons.
-- Policies read the scope with (SELECT current_setting(…)): evaluated once a query, and an error where no scope is set.

CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{1,30}$'),
  created_at timestamptz NOT NULL
);

CREATE TABLE policy_version (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  version integer NOT NULL CHECK (version > 0),
  policy jsonb NOT NULL,
  valid_from timestamptz NOT NULL,
  applied_by text NOT NULL,
  PRIMARY KEY (organisation_id, version)
);

CREATE TABLE person (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  bsn text CHECK (bsn ~ '^[0-9]{9}$'),
  name text, -- only for somebody who is no patient here
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, bsn)
);

CREATE TABLE patient (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  number text NOT NULL,
  family_name text NOT NULL,
  family_prefix text,
  initials text,
  given_name text,
  sex text NOT NULL CHECK (sex IN ('male', 'female', 'other', 'unknown')),
  birth_date date,
  deceased_on date,
  folded_name text NOT NULL, -- surname without prefix, lower case, without marks: the search key of the desk
  bsn_verified_at timestamptz,
  source text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, person_id),
  UNIQUE (organisation_id, number),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
);
CREATE INDEX patient_by_name ON patient (organisation_id, folded_name COLLATE "C");
CREATE INDEX patient_by_birth_date ON patient (organisation_id, birth_date);

CREATE TABLE bsn_verification (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  employee_id uuid NOT NULL,
  document_type text NOT NULL CHECK (document_type IN ('passport', 'identity-card', 'driving-licence', 'residence-document')),
  document_number text NOT NULL,
  verified_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, patient_id) REFERENCES patient (organisation_id, id)
);
CREATE INDEX bsn_verification_by_patient ON bsn_verification (organisation_id, patient_id);

CREATE TABLE employee (
  organisation_id uuid NOT NULL REFERENCES organisation (id),
  id uuid NOT NULL,
  subject text NOT NULL,
  name text NOT NULL,
  job_title text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, subject)
);
