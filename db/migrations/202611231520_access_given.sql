-- PR-07: who may open a record, by name. Scope `grants` of an opened record shows, beside who holds a grant to it, how
-- they are called, and the clinics with a treatment relation. The scope `record` itself goes on showing one patient alone.

ALTER POLICY grant_read ON access_grant USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND CASE (SELECT current_setting('inzage.scope'))
    WHEN 'sign-in' THEN person_id = (SELECT current_setting('inzage.person')::uuid)
    WHEN 'door' THEN person_id = (SELECT current_setting('inzage.person')::uuid)
    WHEN 'record' THEN patient_id = (SELECT current_setting('inzage.patient')::uuid)
      AND 'proxies' = ANY ((SELECT current_setting('inzage.rights')::text[])::text[])
    WHEN 'grants' THEN patient_id = (SELECT current_setting('inzage.patient')::uuid)
    ELSE false END);

ALTER POLICY relation_read ON treatment_relation USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND CASE (SELECT current_setting('inzage.scope'))
    WHEN 'door' THEN patient_id = (SELECT current_setting('inzage.patient')::uuid)
    WHEN 'grants' THEN patient_id = (SELECT current_setting('inzage.patient')::uuid)
    WHEN 'clinic' THEN clinic = (SELECT current_setting('inzage.clinic'))
    ELSE false END);

ALTER POLICY person_read ON person USING (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND CASE (SELECT current_setting('inzage.scope'))
    WHEN 'sign-in' THEN true -- by BSN; a person row holds no medical fact
    WHEN 'door' THEN id = (SELECT current_setting('inzage.person')::uuid)
    WHEN 'desk' THEN true
    WHEN 'grants' THEN EXISTS (SELECT FROM access_grant g
      WHERE g.organisation_id = person.organisation_id AND g.person_id = person.id)
    ELSE false END);

ALTER POLICY patient_read ON patient USING (
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
    WHEN 'grants' THEN EXISTS (SELECT FROM access_grant g
      WHERE g.organisation_id = patient.organisation_id AND g.person_id = patient.person_id)
    WHEN 'desk' THEN true
    WHEN 'log' THEN true
    ELSE false END);
