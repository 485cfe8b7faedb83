-- Written by `make docs` from schema/; the newest schema whole.

CREATE INDEX entry_corrected ON entry (corrects) WHERE corrects IS NOT NULL;

CREATE INDEX entry_of_author ON entry (by, seq) WHERE infant IS NOT NULL;

CREATE INDEX entry_of_infant ON entry (infant, kind, at);

CREATE INDEX entry_of_operation ON entry (operation);

CREATE TABLE admission (
  seq       INTEGER PRIMARY KEY REFERENCES entry (seq),
  came_from TEXT NOT NULL CHECK (came_from IN ('birth', 'transfer', 'home', 'other')),
  hospital  TEXT,
  bed       TEXT
) STRICT;

CREATE TABLE attestation (
  seq       INTEGER PRIMARY KEY REFERENCES entry (seq),
  item      TEXT NOT NULL,
  value     INTEGER NOT NULL CHECK (value IN (0, 1)),
  caregiver TEXT
) STRICT;

CREATE TABLE bed (
  seq INTEGER PRIMARY KEY REFERENCES entry (seq),
  bed TEXT NOT NULL
) STRICT;

CREATE TABLE birth (
  seq         INTEGER PRIMARY KEY REFERENCES entry (seq),
  code        TEXT NOT NULL,
  sex         TEXT NOT NULL CHECK (sex IN ('female', 'male', 'indeterminate', 'unknown')),
  birth_order INTEGER NOT NULL CHECK (birth_order BETWEEN 1 AND 9),
  birth_of    INTEGER NOT NULL CHECK (birth_of BETWEEN 1 AND 9),
  siblings    TEXT CHECK (siblings IS NULL OR json_valid(siblings))
) STRICT;

CREATE TABLE body_member (
  kind        TEXT NOT NULL,
  position    INTEGER NOT NULL,
  member      TEXT NOT NULL,
  column_name TEXT NOT NULL,
  form        TEXT NOT NULL CHECK (form IN ('text', 'integer', 'boolean', 'list', 'decimal', 'scaled', 'sealed')),
  PRIMARY KEY (kind, member)
) STRICT, WITHOUT ROWID;

CREATE TABLE "check" (
  seq       INTEGER PRIMARY KEY REFERENCES entry (seq),
  task      TEXT NOT NULL,
  result    TEXT NOT NULL,
  method    TEXT,
  ear       TEXT,
  follow_up TEXT,
  place     TEXT
) STRICT;

CREATE TABLE clinician (
  seq       INTEGER PRIMARY KEY REFERENCES entry (seq),
  clinician TEXT NOT NULL,
  action    TEXT NOT NULL CHECK (action IN ('add', 'retire'))
) STRICT;

CREATE TABLE communication (
  seq         INTEGER PRIMARY KEY REFERENCES entry (seq),
  with_whom   TEXT NOT NULL,
  form_signed INTEGER CHECK (form_signed IN (0, 1))
) STRICT;

CREATE TABLE consent (
  seq         INTEGER PRIMARY KEY REFERENCES entry (seq),
  item        TEXT NOT NULL,
  granted     INTEGER NOT NULL CHECK (granted IN (0, 1)),
  form_signed INTEGER CHECK (form_signed IN (0, 1))
) STRICT;

CREATE TABLE dating (
  seq             INTEGER PRIMARY KEY REFERENCES entry (seq),
  ga_days         INTEGER CHECK (ga_days BETWEEN 140 AND 308),
  method          TEXT NOT NULL CHECK (method IN ('ivf', 'early_ultrasound', 'lmp', 'clinical', 'unknown')),
  plus_minus_days INTEGER CHECK (plus_minus_days BETWEEN 0 AND 42)
) STRICT;

CREATE TABLE decision (
  seq           INTEGER PRIMARY KEY REFERENCES entry (seq),
  rules_id      TEXT NOT NULL,
  rules_version TEXT NOT NULL,
  rules_digest  TEXT NOT NULL,
  as_of         TEXT,
  position      INTEGER NOT NULL CHECK (position >= 0),
  overall       TEXT NOT NULL,
  verdicts      TEXT CHECK (verdicts IS NULL OR json_valid(verdicts))
, answer_digest TEXT) STRICT;

