-- The record, version 1. Forward only: a shipped migration is never edited.
-- Times are whole seconds UTC; `offset` is minutes east of UTC; ids are 16 bytes. docs/ledger.md tells how an entry's
-- canonical form is rebuilt from these tables by means of body_member and unit_decimals alone.

CREATE TABLE infant (
  number INTEGER PRIMARY KEY,
  id     BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  code   TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 2 AND 32)
) STRICT;

CREATE TABLE entry (
  seq           INTEGER PRIMARY KEY CHECK (seq > 0),
  id            BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  infant        INTEGER REFERENCES infant (number),
  operation     BLOB    NOT NULL CHECK (length(operation) = 16),
  kind          TEXT    NOT NULL,
  form          INTEGER NOT NULL,
  at            INTEGER NOT NULL,
  offset        INTEGER NOT NULL CHECK (offset BETWEEN -900 AND 900),
  precision     TEXT    NOT NULL CHECK (precision IN ('second', 'minute', 'day')),
  recorded      INTEGER NOT NULL,
  received      INTEGER,
  by            TEXT    NOT NULL,
  source        TEXT    NOT NULL,
  key           TEXT    UNIQUE,
  corrects      INTEGER REFERENCES entry (seq) CHECK (corrects < seq),
  origin_unit   TEXT,
  origin_id     BLOB,
  origin_seq    INTEGER,
  origin_digest BLOB,
  prev          BLOB    NOT NULL CHECK (length(prev) = 32),
  digest        BLOB    NOT NULL CHECK (length(digest) = 32),
  scope         TEXT    NOT NULL GENERATED ALWAYS AS (CASE WHEN infant IS NULL THEN 'unit' ELSE 'infant' END) VIRTUAL
) STRICT;

-- Keeps one infant's entries together.
CREATE INDEX entry_of_infant ON entry (infant, kind, at);
CREATE INDEX entry_corrected ON entry (corrects) WHERE corrects IS NOT NULL;

-- Erasable text: the chain holds `digest` = SHA-256(salt || text); erasing sets salt and box to NULL.
CREATE TABLE sealed (
  seq    INTEGER NOT NULL REFERENCES entry (seq),
  field  TEXT    NOT NULL,
  digest BLOB    NOT NULL CHECK (length(digest) = 32),
  salt   BLOB    CHECK (length(salt) = 32),
  box    BLOB,
  PRIMARY KEY (seq, field),
  CHECK ((salt IS NULL) = (box IS NULL))
) STRICT, WITHOUT ROWID;

-- How a kind table's columns become the members of a body; a dot in `member` opens a nested object.
-- Forms: text, integer, boolean (0/1), list (JSON array of texts), decimal (digits as text), scaled (integer with the
-- decimals of its unit), sealed (a row of `sealed`, written as {"digest": hex}).
CREATE TABLE body_member (
  kind        TEXT NOT NULL,
  position    INTEGER NOT NULL,
  member      TEXT NOT NULL,
  column_name TEXT NOT NULL,
  form        TEXT NOT NULL CHECK (form IN ('text', 'integer', 'boolean', 'list', 'decimal', 'scaled', 'sealed')),
  PRIMARY KEY (kind, member)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_decimals (
  unit     TEXT PRIMARY KEY,
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 3)
) STRICT, WITHOUT ROWID;

INSERT INTO unit_decimals VALUES ('g', 0), ('cm', 1), ('Cel', 1), ('/min', 0), ('%', 0);

