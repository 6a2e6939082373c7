-- On a partitioned table PostgreSQL looks at a condition without columns first: without a scope the worker read an empty
-- log instead of meeting an error. The scope now decides which organisation is compared, and no scope cannot be compared.

ALTER POLICY system ON audit_event USING (organisation_id = (SELECT CASE current_setting('inzage.scope')
  WHEN 'system' THEN current_setting('inzage.organisation')::uuid
  WHEN '' THEN current_setting('inzage.scope')::uuid END));
ALTER POLICY system ON audit_entity USING (organisation_id = (SELECT CASE current_setting('inzage.scope')
  WHEN 'system' THEN current_setting('inzage.organisation')::uuid
  WHEN '' THEN current_setting('inzage.scope')::uuid END));