CREATE TABLE discharge (
  seq         INTEGER PRIMARY KEY REFERENCES entry (seq),
  destination TEXT NOT NULL CHECK (destination IN ('home', 'transfer', 'community', 'against_advice', 'withdrawal', 'death', 'other')),
  code        TEXT,
  form_signed INTEGER CHECK (form_signed IN (0, 1)),
  readiness   TEXT
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

CREATE TABLE erasure (
  seq   INTEGER PRIMARY KEY REFERENCES entry (seq),
  entry TEXT NOT NULL,
  field TEXT NOT NULL
) STRICT;

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

CREATE TABLE follow_up (
  seq      INTEGER PRIMARY KEY REFERENCES entry (seq),
  place    TEXT,
  source   TEXT,
  quantity TEXT CHECK (quantity IN ('weight', 'length', 'head', 'temperature', 'heart_rate', 'respiratory_rate', 'spo2')),
  value    TEXT,
  unit     TEXT
) STRICT;

CREATE TABLE identity (
  seq INTEGER PRIMARY KEY REFERENCES entry (seq)
) STRICT;

CREATE TABLE immunisation (
  seq              INTEGER PRIMARY KEY REFERENCES entry (seq),
  product          TEXT NOT NULL,
  lot              TEXT,
  site             TEXT,
  not_given_reason TEXT
) STRICT;

CREATE TABLE infant (
  number INTEGER PRIMARY KEY,
  id     BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  code   TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 2 AND 32)
) STRICT;

CREATE TABLE intake (
  seq              INTEGER PRIMARY KEY REFERENCES entry (seq),
  route            TEXT,
  milk             TEXT,
  volume_tenths_ml INTEGER CHECK (volume_tenths_ml >= 0),
  kcal_tenths      INTEGER CHECK (kcal_tenths >= 0)
, quality TEXT, by_test_weight INTEGER CHECK (by_test_weight IN (0, 1))) STRICT;

CREATE TABLE lab (
  seq   INTEGER PRIMARY KEY REFERENCES entry (seq),
  code  TEXT NOT NULL,
  value TEXT,
  unit  TEXT,
  flag  TEXT
) STRICT;

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
, scale TEXT, feed TEXT CHECK (feed IN ('before', 'after')), oedema INTEGER CHECK (oedema IN (0, 1)), answered TEXT CHECK (answered IS NULL OR json_valid(answered)), second_by TEXT) STRICT;

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

CREATE TABLE note (
  seq INTEGER PRIMARY KEY REFERENCES entry (seq)
) STRICT;

CREATE TABLE omission (
  seq      INTEGER PRIMARY KEY REFERENCES entry (seq),
  quantity TEXT NOT NULL CHECK (quantity IN ('weight', 'length', 'head', 'temperature', 'heart_rate', 'respiratory_rate', 'spo2')),
  why      TEXT NOT NULL CHECK (why IN ('later', 'minimal_handling', 'unstable', 'scale', 'away', 'refused'))
) STRICT;

