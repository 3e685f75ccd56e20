-- Shape 3: a real consultation refers to its patient, and is found by what it is about.
-- Run as one transaction.
--
-- The program lends settle (table, consultation, version, head, body): it writes into the head
-- what is found by, refers the consultation to its patient, whom it makes where there is none
-- yet, notes when reviews are due, and gives back the head, sealed. What is damaged stays as it is.
--
-- The table of patients and its indexes stand since shape 2; nobody was in it. Blind indexes tell
-- who has the file but not the key only which are the same.

ALTER TABLE consultation ADD COLUMN aid_index BLOB CHECK (length (aid_index) = 16);

CREATE INDEX consultation_by_aid ON consultation (aid_index, day DESC, id DESC);

-- With the id in the index, the consultations of a patient are listed without their rows.

DROP INDEX consultation_by_patient;
CREATE INDEX consultation_by_patient ON consultation (patient_id, day DESC, id DESC);

-- The days on which a finished consultation is to be looked at again.

CREATE TABLE review (
  consultation_id BLOB NOT NULL REFERENCES consultation (id),
  day_index       BLOB NOT NULL CHECK (length (day_index) = 16),
  PRIMARY KEY (consultation_id, day_index)
) STRICT, WITHOUT ROWID;

CREATE INDEX review_by_day ON review (day_index);

-- Where only one person may sign in, it was that one.

UPDATE consultation SET clinician_id = (SELECT id FROM clinician)
  WHERE (SELECT count (*) FROM clinician) = 1;

DROP TRIGGER version_not_updated;
UPDATE version SET head = settle ('version', consultation_id, number, head, body);
CREATE TRIGGER version_not_updated BEFORE UPDATE ON version
BEGIN
  SELECT RAISE (ABORT, 'a finished version is never changed');
END;

UPDATE draft SET head = settle ('draft', consultation_id, 0, head, body);

PRAGMA user_version = 3;