-- Entries of a kind that this version does not know, as they came.
CREATE TABLE other (
  seq  INTEGER PRIMARY KEY REFERENCES entry (seq),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

-- the entrys time is the instant of birth
CREATE TABLE birth (
  seq         INTEGER PRIMARY KEY REFERENCES entry (seq),
  code        TEXT NOT NULL,
  sex         TEXT NOT NULL CHECK (sex IN ('female', 'male', 'indeterminate', 'unknown')),
  birth_order INTEGER NOT NULL CHECK (birth_order BETWEEN 1 AND 9),
  birth_of    INTEGER NOT NULL CHECK (birth_of BETWEEN 1 AND 9),
  siblings    TEXT CHECK (siblings IS NULL OR json_valid(siblings))
) STRICT;

-- gestational age in completed days; NULL is unknown
CREATE TABLE dating (
  seq             INTEGER PRIMARY KEY REFERENCES entry (seq),
  ga_days         INTEGER CHECK (ga_days BETWEEN 140 AND 308),
  method          TEXT NOT NULL CHECK (method IN ('ivf', 'early_ultrasound', 'lmp', 'clinical', 'unknown')),
  plus_minus_days INTEGER CHECK (plus_minus_days BETWEEN 0 AND 42)
) STRICT;

-- pregnancy and birth
CREATE TABLE perinatal (
  seq                INTEGER PRIMARY KEY REFERENCES entry (seq),
  maternal_hbsag     TEXT CHECK (maternal_hbsag IN ('negative', 'positive', 'unknown')),
  antenatal_steroids TEXT,
  delivery           TEXT,
  apgar_1            INTEGER CHECK (apgar_1 BETWEEN 0 AND 10),
  apgar_5            INTEGER CHECK (apgar_5 BETWEEN 0 AND 10),
  apgar_10           INTEGER CHECK (apgar_10 BETWEEN 0 AND 10),
  inborn             INTEGER CHECK (inborn IN (0, 1))
) STRICT;

-- every field stands in sealed
CREATE TABLE identity (
  seq INTEGER PRIMARY KEY REFERENCES entry (seq)
) STRICT;

-- a stay begins
CREATE TABLE admission (
  seq       INTEGER PRIMARY KEY REFERENCES entry (seq),
  came_from TEXT NOT NULL CHECK (came_from IN ('birth', 'transfer', 'home', 'other')),
  hospital  TEXT,
  bed       TEXT
) STRICT;

-- the bed from now on
CREATE TABLE bed (
  seq INTEGER PRIMARY KEY REFERENCES entry (seq),
  bed TEXT NOT NULL
) STRICT;

-- to another hospital
CREATE TABLE transfer (
  seq         INTEGER PRIMARY KEY REFERENCES entry (seq),
  destination TEXT NOT NULL CHECK (destination IN ('home', 'transfer', 'community', 'against_advice', 'withdrawal', 'death', 'other')),
  code        TEXT,
  hospital    TEXT
) STRICT;

-- a stay ends
CREATE TABLE discharge (
  seq         INTEGER PRIMARY KEY REFERENCES entry (seq),
  destination TEXT NOT NULL CHECK (destination IN ('home', 'transfer', 'community', 'against_advice', 'withdrawal', 'death', 'other')),
  code        TEXT,
  form_signed INTEGER CHECK (form_signed IN (0, 1)),
  readiness   TEXT
) STRICT;

-- a figure from after the stay
CREATE TABLE follow_up (
  seq      INTEGER PRIMARY KEY REFERENCES entry (seq),
  place    TEXT,
  source   TEXT,
  quantity TEXT CHECK (quantity IN ('weight', 'length', 'head', 'temperature', 'heart_rate', 'respiratory_rate', 'spo2')),
  value    TEXT,
  unit     TEXT
) STRICT;

-- value in the smallest unit: g, mm, 0.1 Cel, /min, %
CREATE TABLE measurement (
  seq        INTEGER PRIMARY KEY REFERENCES entry (seq),
  quantity   TEXT NOT NULL CHECK (quantity IN ('weight', 'length', 'head', 'temperature', 'heart_rate', 'respiratory_rate', 'spo2')),
  value      INTEGER NOT NULL,
  unit       TEXT NOT NULL REFERENCES unit_decimals (unit),
  role       TEXT NOT NULL CHECK (role IN ('measured', 'birth', 'estimated', 'dosing', 'reported', 'unconfirmed', 'received')),
  as_written TEXT,
  site       TEXT,
  bed        TEXT,
  method     TEXT,
  clothing   TEXT,
  equipment  TEXT
) STRICT;

-- holds until the next of its aspect
CREATE TABLE state (
  seq               INTEGER PRIMARY KEY REFERENCES entry (seq),
  aspect            TEXT NOT NULL,
  value             TEXT NOT NULL,
  fio2_percent      INTEGER CHECK (fio2_percent BETWEEN 21 AND 100),
  flow_tenths_litre INTEGER CHECK (flow_tenths_litre >= 0),
  detail            TEXT
) STRICT;

-- one cardiorespiratory event; NULL is not recorded
CREATE TABLE event (
  seq                  INTEGER PRIMARY KEY REFERENCES entry (seq),
  what                 TEXT NOT NULL CHECK (json_valid(what)),
  duration_seconds     INTEGER CHECK (duration_seconds >= 0),
  lowest_heart_rate    INTEGER CHECK (lowest_heart_rate >= 0),
  lowest_spo2          INTEGER CHECK (lowest_spo2 BETWEEN 0 AND 100),
  desaturation_seconds INTEGER CHECK (desaturation_seconds >= 0),
  colour_change        INTEGER CHECK (colour_change IN (0, 1)),
  intervention         TEXT CHECK (intervention IN ('none', 'stimulation', 'oxygen', 'bag_mask', 'intubation')),
  feeding_related      INTEGER CHECK (feeding_related IN (0, 1)),
  self_resolved        INTEGER CHECK (self_resolved IN (0, 1)),
  asleep               INTEGER CHECK (asleep IN (0, 1))
) STRICT;

-- a shifts review; events NULL is not reviewed
CREATE TABLE review (
  seq    INTEGER PRIMARY KEY REFERENCES entry (seq),
  shift  TEXT NOT NULL,
  events INTEGER CHECK (events >= 0)
) STRICT;

-- a screen, examination or plan and its result
CREATE TABLE "check" (
  seq       INTEGER PRIMARY KEY REFERENCES entry (seq),
  task      TEXT NOT NULL,
  result    TEXT NOT NULL,
  method    TEXT,
  ear       TEXT,
  follow_up TEXT,
  place     TEXT
) STRICT;

-- a statement a clinician stands for
CREATE TABLE attestation (
  seq       INTEGER PRIMARY KEY REFERENCES entry (seq),
  item      TEXT NOT NULL,
  value     INTEGER NOT NULL CHECK (value IN (0, 1)),
  caregiver TEXT
) STRICT;

-- a criterion that need not be met
CREATE TABLE waiver (
  seq       INTEGER PRIMARY KEY REFERENCES entry (seq),
  criterion TEXT NOT NULL,
  rules     TEXT,
  until     TEXT
) STRICT;

-- a verdict as it was given
CREATE TABLE decision (
  seq           INTEGER PRIMARY KEY REFERENCES entry (seq),
  rules_id      TEXT NOT NULL,
  rules_version TEXT NOT NULL,
  rules_digest  TEXT NOT NULL,
  as_of         TEXT,
  position      INTEGER NOT NULL CHECK (position >= 0),
  overall       TEXT NOT NULL,
  verdicts      TEXT CHECK (verdicts IS NULL OR json_valid(verdicts))
) STRICT;

-- a diagnosis with its grade
CREATE TABLE problem (
  seq      INTEGER PRIMARY KEY REFERENCES entry (seq),
  code     TEXT NOT NULL,
  grade    TEXT,
  onset    TEXT CHECK (onset IS date(onset)),
  resolved TEXT CHECK (resolved IS date(resolved))
) STRICT;

-- a medicine
CREATE TABLE medication (
  seq              INTEGER PRIMARY KEY REFERENCES entry (seq),
  product          TEXT NOT NULL,
  lot              TEXT,
  site             TEXT,
  not_given_reason TEXT,
  dose             TEXT,
  unit             TEXT,
  route            TEXT
) STRICT;

-- a vaccine or antibody
CREATE TABLE immunisation (
  seq              INTEGER PRIMARY KEY REFERENCES entry (seq),
  product          TEXT NOT NULL,
  lot              TEXT,
  site             TEXT,
  not_given_reason TEXT
) STRICT;

-- something done
CREATE TABLE procedure (
  seq    INTEGER PRIMARY KEY REFERENCES entry (seq),
  what   TEXT NOT NULL,
  grade  TEXT,
  detail TEXT
) STRICT;

-- one feed or infusion
CREATE TABLE intake (
  seq              INTEGER PRIMARY KEY REFERENCES entry (seq),
  route            TEXT,
  milk             TEXT,
  volume_tenths_ml INTEGER CHECK (volume_tenths_ml >= 0),
  kcal_tenths      INTEGER CHECK (kcal_tenths >= 0)
) STRICT;

-- a laboratory result
CREATE TABLE lab (
  seq   INTEGER PRIMARY KEY REFERENCES entry (seq),
  code  TEXT NOT NULL,
  value TEXT,
  unit  TEXT,
  flag  TEXT
) STRICT;

-- a target of the care plan
CREATE TABLE plan (
  seq    INTEGER PRIMARY KEY REFERENCES entry (seq),
  target TEXT NOT NULL,
  value  TEXT,
  low    TEXT,
  high   TEXT,
  unit   TEXT,
  until  TEXT
) STRICT;

-- who told whom what
CREATE TABLE communication (
  seq         INTEGER PRIMARY KEY REFERENCES entry (seq),
  with_whom   TEXT NOT NULL,
  form_signed INTEGER CHECK (form_signed IN (0, 1))
) STRICT;

-- given or withdrawn
CREATE TABLE consent (
  seq         INTEGER PRIMARY KEY REFERENCES entry (seq),
  item        TEXT NOT NULL,
  granted     INTEGER NOT NULL CHECK (granted IN (0, 1)),
  form_signed INTEGER CHECK (form_signed IN (0, 1))
) STRICT;

-- free text stands in sealed
CREATE TABLE note (
  seq INTEGER PRIMARY KEY REFERENCES entry (seq)
) STRICT;

-- strikes out what the header names
CREATE TABLE retraction (
  seq          INTEGER PRIMARY KEY REFERENCES entry (seq),
  confirmed_by TEXT
) STRICT;

-- a sealed text was erased
CREATE TABLE erasure (
  seq   INTEGER PRIMARY KEY REFERENCES entry (seq),
  entry TEXT NOT NULL,
  field TEXT NOT NULL
) STRICT;

-- who may write
CREATE TABLE clinician (
  seq       INTEGER PRIMARY KEY REFERENCES entry (seq),
  clinician TEXT NOT NULL,
  action    TEXT NOT NULL CHECK (action IN ('add', 'retire'))
) STRICT;

-- what a clinician is to the unit
CREATE TABLE role (
  seq       INTEGER PRIMARY KEY REFERENCES entry (seq),
  clinician TEXT NOT NULL,
  role      TEXT NOT NULL CHECK (role IN ('nurse', 'physician', 'coordinator', 'viewer', 'administrator'))
) STRICT;

-- one setting from now on
CREATE TABLE setting (
  seq   INTEGER PRIMARY KEY REFERENCES entry (seq),
  name  TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;

-- an adopted rule set
CREATE TABLE rule_set (
  seq         INTEGER PRIMARY KEY REFERENCES entry (seq),
  id          TEXT NOT NULL,
  version     TEXT NOT NULL,
  file_digest TEXT NOT NULL,
  text        TEXT
) STRICT;

-- an adopted growth reference
CREATE TABLE reference_pack (
  seq         INTEGER PRIMARY KEY REFERENCES entry (seq),
  id          TEXT NOT NULL,
  version     TEXT NOT NULL,
  file_digest TEXT NOT NULL,
  text        TEXT
) STRICT;

INSERT INTO body_member (kind, position, member, column_name, form) VALUES
  ('birth', 1, 'code', 'code', 'text'),
  ('birth', 2, 'sex', 'sex', 'text'),
  ('birth', 3, 'order', 'birth_order', 'integer'),
  ('birth', 4, 'of', 'birth_of', 'integer'),
  ('birth', 5, 'siblings', 'siblings', 'list'),
  ('dating', 1, 'gaDays', 'ga_days', 'integer'),
  ('dating', 2, 'method', 'method', 'text'),
  ('dating', 3, 'plusMinusDays', 'plus_minus_days', 'integer'),
  ('perinatal', 1, 'maternalHbsag', 'maternal_hbsag', 'text'),
  ('perinatal', 2, 'antenatalSteroids', 'antenatal_steroids', 'text'),
  ('perinatal', 3, 'delivery', 'delivery', 'text'),
  ('perinatal', 4, 'apgar.1', 'apgar_1', 'integer'),
  ('perinatal', 5, 'apgar.5', 'apgar_5', 'integer'),
  ('perinatal', 6, 'apgar.10', 'apgar_10', 'integer'),
  ('perinatal', 7, 'inborn', 'inborn', 'boolean'),
  ('identity', 1, 'name', 'name', 'sealed'),
  ('identity', 2, 'hospital_number', 'hospital_number', 'sealed'),
  ('identity', 3, 'record_number', 'record_number', 'sealed'),
  ('identity', 4, 'guardian', 'guardian', 'sealed'),
  ('admission', 1, 'from', 'came_from', 'text'),
  ('admission', 2, 'hospital', 'hospital', 'text'),
  ('admission', 3, 'bed', 'bed', 'text'),
  ('bed', 1, 'bed', 'bed', 'text'),
  ('transfer', 1, 'to', 'destination', 'text'),
  ('transfer', 2, 'code', 'code', 'text'),
  ('transfer', 3, 'hospital', 'hospital', 'text'),
  ('discharge', 1, 'to', 'destination', 'text'),
  ('discharge', 2, 'code', 'code', 'text'),
  ('discharge', 3, 'told', 'told', 'sealed'),
  ('discharge', 4, 'formSigned', 'form_signed', 'boolean'),
  ('discharge', 5, 'readiness', 'readiness', 'text'),
  ('follow_up', 1, 'place', 'place', 'text'),
  ('follow_up', 2, 'source', 'source', 'text'),
  ('follow_up', 3, 'quantity', 'quantity', 'text'),
  ('follow_up', 4, 'value', 'value', 'decimal'),
  ('follow_up', 5, 'unit', 'unit', 'text'),
  ('measurement', 1, 'quantity', 'quantity', 'text'),
  ('measurement', 2, 'value', 'value', 'scaled'),
  ('measurement', 3, 'unit', 'unit', 'text'),
  ('measurement', 4, 'role', 'role', 'text'),
  ('measurement', 5, 'asWritten', 'as_written', 'text'),
  ('measurement', 6, 'site', 'site', 'text'),
  ('measurement', 7, 'bed', 'bed', 'text'),
  ('measurement', 8, 'method', 'method', 'text'),
  ('measurement', 9, 'clothing', 'clothing', 'text'),
  ('measurement', 10, 'equipment', 'equipment', 'text'),
  ('state', 1, 'aspect', 'aspect', 'text'),
  ('state', 2, 'value', 'value', 'text'),
  ('state', 3, 'fio2Percent', 'fio2_percent', 'integer'),
  ('state', 4, 'flowTenthsLitre', 'flow_tenths_litre', 'integer'),
  ('state', 5, 'detail', 'detail', 'text'),
  ('event', 1, 'what', 'what', 'list'),
  ('event', 2, 'durationSeconds', 'duration_seconds', 'integer'),
  ('event', 3, 'lowestHeartRate', 'lowest_heart_rate', 'integer'),
  ('event', 4, 'lowestSpo2', 'lowest_spo2', 'integer'),
  ('event', 5, 'desaturationSeconds', 'desaturation_seconds', 'integer'),
  ('event', 6, 'colourChange', 'colour_change', 'boolean'),
  ('event', 7, 'intervention', 'intervention', 'text'),
  ('event', 8, 'feedingRelated', 'feeding_related', 'boolean'),
  ('event', 9, 'selfResolved', 'self_resolved', 'boolean'),
  ('event', 10, 'asleep', 'asleep', 'boolean'),
  ('review', 1, 'shift', 'shift', 'text'),
  ('review', 2, 'events', 'events', 'integer'),
  ('check', 1, 'task', 'task', 'text'),
  ('check', 2, 'result', 'result', 'text'),
  ('check', 3, 'method', 'method', 'text'),
  ('check', 4, 'ear', 'ear', 'text'),
  ('check', 5, 'followUp', 'follow_up', 'text'),
  ('check', 6, 'place', 'place', 'text'),
  ('attestation', 1, 'item', 'item', 'text'),
  ('attestation', 2, 'value', 'value', 'boolean'),
  ('attestation', 3, 'caregiver', 'caregiver', 'text'),
  ('waiver', 1, 'criterion', 'criterion', 'text'),
  ('waiver', 2, 'rules', 'rules', 'text'),
  ('waiver', 3, 'until', 'until', 'text'),
  ('decision', 1, 'rules.id', 'rules_id', 'text'),
  ('decision', 2, 'rules.version', 'rules_version', 'text'),
  ('decision', 3, 'rules.digest', 'rules_digest', 'text'),
  ('decision', 4, 'asOf', 'as_of', 'text'),
  ('decision', 5, 'position', 'position', 'integer'),
  ('decision', 6, 'overall', 'overall', 'text'),
  ('decision', 7, 'verdicts', 'verdicts', 'list'),
  ('problem', 1, 'code', 'code', 'text'),
  ('problem', 2, 'grade', 'grade', 'text'),
  ('problem', 3, 'onset', 'onset', 'text'),
  ('problem', 4, 'resolved', 'resolved', 'text'),
  ('medication', 1, 'product', 'product', 'text'),
  ('medication', 2, 'lot', 'lot', 'text'),
  ('medication', 3, 'site', 'site', 'text'),
  ('medication', 4, 'notGivenReason', 'not_given_reason', 'text'),
  ('medication', 5, 'dose', 'dose', 'decimal'),
  ('medication', 6, 'unit', 'unit', 'text'),
  ('medication', 7, 'route', 'route', 'text'),
  ('immunisation', 1, 'product', 'product', 'text'),
  ('immunisation', 2, 'lot', 'lot', 'text'),
  ('immunisation', 3, 'site', 'site', 'text'),
  ('immunisation', 4, 'notGivenReason', 'not_given_reason', 'text'),
  ('procedure', 1, 'what', 'what', 'text'),
  ('procedure', 2, 'grade', 'grade', 'text'),
  ('procedure', 3, 'detail', 'detail', 'text'),
  ('intake', 1, 'route', 'route', 'text'),
  ('intake', 2, 'milk', 'milk', 'text'),
  ('intake', 3, 'volumeTenthsMl', 'volume_tenths_ml', 'integer'),
  ('intake', 4, 'kcalTenths', 'kcal_tenths', 'integer'),
  ('lab', 1, 'code', 'code', 'text'),
  ('lab', 2, 'value', 'value', 'decimal'),
  ('lab', 3, 'unit', 'unit', 'text'),
  ('lab', 4, 'flag', 'flag', 'text'),
  ('plan', 1, 'target', 'target', 'text'),
  ('plan', 2, 'value', 'value', 'text'),
  ('plan', 3, 'low', 'low', 'decimal'),
  ('plan', 4, 'high', 'high', 'decimal'),
  ('plan', 5, 'unit', 'unit', 'text'),
  ('plan', 6, 'until', 'until', 'text'),
  ('communication', 1, 'with', 'with_whom', 'text'),
  ('communication', 2, 'text', 'text', 'sealed'),
  ('communication', 3, 'formSigned', 'form_signed', 'boolean'),
  ('consent', 1, 'item', 'item', 'text'),
  ('consent', 2, 'granted', 'granted', 'boolean'),
  ('consent', 3, 'formSigned', 'form_signed', 'boolean'),
  ('note', 1, 'text', 'text', 'sealed'),
  ('retraction', 1, 'confirmedBy', 'confirmed_by', 'text'),
  ('erasure', 1, 'entry', 'entry', 'text'),
  ('erasure', 2, 'field', 'field', 'text'),
  ('clinician', 1, 'clinician', 'clinician', 'text'),
  ('clinician', 2, 'action', 'action', 'text'),
  ('role', 1, 'clinician', 'clinician', 'text'),
  ('role', 2, 'role', 'role', 'text'),
  ('setting', 1, 'name', 'name', 'text'),
  ('setting', 2, 'value', 'value', 'text'),
  ('rule_set', 1, 'id', 'id', 'text'),
  ('rule_set', 2, 'version', 'version', 'text'),
  ('rule_set', 3, 'digest', 'file_digest', 'text'),
  ('rule_set', 4, 'text', 'text', 'text'),
  ('reference_pack', 1, 'id', 'id', 'text'),
  ('reference_pack', 2, 'version', 'version', 'text'),
  ('reference_pack', 3, 'digest', 'file_digest', 'text'),
  ('reference_pack', 4, 'text', 'text', 'text');

-- Append-only. The insert triggers stop REPLACE and upserts, which pass delete triggers in a shell.
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER entry_insert BEFORE INSERT ON entry
BEGIN
  SELECT RAISE(ABORT, 'nicu: this entry already exists') WHERE EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq)
    OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
    OR (NEW.key IS NOT NULL AND EXISTS (SELECT 1 FROM entry WHERE key = NEW.key));
  SELECT RAISE(ABORT, 'nicu: entries follow one another without a gap')
    WHERE NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entry);