CREATE TABLE other (
  seq  INTEGER PRIMARY KEY REFERENCES entry (seq),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

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

CREATE TABLE plan (
  seq    INTEGER PRIMARY KEY REFERENCES entry (seq),
  target TEXT NOT NULL,
  value  TEXT,
  low    TEXT,
  high   TEXT,
  unit   TEXT,
  until  TEXT
) STRICT;

CREATE TABLE problem (
  seq      INTEGER PRIMARY KEY REFERENCES entry (seq),
  code     TEXT NOT NULL,
  grade    TEXT,
  onset    TEXT CHECK (onset IS date(onset)),
  resolved TEXT CHECK (resolved IS date(resolved))
) STRICT;

CREATE TABLE procedure (
  seq    INTEGER PRIMARY KEY REFERENCES entry (seq),
  what   TEXT NOT NULL,
  grade  TEXT,
  detail TEXT
) STRICT;

CREATE TABLE reference_pack (
  seq         INTEGER PRIMARY KEY REFERENCES entry (seq),
  id          TEXT NOT NULL,
  version     TEXT NOT NULL,
  file_digest TEXT NOT NULL,
  text        TEXT
) STRICT;

CREATE TABLE retraction (
  seq          INTEGER PRIMARY KEY REFERENCES entry (seq),
  confirmed_by TEXT
) STRICT;

CREATE TABLE review (
  seq    INTEGER PRIMARY KEY REFERENCES entry (seq),
  shift  TEXT NOT NULL,
  events INTEGER CHECK (events >= 0)
) STRICT;

CREATE TABLE role (
  seq       INTEGER PRIMARY KEY REFERENCES entry (seq),
  clinician TEXT NOT NULL,
  role      TEXT NOT NULL CHECK (role IN ('nurse', 'physician', 'coordinator', 'viewer', 'administrator'))
) STRICT;

CREATE TABLE round (
  seq          INTEGER PRIMARY KEY REFERENCES entry (seq),
  sequence     TEXT NOT NULL CHECK (sequence IN ('bed', 'scan', 'paper')),
  weighed      INTEGER NOT NULL CHECK (weighed >= 0),
  not_weighed  INTEGER NOT NULL CHECK (not_weighed >= 0),
  left_over    INTEGER NOT NULL CHECK (left_over >= 0)
) STRICT;

CREATE TABLE rule_set (
  seq         INTEGER PRIMARY KEY REFERENCES entry (seq),
  id          TEXT NOT NULL,
  version     TEXT NOT NULL,
  file_digest TEXT NOT NULL,
  text        TEXT
) STRICT;

CREATE TABLE sealed (
  seq    INTEGER NOT NULL REFERENCES entry (seq),
  field  TEXT    NOT NULL,
  digest BLOB    NOT NULL CHECK (length(digest) = 32),
  salt   BLOB    CHECK (length(salt) = 32),
  box    BLOB,
  PRIMARY KEY (seq, field),
  CHECK ((salt IS NULL) = (box IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  seq   INTEGER PRIMARY KEY REFERENCES entry (seq),
  name  TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE state (
  seq               INTEGER PRIMARY KEY REFERENCES entry (seq),
  aspect            TEXT NOT NULL,
  value             TEXT NOT NULL,
  fio2_percent      INTEGER CHECK (fio2_percent BETWEEN 21 AND 100),
  flow_tenths_litre INTEGER CHECK (flow_tenths_litre >= 0),
  detail            TEXT
) STRICT;

CREATE TABLE transfer (
  seq         INTEGER PRIMARY KEY REFERENCES entry (seq),
  destination TEXT NOT NULL CHECK (destination IN ('home', 'transfer', 'community', 'against_advice', 'withdrawal', 'death', 'other')),
  code        TEXT,
  hospital    TEXT
) STRICT;

CREATE TABLE unit_decimals (
  unit     TEXT PRIMARY KEY,
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 3)
) STRICT, WITHOUT ROWID;

CREATE TABLE waiver (
  seq       INTEGER PRIMARY KEY REFERENCES entry (seq),
  criterion TEXT NOT NULL,
  rules     TEXT,
  until     TEXT
) STRICT;

CREATE TRIGGER admission_insert BEFORE INSERT ON admission
WHEN EXISTS (SELECT 1 FROM admission WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'admission')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER admission_no_delete BEFORE DELETE ON admission
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER admission_no_update BEFORE UPDATE ON admission
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER attestation_insert BEFORE INSERT ON attestation
WHEN EXISTS (SELECT 1 FROM attestation WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'attestation')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER attestation_no_delete BEFORE DELETE ON attestation
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER attestation_no_update BEFORE UPDATE ON attestation
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER bed_insert BEFORE INSERT ON bed
WHEN EXISTS (SELECT 1 FROM bed WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'bed')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER bed_no_delete BEFORE DELETE ON bed
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER bed_no_update BEFORE UPDATE ON bed
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER birth_insert BEFORE INSERT ON birth
WHEN EXISTS (SELECT 1 FROM birth WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'birth')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER birth_no_delete BEFORE DELETE ON birth
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER birth_no_update BEFORE UPDATE ON birth
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER body_member_insert BEFORE INSERT ON body_member
WHEN EXISTS (SELECT 1 FROM body_member WHERE kind = NEW.kind AND member = NEW.member)
BEGIN SELECT RAISE(ABORT, 'nicu: the layout of bodies changes only by a migration'); END;

CREATE TRIGGER body_member_no_delete BEFORE DELETE ON body_member
BEGIN SELECT RAISE(ABORT, 'nicu: the layout of bodies changes only by a migration'); END;

CREATE TRIGGER body_member_no_update BEFORE UPDATE ON body_member
BEGIN SELECT RAISE(ABORT, 'nicu: the layout of bodies changes only by a migration'); END;

CREATE TRIGGER check_insert BEFORE INSERT ON "check"
WHEN EXISTS (SELECT 1 FROM "check" WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'check')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER check_no_delete BEFORE DELETE ON "check"
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER check_no_update BEFORE UPDATE ON "check"
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER clinician_insert BEFORE INSERT ON clinician
WHEN EXISTS (SELECT 1 FROM clinician WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'clinician')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER clinician_no_delete BEFORE DELETE ON clinician
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER clinician_no_update BEFORE UPDATE ON clinician
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER communication_insert BEFORE INSERT ON communication
WHEN EXISTS (SELECT 1 FROM communication WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'communication')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER communication_no_delete BEFORE DELETE ON communication
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER communication_no_update BEFORE UPDATE ON communication
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER consent_insert BEFORE INSERT ON consent
WHEN EXISTS (SELECT 1 FROM consent WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'consent')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER consent_no_delete BEFORE DELETE ON consent
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER consent_no_update BEFORE UPDATE ON consent
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER dating_insert BEFORE INSERT ON dating
WHEN EXISTS (SELECT 1 FROM dating WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'dating')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER dating_no_delete BEFORE DELETE ON dating
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER dating_no_update BEFORE UPDATE ON dating
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER decision_insert BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'decision')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER discharge_insert BEFORE INSERT ON discharge
WHEN EXISTS (SELECT 1 FROM discharge WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'discharge')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER discharge_no_delete BEFORE DELETE ON discharge
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER discharge_no_update BEFORE UPDATE ON discharge
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER entry_insert BEFORE INSERT ON entry
BEGIN
  SELECT RAISE(ABORT, 'nicu: this entry already exists') WHERE EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq)
    OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
    OR (NEW.key IS NOT NULL AND EXISTS (SELECT 1 FROM entry WHERE key = NEW.key));
  SELECT RAISE(ABORT, 'nicu: entries follow one another without a gap')
    WHERE NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entry);
