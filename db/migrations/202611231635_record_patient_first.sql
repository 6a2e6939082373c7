-- Asked for some types of one patient, the planner took the unique index by type and walked through everybody's: types that
-- few people have seemed cheap that way. With the type last, only the patient's own index serves.
ALTER TABLE resource DROP CONSTRAINT resource_organisation_id_source_type_source_id_key;
ALTER TABLE resource ADD UNIQUE (organisation_id, source, source_id, type);
