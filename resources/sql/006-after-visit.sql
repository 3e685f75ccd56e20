-- Shape 6: what people answer in private after a visit. Run as one transaction.
--
-- Nothing here leads back to a person: no consultation, patient, clinician or time stands beside the
-- answers, no event tells of them, and number and id are random, so that the rows stand in no order of
-- time. Sealed are the month, the decision aid, the questions and the answers. The file of practice has
-- the table too, and takes no row.

CREATE TABLE after_visit (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
  id     BLOB NOT NULL UNIQUE CHECK (length (id) = 16),
  body   BLOB NOT NULL CHECK (length (body) > 4)
) STRICT;

CREATE TRIGGER after_visit_only_of_visits BEFORE INSERT ON after_visit
WHEN (SELECT kind FROM store) IS NOT 'real'
BEGIN
  SELECT RAISE (ABORT, 'nobody visited in practice');
END;

CREATE TRIGGER after_visit_not_updated BEFORE UPDATE ON after_visit
BEGIN
  SELECT RAISE (ABORT, 'an answer is never changed');
END;

PRAGMA user_version = 6;
