// Writes measurements into a file of the record's shape, one durable commit each: insert DB SHAPE.sql ENTRIES
//
// The plain C beside which the library is measured: prepared statements, the same pragmas, the same two rows in the
// tables of SHAPE.sql. It asks nothing, digests nothing and signs nothing. Prints entries a second.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3 *db;

static void check(int code, int expected, const char *what) {
    if (code == expected) return;
    fprintf(stderr, "insert: %s: %s\n", what, sqlite3_errmsg(db));
    exit(1);
}

static void run(const char *sql) { check(sqlite3_exec(db, sql, 0, 0, 0), SQLITE_OK, sql); }

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    check(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, 0), SQLITE_OK, sql);
    return statement;
}

static void step(sqlite3_stmt *statement) {
    check(sqlite3_step(statement), SQLITE_DONE, sqlite3_sql(statement));
    sqlite3_reset(statement);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

int main(int count, char **words) {
    long entries = count == 4 ? atol(words[3]) : 0;
    if (entries < 1) {
        fprintf(stderr, "usage: insert DB SHAPE.sql ENTRIES\n");
        return 64;
    }
    static char shape[262144];
    FILE *file = fopen(words[2], "rb");
    if (!file || fread(shape, 1, sizeof shape - 1, file) == 0) {
        fprintf(stderr, "insert: %s cannot be read\n", words[2]);
        return 1;
    }
    fclose(file);
    check(sqlite3_open(words[1], &db), SQLITE_OK, words[1]);
    run(shape);
    run("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000");

    sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE");
    sqlite3_stmt *header = prepare(
        "INSERT INTO entry (seq, id, infant, operation, kind, form, at, offset, precision, recorded, by, source, key,"
        " prev, digest) VALUES (?1, ?2, 1, ?3, 'measurement', 1, ?4, 480, 'minute', ?5, 'bench.nurse', 'bench', ?8, ?6,"
        " ?7)");
    sqlite3_stmt *body = prepare(
        "INSERT INTO measurement (seq, quantity, value, unit, role) VALUES (?1, 'weight', ?2, 'g', 'measured')");
    sqlite3_stmt *commit = prepare("COMMIT");

    unsigned char id[16] = {0}, digest[32] = {0};
    double start = now();
    for (long i = 1; i <= entries; i++) {
        // Ids that ascend as time-ordered UUIDs do; a digest that differs from entry to entry.
        for (int place = 0; place < 8; place++) id[place] = (unsigned char)(i >> (8 * (7 - place)));
        memcpy(digest, id, sizeof id);
        step(begin);
        sqlite3_bind_int64(header, 1, i);
        sqlite3_bind_blob(header, 2, id, sizeof id, SQLITE_STATIC);
        sqlite3_bind_blob(header, 3, id, sizeof id, SQLITE_STATIC);
        sqlite3_bind_int64(header, 4, 1724018400 + 3600 * (sqlite3_int64)i);
        sqlite3_bind_int64(header, 5, 1724018400 + 3600 * (sqlite3_int64)i);
        sqlite3_bind_blob(header, 6, digest, sizeof digest, SQLITE_STATIC);
        sqlite3_bind_blob(header, 7, digest, sizeof digest, SQLITE_STATIC);
        char key[32];
        sqlite3_bind_text(header, 8, key, snprintf(key, sizeof key, "bench-%ld", i - 1), SQLITE_STATIC);
        step(header);
        sqlite3_bind_int64(body, 1, i);
        sqlite3_bind_int64(body, 2, 800 + i % 1000);
        step(body);
        step(commit);
    }
    double seconds = now() - start;

    sqlite3_finalize(begin);
    sqlite3_finalize(header);
    sqlite3_finalize(body);
    sqlite3_finalize(commit);
    check(sqlite3_close(db), SQLITE_OK, "close");
    printf("%.1f\n", (double)entries / seconds);
    return 0;
}