END;

CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER erasure_insert BEFORE INSERT ON erasure
WHEN EXISTS (SELECT 1 FROM erasure WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'erasure')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER erasure_no_update BEFORE UPDATE ON erasure
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER event_insert BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'event')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER follow_up_insert BEFORE INSERT ON follow_up
WHEN EXISTS (SELECT 1 FROM follow_up WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'follow_up')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER follow_up_no_delete BEFORE DELETE ON follow_up
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER follow_up_no_update BEFORE UPDATE ON follow_up
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER identity_insert BEFORE INSERT ON identity
WHEN EXISTS (SELECT 1 FROM identity WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'identity')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER identity_no_delete BEFORE DELETE ON identity
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER identity_no_update BEFORE UPDATE ON identity
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER immunisation_insert BEFORE INSERT ON immunisation
WHEN EXISTS (SELECT 1 FROM immunisation WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'immunisation')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER immunisation_no_delete BEFORE DELETE ON immunisation
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER immunisation_no_update BEFORE UPDATE ON immunisation
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER infant_insert BEFORE INSERT ON infant
BEGIN
  SELECT RAISE(ABORT, 'nicu: this infant already exists')
    WHERE EXISTS (SELECT 1 FROM infant WHERE number = NEW.number OR id = NEW.id OR code = NEW.code);
END;

CREATE TRIGGER infant_no_delete BEFORE DELETE ON infant
BEGIN SELECT RAISE(ABORT, 'nicu: infants are never deleted'); END;

CREATE TRIGGER infant_no_update BEFORE UPDATE ON infant
BEGIN SELECT RAISE(ABORT, 'nicu: an infant''s id and code never change'); END;