END;
CREATE TRIGGER infant_no_update BEFORE UPDATE ON infant
BEGIN SELECT RAISE(ABORT, 'nicu: an infant''s id and code never change'); END;
CREATE TRIGGER infant_no_delete BEFORE DELETE ON infant
BEGIN SELECT RAISE(ABORT, 'nicu: infants are never deleted'); END;
CREATE TRIGGER infant_insert BEFORE INSERT ON infant
BEGIN
  SELECT RAISE(ABORT, 'nicu: this infant already exists')
    WHERE EXISTS (SELECT 1 FROM infant WHERE number = NEW.number OR id = NEW.id OR code = NEW.code);
END;
CREATE TRIGGER sealed_erase_only BEFORE UPDATE ON sealed
WHEN NOT (NEW.salt IS NULL AND NEW.box IS NULL AND OLD.salt IS NOT NULL
  AND NEW.seq = OLD.seq AND NEW.field = OLD.field AND NEW.digest = OLD.digest)
BEGIN SELECT RAISE(ABORT, 'nicu: sealed text can only be erased'); END;
CREATE TRIGGER sealed_no_delete BEFORE DELETE ON sealed
BEGIN SELECT RAISE(ABORT, 'nicu: sealed text is erased, never deleted'); END;
CREATE TRIGGER sealed_insert BEFORE INSERT ON sealed
WHEN EXISTS (SELECT 1 FROM sealed WHERE seq = NEW.seq AND field = NEW.field)
BEGIN SELECT RAISE(ABORT, 'nicu: this sealed text already exists'); END;
CREATE TRIGGER body_member_no_update BEFORE UPDATE ON body_member
BEGIN SELECT RAISE(ABORT, 'nicu: the layout of bodies changes only by a migration'); END;
CREATE TRIGGER body_member_no_delete BEFORE DELETE ON body_member
BEGIN SELECT RAISE(ABORT, 'nicu: the layout of bodies changes only by a migration'); END;
CREATE TRIGGER unit_decimals_no_update BEFORE UPDATE ON unit_decimals
BEGIN SELECT RAISE(ABORT, 'nicu: the layout of bodies changes only by a migration'); END;
CREATE TRIGGER unit_decimals_no_delete BEFORE DELETE ON unit_decimals
BEGIN SELECT RAISE(ABORT, 'nicu: the layout of bodies changes only by a migration'); END;
CREATE TRIGGER body_member_insert BEFORE INSERT ON body_member
WHEN EXISTS (SELECT 1 FROM body_member WHERE kind = NEW.kind AND member = NEW.member)
BEGIN SELECT RAISE(ABORT, 'nicu: the layout of bodies changes only by a migration'); END;
CREATE TRIGGER unit_decimals_insert BEFORE INSERT ON unit_decimals
WHEN EXISTS (SELECT 1 FROM unit_decimals WHERE unit = NEW.unit)
BEGIN SELECT RAISE(ABORT, 'nicu: the layout of bodies changes only by a migration'); END;

