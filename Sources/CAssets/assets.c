// Written by scripts/assets.py; do not edit. Run `make assets` after adding, renaming or removing a file.
#include "CAssets.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../schema/0001-record.sql" suffix(,)
    0};
static const unsigned char file_1[] = {
#embed "../../seeds/patients/an-an.ndjson" suffix(,)
    0};
static const unsigned char file_2[] = {
#embed "../../seeds/patients/not-ready.ndjson" suffix(,)
    0};
static const unsigned char file_3[] = {
#embed "../../seeds/patients/twins.ndjson" suffix(,)
    0};
static const unsigned char file_4[] = {
#embed "../../seeds/references/fenton-2013/head-female.csv" suffix(,)
    0};
static const unsigned char file_5[] = {
#embed "../../seeds/references/fenton-2013/head-male.csv" suffix(,)
    0};
static const unsigned char file_6[] = {
#embed "../../seeds/references/fenton-2013/length-female.csv" suffix(,)
    0};
static const unsigned char file_7[] = {
#embed "../../seeds/references/fenton-2013/length-male.csv" suffix(,)
    0};
static const unsigned char file_8[] = {
#embed "../../seeds/references/fenton-2013/manifest.yaml" suffix(,)
    0};
static const unsigned char file_9[] = {
#embed "../../seeds/references/fenton-2013/weight-female.csv" suffix(,)
    0};
static const unsigned char file_10[] = {
#embed "../../seeds/references/fenton-2013/weight-male.csv" suffix(,)
    0};
static const unsigned char file_11[] = {
#embed "../../seeds/references/intergrowth-postnatal/coefficients.csv" suffix(,)
    0};
static const unsigned char file_12[] = {
#embed "../../seeds/references/intergrowth-postnatal/manifest.yaml" suffix(,)
    0};
static const unsigned char file_13[] = {
#embed "../../seeds/references/who-2006/head-female.csv" suffix(,)
    0};
static const unsigned char file_14[] = {
#embed "../../seeds/references/who-2006/head-male.csv" suffix(,)
    0};
static const unsigned char file_15[] = {
#embed "../../seeds/references/who-2006/length-female.csv" suffix(,)
    0};
static const unsigned char file_16[] = {
#embed "../../seeds/references/who-2006/length-male.csv" suffix(,)
    0};
static const unsigned char file_17[] = {
#embed "../../seeds/references/who-2006/manifest.yaml" suffix(,)
    0};
static const unsigned char file_18[] = {
#embed "../../seeds/references/who-2006/weight-female.csv" suffix(,)
    0};
static const unsigned char file_19[] = {
#embed "../../seeds/references/who-2006/weight-male.csv" suffix(,)
    0};
static const unsigned char file_20[] = {
#embed "../../seeds/rules/cn-2017.yaml" suffix(,)
    0};

static const nicu_asset files[] = {
    {"schema/0001-record.sql", file_0, sizeof file_0 - 1},
    {"seeds/patients/an-an.ndjson", file_1, sizeof file_1 - 1},
    {"seeds/patients/not-ready.ndjson", file_2, sizeof file_2 - 1},
    {"seeds/patients/twins.ndjson", file_3, sizeof file_3 - 1},
    {"seeds/references/fenton-2013/head-female.csv", file_4, sizeof file_4 - 1},
    {"seeds/references/fenton-2013/head-male.csv", file_5, sizeof file_5 - 1},
    {"seeds/references/fenton-2013/length-female.csv", file_6, sizeof file_6 - 1},
    {"seeds/references/fenton-2013/length-male.csv", file_7, sizeof file_7 - 1},
    {"seeds/references/fenton-2013/manifest.yaml", file_8, sizeof file_8 - 1},
    {"seeds/references/fenton-2013/weight-female.csv", file_9, sizeof file_9 - 1},
    {"seeds/references/fenton-2013/weight-male.csv", file_10, sizeof file_10 - 1},
    {"seeds/references/intergrowth-postnatal/coefficients.csv", file_11, sizeof file_11 - 1},
    {"seeds/references/intergrowth-postnatal/manifest.yaml", file_12, sizeof file_12 - 1},
    {"seeds/references/who-2006/head-female.csv", file_13, sizeof file_13 - 1},
    {"seeds/references/who-2006/head-male.csv", file_14, sizeof file_14 - 1},
    {"seeds/references/who-2006/length-female.csv", file_15, sizeof file_15 - 1},
    {"seeds/references/who-2006/length-male.csv", file_16, sizeof file_16 - 1},
    {"seeds/references/who-2006/manifest.yaml", file_17, sizeof file_17 - 1},
    {"seeds/references/who-2006/weight-female.csv", file_18, sizeof file_18 - 1},
    {"seeds/references/who-2006/weight-male.csv", file_19, sizeof file_19 - 1},
    {"seeds/rules/cn-2017.yaml", file_20, sizeof file_20 - 1},
    {0, 0, 0},
};

const size_t nicu_asset_count = sizeof files / sizeof files[0] - 1;

const nicu_asset *nicu_asset_at(size_t place) { return &files[place]; }

const nicu_asset *nicu_asset_find(const char *path) {
    size_t low = 0, high = nicu_asset_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(path, files[middle].path);
        if (order == 0) return &files[middle];
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return 0;
}
