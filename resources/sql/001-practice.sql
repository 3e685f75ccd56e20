-- Shape 1 of the practice file. Run as one transaction.
--
-- Without the key only these can be seen: how many rows, the day, padded
-- sizes. Names, times and aids stand inside the wrapped head and body.
-- Ids are UUIDs of version 7 in 16 bytes. Days are whole days since 1970 UTC,
-- times microseconds since 1970 UTC.

PRAGMA application_id = 0x45564E48;

CREATE TABLE store (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  id         BLOB    NOT NULL CHECK (length (id) = 16),
  kind       TEXT    NOT NULL CHECK (kind = 'practice'),
  created_us INTEGER NOT NULL CHECK (created_us >= 0)
) STRICT;

CREATE TABLE aid (
  sha256 BLOB NOT NULL PRIMARY KEY CHECK (length (sha256) = 32),
  bytes  BLOB NOT NULL CHECK (length (bytes) > 0)
) STRICT;

CREATE TABLE consultation (
  id  BLOB    NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  day INTEGER NOT NULL CHECK (day >= 0)
) STRICT;

CREATE INDEX consultation_by_day ON consultation (day DESC);

CREATE TABLE draft (
  consultation_id BLOB NOT NULL PRIMARY KEY REFERENCES consultation (id),
  head            BLOB NOT NULL CHECK (length (head) > 4),
  body            BLOB NOT NULL CHECK (length (body) > 4)
) STRICT;

CREATE TABLE version (
  consultation_id BLOB    NOT NULL REFERENCES consultation (id),
  number          INTEGER NOT NULL CHECK (number >= 1),
  head            BLOB    NOT NULL CHECK (length (head) > 4),
  body            BLOB    NOT NULL CHECK (length (body) > 4),
  PRIMARY KEY (consultation_id, number)
) STRICT;

-- A finished version is never updated, deleted or replaced, and none is skipped.

CREATE TRIGGER version_not_updated BEFORE UPDATE ON version
BEGIN
  SELECT RAISE (ABORT, 'a finished version is never changed');
END;

CREATE TRIGGER version_not_deleted BEFORE DELETE ON version
BEGIN
  SELECT RAISE (ABORT, 'a finished version is never deleted');
END;

CREATE TRIGGER version_follows_the_last BEFORE INSERT ON version
WHEN NEW.number <> 1 + (SELECT coalesce (max (number), 0) FROM version
                        WHERE consultation_id = NEW.consultation_id)
BEGIN
  SELECT RAISE (ABORT, 'a finished version is never replaced');
END;

CREATE TRIGGER aid_not_updated BEFORE UPDATE ON aid
BEGIN
  SELECT RAISE (ABORT, 'an aid that was shown is never changed');
END;

PRAGMA user_version = 1;