CREATE TRIGGER other_no_update BEFORE UPDATE ON other
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER other_no_delete BEFORE DELETE ON other
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER other_insert BEFORE INSERT ON other
WHEN EXISTS (SELECT 1 FROM other WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM body_member WHERE kind = (SELECT kind FROM entry WHERE seq = NEW.seq))
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER birth_no_update BEFORE UPDATE ON birth
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER birth_no_delete BEFORE DELETE ON birth
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER birth_insert BEFORE INSERT ON birth
WHEN EXISTS (SELECT 1 FROM birth WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'birth')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER dating_no_update BEFORE UPDATE ON dating
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER dating_no_delete BEFORE DELETE ON dating
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER dating_insert BEFORE INSERT ON dating
WHEN EXISTS (SELECT 1 FROM dating WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'dating')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER perinatal_no_update BEFORE UPDATE ON perinatal
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER perinatal_no_delete BEFORE DELETE ON perinatal
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER perinatal_insert BEFORE INSERT ON perinatal
WHEN EXISTS (SELECT 1 FROM perinatal WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'perinatal')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER identity_no_update BEFORE UPDATE ON identity
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER identity_no_delete BEFORE DELETE ON identity
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER identity_insert BEFORE INSERT ON identity
WHEN EXISTS (SELECT 1 FROM identity WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'identity')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER admission_no_update BEFORE UPDATE ON admission
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER admission_no_delete BEFORE DELETE ON admission
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER admission_insert BEFORE INSERT ON admission
WHEN EXISTS (SELECT 1 FROM admission WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'admission')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER bed_no_update BEFORE UPDATE ON bed
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER bed_no_delete BEFORE DELETE ON bed
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER bed_insert BEFORE INSERT ON bed
WHEN EXISTS (SELECT 1 FROM bed WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'bed')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER transfer_no_update BEFORE UPDATE ON transfer
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER transfer_no_delete BEFORE DELETE ON transfer
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER transfer_insert BEFORE INSERT ON transfer
WHEN EXISTS (SELECT 1 FROM transfer WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'transfer')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER discharge_no_update BEFORE UPDATE ON discharge
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER discharge_no_delete BEFORE DELETE ON discharge
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER discharge_insert BEFORE INSERT ON discharge
WHEN EXISTS (SELECT 1 FROM discharge WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'discharge')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER follow_up_no_update BEFORE UPDATE ON follow_up
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER follow_up_no_delete BEFORE DELETE ON follow_up
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER follow_up_insert BEFORE INSERT ON follow_up
WHEN EXISTS (SELECT 1 FROM follow_up WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'follow_up')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER measurement_no_update BEFORE UPDATE ON measurement
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER measurement_no_delete BEFORE DELETE ON measurement
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER measurement_insert BEFORE INSERT ON measurement
WHEN EXISTS (SELECT 1 FROM measurement WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'measurement')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER state_no_update BEFORE UPDATE ON state
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER state_no_delete BEFORE DELETE ON state
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER state_insert BEFORE INSERT ON state
WHEN EXISTS (SELECT 1 FROM state WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'state')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER event_insert BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'event')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER review_no_update BEFORE UPDATE ON review
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER review_no_delete BEFORE DELETE ON review
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER review_insert BEFORE INSERT ON review
WHEN EXISTS (SELECT 1 FROM review WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'review')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER check_no_update BEFORE UPDATE ON "check"
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER check_no_delete BEFORE DELETE ON "check"
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER check_insert BEFORE INSERT ON "check"
WHEN EXISTS (SELECT 1 FROM "check" WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'check')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER attestation_no_update BEFORE UPDATE ON attestation
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER attestation_no_delete BEFORE DELETE ON attestation
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER attestation_insert BEFORE INSERT ON attestation
WHEN EXISTS (SELECT 1 FROM attestation WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'attestation')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER waiver_no_update BEFORE UPDATE ON waiver
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER waiver_no_delete BEFORE DELETE ON waiver
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER waiver_insert BEFORE INSERT ON waiver
WHEN EXISTS (SELECT 1 FROM waiver WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'waiver')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER decision_insert BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'decision')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER problem_no_update BEFORE UPDATE ON problem
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER problem_no_delete BEFORE DELETE ON problem
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER problem_insert BEFORE INSERT ON problem
WHEN EXISTS (SELECT 1 FROM problem WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'problem')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER medication_no_update BEFORE UPDATE ON medication
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER medication_no_delete BEFORE DELETE ON medication
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER medication_insert BEFORE INSERT ON medication
WHEN EXISTS (SELECT 1 FROM medication WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'medication')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER immunisation_no_update BEFORE UPDATE ON immunisation
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER immunisation_no_delete BEFORE DELETE ON immunisation
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER immunisation_insert BEFORE INSERT ON immunisation
WHEN EXISTS (SELECT 1 FROM immunisation WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'immunisation')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER procedure_no_update BEFORE UPDATE ON procedure
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER procedure_no_delete BEFORE DELETE ON procedure
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER procedure_insert BEFORE INSERT ON procedure
WHEN EXISTS (SELECT 1 FROM procedure WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'procedure')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER intake_no_update BEFORE UPDATE ON intake
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER intake_no_delete BEFORE DELETE ON intake
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER intake_insert BEFORE INSERT ON intake
WHEN EXISTS (SELECT 1 FROM intake WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'intake')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER lab_no_update BEFORE UPDATE ON lab
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER lab_no_delete BEFORE DELETE ON lab
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER lab_insert BEFORE INSERT ON lab
WHEN EXISTS (SELECT 1 FROM lab WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'lab')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER plan_no_update BEFORE UPDATE ON plan
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER plan_no_delete BEFORE DELETE ON plan
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER plan_insert BEFORE INSERT ON plan
WHEN EXISTS (SELECT 1 FROM plan WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'plan')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER communication_no_update BEFORE UPDATE ON communication
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER communication_no_delete BEFORE DELETE ON communication
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER communication_insert BEFORE INSERT ON communication
WHEN EXISTS (SELECT 1 FROM communication WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'communication')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER consent_no_update BEFORE UPDATE ON consent
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER consent_no_delete BEFORE DELETE ON consent
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER consent_insert BEFORE INSERT ON consent
WHEN EXISTS (SELECT 1 FROM consent WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'consent')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER note_no_update BEFORE UPDATE ON note
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER note_no_delete BEFORE DELETE ON note
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER note_insert BEFORE INSERT ON note
WHEN EXISTS (SELECT 1 FROM note WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'note')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER retraction_no_update BEFORE UPDATE ON retraction
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER retraction_no_delete BEFORE DELETE ON retraction
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER retraction_insert BEFORE INSERT ON retraction
WHEN EXISTS (SELECT 1 FROM retraction WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'retraction')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER erasure_no_update BEFORE UPDATE ON erasure
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER erasure_insert BEFORE INSERT ON erasure
WHEN EXISTS (SELECT 1 FROM erasure WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'erasure')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER clinician_no_update BEFORE UPDATE ON clinician
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER clinician_no_delete BEFORE DELETE ON clinician
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER clinician_insert BEFORE INSERT ON clinician
WHEN EXISTS (SELECT 1 FROM clinician WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'clinician')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER role_no_update BEFORE UPDATE ON role
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER role_no_delete BEFORE DELETE ON role
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER role_insert BEFORE INSERT ON role
WHEN EXISTS (SELECT 1 FROM role WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'role')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER setting_no_update BEFORE UPDATE ON setting
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER setting_no_delete BEFORE DELETE ON setting
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER setting_insert BEFORE INSERT ON setting
WHEN EXISTS (SELECT 1 FROM setting WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'setting')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER rule_set_no_update BEFORE UPDATE ON rule_set
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER rule_set_no_delete BEFORE DELETE ON rule_set
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER rule_set_insert BEFORE INSERT ON rule_set
WHEN EXISTS (SELECT 1 FROM rule_set WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'rule_set')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;
CREATE TRIGGER reference_pack_no_update BEFORE UPDATE ON reference_pack
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;
CREATE TRIGGER reference_pack_no_delete BEFORE DELETE ON reference_pack
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;
CREATE TRIGGER reference_pack_insert BEFORE INSERT ON reference_pack
WHEN EXISTS (SELECT 1 FROM reference_pack WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'reference_pack')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

