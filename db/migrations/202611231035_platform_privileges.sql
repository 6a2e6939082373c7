-- What the two logins may do at all; row-level security narrows it further. Nobody but the owner deletes or alters.

GRANT USAGE ON SCHEMA public TO inzage_web, inzage_worker;
GRANT SELECT ON organisation, policy_version, directory_resource TO inzage_web, inzage_worker;
GRANT INSERT ON organisation, policy_version TO inzage_worker;
GRANT INSERT, UPDATE ON directory_resource TO inzage_worker;

GRANT SELECT ON person, patient, access_grant, treatment_relation, resource, resource_version, appointment TO inzage_web;
GRANT UPDATE (bsn_verified_at, updated_at) ON patient TO inzage_web;
GRANT SELECT, INSERT ON bsn_verification, result_decision, result_opened TO inzage_web;
GRANT SELECT, INSERT ON employee TO inzage_web;
GRANT UPDATE (name, job_title, updated_at) ON employee TO inzage_web;
GRANT SELECT, INSERT ON emergency_access TO inzage_web;
GRANT UPDATE (reviewed_at, reviewed_by, outcome, review_note) ON emergency_access TO inzage_web;
GRANT SELECT ON result_release TO inzage_web;
GRANT UPDATE (visible_from, reason, announced) ON result_release TO inzage_web;
GRANT UPDATE (visible_from) ON resource TO inzage_web;
GRANT SELECT, INSERT ON audit_event, audit_entity TO inzage_web, inzage_worker;
GRANT SELECT, INSERT ON audit_seal, audit_sealed TO inzage_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON patient_session, staff_session, sign_in_attempt, draft, submission TO inzage_web;
GRANT SELECT, DELETE ON patient_session, staff_session, sign_in_attempt, draft, submission TO inzage_worker;

GRANT SELECT, INSERT, UPDATE ON person, patient, access_grant, treatment_relation, resource, resource_version,
  result_release, appointment TO inzage_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON open_reference, quarantine TO inzage_worker;
GRANT SELECT ON bsn_verification, employee, emergency_access, result_decision, result_opened TO inzage_worker;
