-- Shape 5: what is kept of a talk with a made-up patient. Run as one transaction.
--
-- It stands in the file of practice only, beside the consultation of the same id, and stays when that
-- one is thrown away. Without the key only its padded size can be seen.

CREATE TABLE practice (
  id   BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  body BLOB NOT NULL CHECK (length (body) > 4)
) STRICT;

CREATE TRIGGER practice_only_where_practised BEFORE INSERT ON practice
WHEN (SELECT kind FROM store) IS NOT 'practice'
BEGIN
  SELECT RAISE (ABORT, 'practice is never kept with real records');
END;

PRAGMA user_version = 5;