-- For colleagues with the sqlite3 shell. Local times are written with the offset they were told in.
CREATE VIEW effective_entry AS
SELECT e.seq, i.code AS infant, e.kind,
  CASE e.precision WHEN 'day' THEN date(e.at + e.offset * 60, 'unixepoch')
    ELSE strftime('%Y-%m-%d %H:%M', e.at + e.offset * 60, 'unixepoch') END AS local_time,
  e.at, e.offset, e.precision, e.recorded, e.by, e.source, e.infant AS infant_number
FROM entry e LEFT JOIN infant i ON i.number = e.infant
WHERE NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.seq AND c.kind <> 'erasure')
  AND e.kind <> 'retraction';

CREATE VIEW weight AS
SELECT e.infant, e.local_time, m.value AS grams, m.role, e.by, e.seq
FROM effective_entry e JOIN measurement m USING (seq)
WHERE m.quantity = 'weight'
ORDER BY e.infant, e.at, e.seq;

CREATE VIEW correction AS
SELECT n.seq, i.code AS infant, o.seq AS old_seq, o.kind,
  CASE n.kind WHEN 'retraction' THEN 'struck' ELSE 'corrected' END AS what,
  n.by, datetime(n.recorded, 'unixepoch') AS recorded_utc
FROM entry n JOIN entry o ON o.seq = n.corrects LEFT JOIN infant i ON i.number = o.infant
ORDER BY n.seq;

