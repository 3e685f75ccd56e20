-- Shape 4: what was seen and done of one patient, or of one consultation, is found without
-- looking at everything that ever was. Run as one transaction.
--
-- The program lends audit_index (column, number, event): the blind index of the patient or of
-- the consultation that a sealed event names, NULL where it names none or is damaged. Who has
-- the file but not the key learns only which events are of the same.

ALTER TABLE audit ADD COLUMN patient_index BLOB CHECK (length (patient_index) = 16);
ALTER TABLE audit ADD COLUMN record_index BLOB CHECK (length (record_index) = 16);

DROP TRIGGER audit_not_updated;
UPDATE audit SET patient_index = audit_index ('patient_index', seq, event),
                 record_index = audit_index ('record_index', seq, event);
CREATE TRIGGER audit_not_updated BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE (ABORT, 'an audit event is never changed');
END;

CREATE INDEX audit_by_patient ON audit (patient_index) WHERE patient_index IS NOT NULL;
CREATE INDEX audit_by_record ON audit (record_index) WHERE record_index IS NOT NULL;

PRAGMA user_version = 4;