CREATE TRIGGER intake_insert BEFORE INSERT ON intake
WHEN EXISTS (SELECT 1 FROM intake WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'intake')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER intake_no_delete BEFORE DELETE ON intake
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER intake_no_update BEFORE UPDATE ON intake
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER lab_insert BEFORE INSERT ON lab
WHEN EXISTS (SELECT 1 FROM lab WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'lab')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER lab_no_delete BEFORE DELETE ON lab
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER lab_no_update BEFORE UPDATE ON lab
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER measurement_insert BEFORE INSERT ON measurement
WHEN EXISTS (SELECT 1 FROM measurement WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'measurement')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER measurement_no_delete BEFORE DELETE ON measurement
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER measurement_no_update BEFORE UPDATE ON measurement
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER medication_insert BEFORE INSERT ON medication
WHEN EXISTS (SELECT 1 FROM medication WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'medication')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER medication_no_delete BEFORE DELETE ON medication
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER medication_no_update BEFORE UPDATE ON medication
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER note_insert BEFORE INSERT ON note
WHEN EXISTS (SELECT 1 FROM note WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'note')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER note_no_delete BEFORE DELETE ON note
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER note_no_update BEFORE UPDATE ON note
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER omission_insert BEFORE INSERT ON omission
WHEN EXISTS (SELECT 1 FROM omission WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'omission')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER omission_no_delete BEFORE DELETE ON omission
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER omission_no_update BEFORE UPDATE ON omission
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER other_insert BEFORE INSERT ON other
WHEN EXISTS (SELECT 1 FROM other WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM body_member WHERE kind = (SELECT kind FROM entry WHERE seq = NEW.seq))
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER other_no_delete BEFORE DELETE ON other
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER other_no_update BEFORE UPDATE ON other
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER perinatal_insert BEFORE INSERT ON perinatal
WHEN EXISTS (SELECT 1 FROM perinatal WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'perinatal')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER perinatal_no_delete BEFORE DELETE ON perinatal
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER perinatal_no_update BEFORE UPDATE ON perinatal
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER plan_insert BEFORE INSERT ON plan
WHEN EXISTS (SELECT 1 FROM plan WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'plan')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER plan_no_delete BEFORE DELETE ON plan
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER plan_no_update BEFORE UPDATE ON plan
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER problem_insert BEFORE INSERT ON problem
WHEN EXISTS (SELECT 1 FROM problem WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'problem')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER problem_no_delete BEFORE DELETE ON problem
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER problem_no_update BEFORE UPDATE ON problem
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER procedure_insert BEFORE INSERT ON procedure
WHEN EXISTS (SELECT 1 FROM procedure WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'procedure')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER procedure_no_delete BEFORE DELETE ON procedure
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER procedure_no_update BEFORE UPDATE ON procedure
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER reference_pack_insert BEFORE INSERT ON reference_pack
WHEN EXISTS (SELECT 1 FROM reference_pack WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'reference_pack')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER reference_pack_no_delete BEFORE DELETE ON reference_pack
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER reference_pack_no_update BEFORE UPDATE ON reference_pack
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER retraction_insert BEFORE INSERT ON retraction
WHEN EXISTS (SELECT 1 FROM retraction WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'retraction')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER retraction_no_delete BEFORE DELETE ON retraction
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER retraction_no_update BEFORE UPDATE ON retraction
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER review_insert BEFORE INSERT ON review
WHEN EXISTS (SELECT 1 FROM review WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'review')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER review_no_delete BEFORE DELETE ON review
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER review_no_update BEFORE UPDATE ON review
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER role_insert BEFORE INSERT ON role
WHEN EXISTS (SELECT 1 FROM role WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'role')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER role_no_delete BEFORE DELETE ON role
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER role_no_update BEFORE UPDATE ON role
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER round_insert BEFORE INSERT ON round
WHEN EXISTS (SELECT 1 FROM round WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'round')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER round_no_delete BEFORE DELETE ON round
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER round_no_update BEFORE UPDATE ON round
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER rule_set_insert BEFORE INSERT ON rule_set
WHEN EXISTS (SELECT 1 FROM rule_set WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'rule_set')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER rule_set_no_delete BEFORE DELETE ON rule_set
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER rule_set_no_update BEFORE UPDATE ON rule_set
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER sealed_erase_only BEFORE UPDATE ON sealed
WHEN NOT (NEW.salt IS NULL AND NEW.box IS NULL AND OLD.salt IS NOT NULL
  AND NEW.seq = OLD.seq AND NEW.field = OLD.field AND NEW.digest = OLD.digest)
