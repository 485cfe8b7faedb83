-- The ward, version 2: answers to questions, what a weight carries, values that were not taken, rounds, an infant's alias.
-- New members may be absent, and an absent member is no part of the canonical form: no old digest changes.

ALTER TABLE measurement ADD COLUMN scale TEXT;
ALTER TABLE measurement ADD COLUMN feed TEXT CHECK (feed IN ('before', 'after'));
ALTER TABLE measurement ADD COLUMN oedema INTEGER CHECK (oedema IN (0, 1));
ALTER TABLE measurement ADD COLUMN answered TEXT CHECK (answered IS NULL OR json_valid(answered));
ALTER TABLE measurement ADD COLUMN second_by TEXT;
ALTER TABLE intake ADD COLUMN quality TEXT;
ALTER TABLE intake ADD COLUMN by_test_weight INTEGER CHECK (by_test_weight IN (0, 1));
ALTER TABLE decision ADD COLUMN answer_digest TEXT;

-- a value that was due and was not taken, and why
CREATE TABLE omission (
  seq      INTEGER PRIMARY KEY REFERENCES entry (seq),
  quantity TEXT NOT NULL CHECK (quantity IN ('weight', 'length', 'head', 'temperature', 'heart_rate', 'respiratory_rate', 'spo2')),
  why      TEXT NOT NULL CHECK (why IN ('later', 'minimal_handling', 'unstable', 'scale', 'away', 'refused'))
) STRICT;

-- a weigh-round was closed; its entries share the operation
CREATE TABLE round (
  seq          INTEGER PRIMARY KEY REFERENCES entry (seq),
  sequence     TEXT NOT NULL CHECK (sequence IN ('bed', 'scan', 'paper')),
  weighed      INTEGER NOT NULL CHECK (weighed >= 0),
  not_weighed  INTEGER NOT NULL CHECK (not_weighed >= 0),
  left_over    INTEGER NOT NULL CHECK (left_over >= 0)
) STRICT;

INSERT INTO body_member (kind, position, member, column_name, form) VALUES
  ('measurement', 11, 'scale', 'scale', 'text'),
  ('measurement', 12, 'feed', 'feed', 'text'),
  ('measurement', 13, 'oedema', 'oedema', 'boolean'),
  ('measurement', 14, 'answered', 'answered', 'list'),
  ('measurement', 15, 'secondBy', 'second_by', 'text'),
  ('identity', 5, 'alias', 'alias', 'sealed'),
  ('intake', 5, 'quality', 'quality', 'text'),
  ('intake', 6, 'byTestWeight', 'by_test_weight', 'boolean'),
  ('decision', 8, 'answerDigest', 'answer_digest', 'text'),
  ('omission', 1, 'quantity', 'quantity', 'text'),
  ('omission', 2, 'why', 'why', 'text'),
  ('round', 1, 'order', 'sequence', 'text'),
  ('round', 2, 'weighed', 'weighed', 'integer'),
  ('round', 3, 'notWeighed', 'not_weighed', 'integer'),
  ('round', 4, 'left', 'left_over', 'integer');

CREATE TRIGGER omission_no_update BEFORE UPDATE ON omission
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER omission_no_delete BEFORE DELETE ON omission
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER omission_insert BEFORE INSERT ON omission
WHEN EXISTS (SELECT 1 FROM omission WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'omission')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER round_no_update BEFORE UPDATE ON round
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER round_no_delete BEFORE DELETE ON round
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER round_insert BEFORE INSERT ON round
WHEN EXISTS (SELECT 1 FROM round WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'round')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

-- Finds an operation, for undo and for a round that goes on.
CREATE INDEX entry_of_operation ON entry (operation);
-- The unit's own entries by kind.
CREATE INDEX entry_of_author ON entry (by, seq) WHERE infant IS NOT NULL;
