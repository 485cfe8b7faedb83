-- The shape of the record without its promises: the same header and measurement columns and the same indexes, but no
-- triggers, no digests computed, nothing sealed. What the plain writers of the benchmark insert into.
PRAGMA journal_mode = WAL;
CREATE TABLE infant (
  number INTEGER PRIMARY KEY,
  id     BLOB NOT NULL UNIQUE,
  code   TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE entry (
  seq       INTEGER PRIMARY KEY,
  id        BLOB    NOT NULL UNIQUE,
  infant    INTEGER REFERENCES infant (number),
  operation BLOB    NOT NULL,
  kind      TEXT    NOT NULL,
  form      INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  offset    INTEGER NOT NULL,
  precision TEXT    NOT NULL,
  recorded  INTEGER NOT NULL,
  received  INTEGER,
  by        TEXT    NOT NULL,
  source    TEXT    NOT NULL,
  key       TEXT    UNIQUE,
  corrects  INTEGER REFERENCES entry (seq),
  prev      BLOB    NOT NULL,
  digest    BLOB    NOT NULL
) STRICT;
CREATE INDEX entry_of_infant ON entry (infant, kind, at);
CREATE INDEX entry_corrected ON entry (corrects) WHERE corrects IS NOT NULL;
CREATE TABLE measurement (
  seq        INTEGER PRIMARY KEY REFERENCES entry (seq),
  quantity   TEXT    NOT NULL,
  value      INTEGER NOT NULL,
  unit       TEXT    NOT NULL,
  role       TEXT    NOT NULL,
  as_written TEXT,
  site       TEXT,
  bed        TEXT,
  method     TEXT,
  clothing   TEXT,
  equipment  TEXT
) STRICT;
INSERT INTO infant (number, id, code) VALUES (1, randomblob(16), 'bench-a');
