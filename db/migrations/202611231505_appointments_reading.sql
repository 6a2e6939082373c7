-- What a patient reads of an appointment: that it was moved and from when, why it is off, whose visit it became.
ALTER TABLE appointment
  ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0), -- of what the source says: the SEQUENCE of calendar files
  ADD COLUMN moved_from timestamptz,             -- when it began before the source moved it last
  ADD COLUMN cancelled_because text,             -- in the source's own words
  ADD COLUMN encounters uuid[] NOT NULL DEFAULT '{}'; -- what it became: the visits that name it

ALTER TABLE appointment DROP CONSTRAINT appointment_kind_check;
ALTER TABLE appointment ADD CONSTRAINT appointment_kind_check
  CHECK (kind IN ('visit', 'phone', 'video', 'home', 'operation', 'admission'));
ALTER TABLE appointment DROP CONSTRAINT appointment_status_check;
ALTER TABLE appointment ADD CONSTRAINT appointment_status_check
  CHECK (status IN ('proposed', 'pending', 'booked', 'arrived', 'fulfilled', 'cancelled', 'noshow', 'entered-in-error'));
