-- Who decides on a result and who judges an emergency access is the one who opened the door, and nobody judges an own one.

ALTER POLICY decision_staff ON result_decision WITH CHECK (
  organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
  AND (SELECT current_setting('inzage.scope')) = 'record' AND (SELECT current_setting('inzage.viewer')) = 'staff'
  AND patient_id = (SELECT current_setting('inzage.patient')::uuid)
  AND 'results' = ANY ((SELECT current_setting('inzage.rights')::text[])::text[])
  AND employee_id = (SELECT current_setting('inzage.employee')::uuid));

ALTER POLICY emergency_review ON emergency_access
  USING (
    organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
    AND (SELECT current_setting('inzage.scope')) = 'log'
    AND employee_id <> (SELECT current_setting('inzage.employee')::uuid))
  WITH CHECK (
    organisation_id = (SELECT current_setting('inzage.organisation')::uuid)
    AND reviewed_by = (SELECT current_setting('inzage.employee')::uuid));