BEGIN SELECT RAISE(ABORT, 'nicu: sealed text can only be erased'); END;

CREATE TRIGGER sealed_insert BEFORE INSERT ON sealed
WHEN EXISTS (SELECT 1 FROM sealed WHERE seq = NEW.seq AND field = NEW.field)
BEGIN SELECT RAISE(ABORT, 'nicu: this sealed text already exists'); END;

CREATE TRIGGER sealed_no_delete BEFORE DELETE ON sealed
BEGIN SELECT RAISE(ABORT, 'nicu: sealed text is erased, never deleted'); END;

CREATE TRIGGER setting_insert BEFORE INSERT ON setting
WHEN EXISTS (SELECT 1 FROM setting WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'setting')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER setting_no_delete BEFORE DELETE ON setting
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER setting_no_update BEFORE UPDATE ON setting
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER state_insert BEFORE INSERT ON state
WHEN EXISTS (SELECT 1 FROM state WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'state')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER state_no_delete BEFORE DELETE ON state
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER state_no_update BEFORE UPDATE ON state
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER transfer_insert BEFORE INSERT ON transfer
WHEN EXISTS (SELECT 1 FROM transfer WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'transfer')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER transfer_no_delete BEFORE DELETE ON transfer
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER transfer_no_update BEFORE UPDATE ON transfer
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE TRIGGER unit_decimals_insert BEFORE INSERT ON unit_decimals
WHEN EXISTS (SELECT 1 FROM unit_decimals WHERE unit = NEW.unit)
BEGIN SELECT RAISE(ABORT, 'nicu: the layout of bodies changes only by a migration'); END;

CREATE TRIGGER unit_decimals_no_delete BEFORE DELETE ON unit_decimals
BEGIN SELECT RAISE(ABORT, 'nicu: the layout of bodies changes only by a migration'); END;

CREATE TRIGGER unit_decimals_no_update BEFORE UPDATE ON unit_decimals
BEGIN SELECT RAISE(ABORT, 'nicu: the layout of bodies changes only by a migration'); END;

CREATE TRIGGER waiver_insert BEFORE INSERT ON waiver
WHEN EXISTS (SELECT 1 FROM waiver WHERE seq = NEW.seq)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND kind = 'waiver')
BEGIN SELECT RAISE(ABORT, 'nicu: this body has no entry of its kind, or already exists'); END;

CREATE TRIGGER waiver_no_delete BEFORE DELETE ON waiver
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never deleted; strike the entry out'); END;

CREATE TRIGGER waiver_no_update BEFORE UPDATE ON waiver
BEGIN SELECT RAISE(ABORT, 'nicu: entries are never changed; write a correction'); END;

CREATE VIEW correction AS
SELECT n.seq, i.code AS infant, o.seq AS old_seq, o.kind,
  CASE n.kind WHEN 'retraction' THEN 'struck' ELSE 'corrected' END AS what,
  n.by, datetime(n.recorded, 'unixepoch') AS recorded_utc
FROM entry n JOIN entry o ON o.seq = n.corrects LEFT JOIN infant i ON i.number = o.infant
ORDER BY n.seq;

CREATE VIEW effective_entry AS
SELECT e.seq, i.code AS infant, e.kind,
  CASE e.precision WHEN 'day' THEN date(e.at + e.offset * 60, 'unixepoch')
    ELSE strftime('%Y-%m-%d %H:%M', e.at + e.offset * 60, 'unixepoch') END AS local_time,
  e.at, e.offset, e.precision, e.recorded, e.by, e.source, e.infant AS infant_number
FROM entry e LEFT JOIN infant i ON i.number = e.infant
WHERE NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.seq AND c.kind <> 'erasure')
  AND e.kind <> 'retraction';

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

CREATE VIEW weight AS
SELECT e.infant, e.local_time, m.value AS grams, m.role, e.by, e.seq
FROM effective_entry e JOIN measurement m USING (seq)
WHERE m.quantity = 'weight'
ORDER BY e.infant, e.at, e.seq;

