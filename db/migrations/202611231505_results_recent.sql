-- What is new in a record is found in one walk, however much there is: overviews ask it on every visit.
CREATE INDEX resource_recent_results ON resource (organisation_id, patient_id, visible_from) WHERE room = 'results';
