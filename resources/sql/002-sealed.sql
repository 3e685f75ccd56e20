-- Shape 2: every document is sealed, and the file may be that of real records.
-- Run as one transaction.
--
-- The program lends three functions, so that no document is ever written here
-- without its seal: seal (column, row, version, bytes), reseal (the same, of a
-- document wrapped as in shape 1; one that is damaged stays as it is), and
-- aid_index (SHA-256).
--
-- Without the key only these can be seen: how many rows, days, ids of
-- clinicians, padded sizes, and which blind indexes are the same.

CREATE TABLE new_store (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  id         BLOB    NOT NULL CHECK (length (id) = 16),
  kind       TEXT    NOT NULL CHECK (kind IN ('practice', 'real')),
  created_us INTEGER NOT NULL CHECK (created_us >= 0)
) STRICT;

INSERT INTO new_store (one, id, kind, created_us) SELECT one, id, kind, created_us FROM store;
DROP TABLE store;
ALTER TABLE new_store RENAME TO store;

-- Data keys. The proof is sealed with the key, and tells a wrong one at once.

CREATE TABLE epoch (
  number     INTEGER PRIMARY KEY CHECK (number >= 1),
  created_us INTEGER NOT NULL CHECK (created_us >= 0),
  proof      BLOB    NOT NULL CHECK (length (proof) > 4)
) STRICT;

INSERT INTO epoch (number, created_us, proof)
  SELECT 1, created_us, seal ('epoch.proof', id, 1, x'') FROM store;

-- Who may sign in. The mark is made of the name that is typed to sign in.

CREATE TABLE clinician (
  id   BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  mark BLOB NOT NULL UNIQUE CHECK (length (mark) = 16),
  body BLOB NOT NULL CHECK (length (body) > 4)
) STRICT;

-- The data key for each clinician, and for the recovery code, whose owner is all zeros.

CREATE TABLE key_wrap (
  owner      BLOB    NOT NULL PRIMARY KEY CHECK (length (owner) = 16),
  version    INTEGER NOT NULL CHECK (version >= 1),
  epoch      INTEGER NOT NULL REFERENCES epoch (number),
  passes     INTEGER NOT NULL CHECK (passes >= 0),
  memory_kib INTEGER NOT NULL CHECK (memory_kib >= 0),
  salt       BLOB    NOT NULL CHECK (length (salt) = 16),
  box        BLOB    NOT NULL CHECK (length (box) = 72)
) STRICT;

-- Whether the recovery code was typed back; until then, which groups are asked for.

CREATE TABLE recovery (
  one          INTEGER PRIMARY KEY CHECK (one = 1),
  confirmed_us INTEGER CHECK (confirmed_us >= 0),
  body         BLOB    NOT NULL CHECK (length (body) > 4)
) STRICT;

CREATE TABLE attempt (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  failures INTEGER NOT NULL CHECK (failures >= 0),
  last_us  INTEGER NOT NULL
) STRICT;

INSERT INTO attempt (one, failures, last_us) VALUES (1, 0, 0);

CREATE TABLE patient (
  id           BLOB    NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  version      INTEGER NOT NULL CHECK (version >= 1),
  nhs_index    BLOB    UNIQUE CHECK (length (nhs_index) = 16),
  person_index BLOB    CHECK (length (person_index) = 16),
  body         BLOB    NOT NULL CHECK (length (body) > 4)
) STRICT;

CREATE INDEX patient_by_person ON patient (person_index);

ALTER TABLE consultation ADD COLUMN patient_id BLOB REFERENCES patient (id);
ALTER TABLE consultation ADD COLUMN clinician_id BLOB CHECK (length (clinician_id) = 16);

CREATE INDEX consultation_by_patient ON consultation (patient_id, day DESC);
DROP INDEX consultation_by_day;
CREATE INDEX consultation_by_day ON consultation (day, clinician_id);

UPDATE draft SET head = reseal ('draft.head', consultation_id, 0, head),
                 body = reseal ('draft.body', consultation_id, 0, body);

DROP TRIGGER version_not_updated;
UPDATE version SET head = reseal ('version.head', consultation_id, number, head),
                   body = reseal ('version.body', consultation_id, number, body);
CREATE TRIGGER version_not_updated BEFORE UPDATE ON version
BEGIN
  SELECT RAISE (ABORT, 'a finished version is never changed');
END;

CREATE TABLE new_aid (
  aid_index BLOB NOT NULL PRIMARY KEY CHECK (length (aid_index) = 16),
  body      BLOB NOT NULL CHECK (length (body) > 4)
) STRICT;

INSERT INTO new_aid (aid_index, body)
  SELECT aid_index (sha256), seal ('aid.body', aid_index (sha256), 0, bytes) FROM aid;
DROP TABLE aid;
ALTER TABLE new_aid RENAME TO aid;

CREATE TRIGGER aid_not_updated BEFORE UPDATE ON aid
BEGIN
  SELECT RAISE (ABORT, 'an aid that was shown is never changed');
END;

-- Who saw and did what. Each event carries a MAC over all before it.

CREATE TABLE audit (
  seq   INTEGER PRIMARY KEY CHECK (seq >= 1),
  event BLOB    NOT NULL CHECK (length (event) > 4),
  mac   BLOB    NOT NULL CHECK (length (mac) = 32)
) STRICT;

CREATE TRIGGER audit_not_updated BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE (ABORT, 'an audit event is never changed');
END;

CREATE TRIGGER audit_not_deleted BEFORE DELETE ON audit
BEGIN
  SELECT RAISE (ABORT, 'an audit event is never deleted');
END;

CREATE TRIGGER audit_follows_the_last BEFORE INSERT ON audit
WHEN NEW.seq <> 1 + (SELECT coalesce (max (seq), 0) FROM audit)
BEGIN
  SELECT RAISE (ABORT, 'an audit event is never replaced');
END;

PRAGMA user_version = 2;