CREATE VIEW state_history AS
SELECT e.infant, e.local_time, s.aspect, s.value, s.fio2_percent, s.flow_tenths_litre, e.by, e.seq
FROM effective_entry e JOIN state s USING (seq)
ORDER BY e.infant, s.aspect, e.at, e.seq;

CREATE VIEW ward AS
SELECT i.code AS infant,
  (SELECT b.sex FROM effective_entry e JOIN birth b USING (seq) WHERE e.infant_number = i.number
    ORDER BY e.seq DESC LIMIT 1) AS sex,
  (SELECT e.local_time FROM effective_entry e JOIN birth b USING (seq) WHERE e.infant_number = i.number
    ORDER BY e.seq DESC LIMIT 1) AS born,
  (SELECT d.ga_days FROM effective_entry e JOIN dating d USING (seq) WHERE e.infant_number = i.number
    ORDER BY e.seq DESC LIMIT 1) AS ga_days,
  (SELECT m.value FROM effective_entry e JOIN measurement m USING (seq)
    WHERE e.infant_number = i.number AND m.quantity = 'weight' AND m.role IN ('birth', 'measured')
    ORDER BY e.at DESC, e.seq DESC LIMIT 1) AS last_weight_g,
  (SELECT e.local_time FROM effective_entry e JOIN measurement m USING (seq)
    WHERE e.infant_number = i.number AND m.quantity = 'weight' AND m.role IN ('birth', 'measured')
    ORDER BY e.at DESC, e.seq DESC LIMIT 1) AS last_weighed,
  (SELECT d.destination FROM effective_entry e JOIN discharge d USING (seq) WHERE e.infant_number = i.number
    ORDER BY e.at DESC, e.seq DESC LIMIT 1) AS discharged_to
FROM infant i
ORDER BY i.code;
