// Written by scripts/assets.py; do not edit. Run `make assets` after adding, renaming or removing a file.
#include "CAssets.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../schema/0001-record.sql" suffix(,)
    0};
static const unsigned char file_1[] = {
#embed "../../schema/0002-ward.sql" suffix(,)
    0};
static const unsigned char file_2[] = {
#embed "../../seeds/care/neonatal.yaml" suffix(,)
    0};
static const unsigned char file_3[] = {
#embed "../../seeds/classifications/neonatal.yaml" suffix(,)
    0};
static const unsigned char file_4[] = {
#embed "../../seeds/indicators/growth.yaml" suffix(,)
    0};
static const unsigned char file_5[] = {
#embed "../../seeds/patients/against-advice.ndjson" suffix(,)
    0};
static const unsigned char file_6[] = {
#embed "../../seeds/patients/an-an.ndjson" suffix(,)
    0};
static const unsigned char file_7[] = {
#embed "../../seeds/patients/death.ndjson" suffix(,)
    0};
static const unsigned char file_8[] = {
#embed "../../seeds/patients/not-ready.ndjson" suffix(,)
    0};
static const unsigned char file_9[] = {
#embed "../../seeds/patients/readmission.ndjson" suffix(,)
    0};
static const unsigned char file_10[] = {
#embed "../../seeds/patients/transfer.ndjson" suffix(,)
    0};
static const unsigned char file_11[] = {
#embed "../../seeds/patients/twins.ndjson" suffix(,)
    0};
static const unsigned char file_12[] = {
#embed "../../seeds/patients/withdrawal.ndjson" suffix(,)
    0};
static const unsigned char file_13[] = {
#embed "../../seeds/references/fenton-2013/golden.csv" suffix(,)
    0};
static const unsigned char file_14[] = {
#embed "../../seeds/references/fenton-2013/head-female.csv" suffix(,)
    0};
static const unsigned char file_15[] = {
#embed "../../seeds/references/fenton-2013/head-male.csv" suffix(,)
    0};
static const unsigned char file_16[] = {
#embed "../../seeds/references/fenton-2013/length-female.csv" suffix(,)
    0};
static const unsigned char file_17[] = {
#embed "../../seeds/references/fenton-2013/length-male.csv" suffix(,)
    0};
static const unsigned char file_18[] = {
#embed "../../seeds/references/fenton-2013/manifest.yaml" suffix(,)
    0};
static const unsigned char file_19[] = {
#embed "../../seeds/references/fenton-2013/weight-female.csv" suffix(,)
    0};
static const unsigned char file_20[] = {
#embed "../../seeds/references/fenton-2013/weight-male.csv" suffix(,)
    0};
static const unsigned char file_21[] = {
#embed "../../seeds/references/intergrowth-newborn/coefficients.csv" suffix(,)
    0};
static const unsigned char file_22[] = {
#embed "../../seeds/references/intergrowth-newborn/golden.csv" suffix(,)
    0};
static const unsigned char file_23[] = {
#embed "../../seeds/references/intergrowth-newborn/head-female.csv" suffix(,)
    0};
static const unsigned char file_24[] = {
#embed "../../seeds/references/intergrowth-newborn/head-male.csv" suffix(,)
    0};
static const unsigned char file_25[] = {
#embed "../../seeds/references/intergrowth-newborn/length-female.csv" suffix(,)
    0};
static const unsigned char file_26[] = {
#embed "../../seeds/references/intergrowth-newborn/length-male.csv" suffix(,)
    0};
static const unsigned char file_27[] = {
#embed "../../seeds/references/intergrowth-newborn/manifest.yaml" suffix(,)
    0};
static const unsigned char file_28[] = {
#embed "../../seeds/references/intergrowth-newborn/weight-female.csv" suffix(,)
    0};
static const unsigned char file_29[] = {
#embed "../../seeds/references/intergrowth-newborn/weight-male.csv" suffix(,)
    0};
static const unsigned char file_30[] = {
#embed "../../seeds/references/intergrowth-postnatal/coefficients.csv" suffix(,)
    0};
static const unsigned char file_31[] = {
#embed "../../seeds/references/intergrowth-postnatal/golden.csv" suffix(,)
    0};
static const unsigned char file_32[] = {
#embed "../../seeds/references/intergrowth-postnatal/manifest.yaml" suffix(,)
    0};
static const unsigned char file_33[] = {
#embed "../../seeds/references/olsen-2010/golden.csv" suffix(,)
    0};
static const unsigned char file_34[] = {
#embed "../../seeds/references/olsen-2010/head-female.csv" suffix(,)
    0};
static const unsigned char file_35[] = {
#embed "../../seeds/references/olsen-2010/head-male.csv" suffix(,)
    0};
static const unsigned char file_36[] = {
#embed "../../seeds/references/olsen-2010/length-female.csv" suffix(,)
    0};
static const unsigned char file_37[] = {
#embed "../../seeds/references/olsen-2010/length-male.csv" suffix(,)
    0};
static const unsigned char file_38[] = {
#embed "../../seeds/references/olsen-2010/manifest.yaml" suffix(,)
    0};
static const unsigned char file_39[] = {
#embed "../../seeds/references/olsen-2010/weight-female.csv" suffix(,)
    0};
static const unsigned char file_40[] = {
#embed "../../seeds/references/olsen-2010/weight-male.csv" suffix(,)
    0};
static const unsigned char file_41[] = {
#embed "../../seeds/references/who-2006/golden.csv" suffix(,)
    0};
static const unsigned char file_42[] = {
#embed "../../seeds/references/who-2006/head-female.csv" suffix(,)
    0};
static const unsigned char file_43[] = {
#embed "../../seeds/references/who-2006/head-male.csv" suffix(,)
    0};
static const unsigned char file_44[] = {
#embed "../../seeds/references/who-2006/length-female.csv" suffix(,)
    0};
static const unsigned char file_45[] = {
#embed "../../seeds/references/who-2006/length-male.csv" suffix(,)
    0};
static const unsigned char file_46[] = {
#embed "../../seeds/references/who-2006/manifest.yaml" suffix(,)
    0};
static const unsigned char file_47[] = {
#embed "../../seeds/references/who-2006/weight-female.csv" suffix(,)
    0};
static const unsigned char file_48[] = {
#embed "../../seeds/references/who-2006/weight-for-length-female.csv" suffix(,)
    0};
static const unsigned char file_49[] = {
#embed "../../seeds/references/who-2006/weight-for-length-male.csv" suffix(,)
    0};
static const unsigned char file_50[] = {
#embed "../../seeds/references/who-2006/weight-male.csv" suffix(,)
    0};
static const unsigned char file_51[] = {
#embed "../../seeds/references/wst-800-2022/golden.csv" suffix(,)
    0};
static const unsigned char file_52[] = {
#embed "../../seeds/references/wst-800-2022/head-female.csv" suffix(,)
    0};
static const unsigned char file_53[] = {
#embed "../../seeds/references/wst-800-2022/head-male.csv" suffix(,)
    0};
static const unsigned char file_54[] = {
#embed "../../seeds/references/wst-800-2022/length-female.csv" suffix(,)
    0};
static const unsigned char file_55[] = {
#embed "../../seeds/references/wst-800-2022/length-male.csv" suffix(,)
    0};
static const unsigned char file_56[] = {
#embed "../../seeds/references/wst-800-2022/manifest.yaml" suffix(,)
    0};
static const unsigned char file_57[] = {
#embed "../../seeds/references/wst-800-2022/weight-female.csv" suffix(,)
    0};
static const unsigned char file_58[] = {
#embed "../../seeds/references/wst-800-2022/weight-male.csv" suffix(,)
    0};
static const unsigned char file_59[] = {
#embed "../../seeds/rules/aap-2008.yaml" suffix(,)
    0};
static const unsigned char file_60[] = {
#embed "../../seeds/rules/cn-2017.yaml" suffix(,)
    0};
static const unsigned char file_61[] = {
#embed "../../seeds/rules/strict-union.yaml" suffix(,)
    0};
static const unsigned char file_62[] = {
#embed "../../seeds/schedules/screens.yaml" suffix(,)
    0};

static const nicu_asset files[] = {
    {"schema/0001-record.sql", file_0, sizeof file_0 - 1},
    {"schema/0002-ward.sql", file_1, sizeof file_1 - 1},
    {"seeds/care/neonatal.yaml", file_2, sizeof file_2 - 1},
    {"seeds/classifications/neonatal.yaml", file_3, sizeof file_3 - 1},
    {"seeds/indicators/growth.yaml", file_4, sizeof file_4 - 1},
    {"seeds/patients/against-advice.ndjson", file_5, sizeof file_5 - 1},
    {"seeds/patients/an-an.ndjson", file_6, sizeof file_6 - 1},
    {"seeds/patients/death.ndjson", file_7, sizeof file_7 - 1},
    {"seeds/patients/not-ready.ndjson", file_8, sizeof file_8 - 1},
    {"seeds/patients/readmission.ndjson", file_9, sizeof file_9 - 1},
    {"seeds/patients/transfer.ndjson", file_10, sizeof file_10 - 1},
    {"seeds/patients/twins.ndjson", file_11, sizeof file_11 - 1},
    {"seeds/patients/withdrawal.ndjson", file_12, sizeof file_12 - 1},
    {"seeds/references/fenton-2013/golden.csv", file_13, sizeof file_13 - 1},
    {"seeds/references/fenton-2013/head-female.csv", file_14, sizeof file_14 - 1},
    {"seeds/references/fenton-2013/head-male.csv", file_15, sizeof file_15 - 1},
    {"seeds/references/fenton-2013/length-female.csv", file_16, sizeof file_16 - 1},
    {"seeds/references/fenton-2013/length-male.csv", file_17, sizeof file_17 - 1},
    {"seeds/references/fenton-2013/manifest.yaml", file_18, sizeof file_18 - 1},
    {"seeds/references/fenton-2013/weight-female.csv", file_19, sizeof file_19 - 1},
    {"seeds/references/fenton-2013/weight-male.csv", file_20, sizeof file_20 - 1},
    {"seeds/references/intergrowth-newborn/coefficients.csv", file_21, sizeof file_21 - 1},
    {"seeds/references/intergrowth-newborn/golden.csv", file_22, sizeof file_22 - 1},
    {"seeds/references/intergrowth-newborn/head-female.csv", file_23, sizeof file_23 - 1},
    {"seeds/references/intergrowth-newborn/head-male.csv", file_24, sizeof file_24 - 1},
    {"seeds/references/intergrowth-newborn/length-female.csv", file_25, sizeof file_25 - 1},
    {"seeds/references/intergrowth-newborn/length-male.csv", file_26, sizeof file_26 - 1},
    {"seeds/references/intergrowth-newborn/manifest.yaml", file_27, sizeof file_27 - 1},
    {"seeds/references/intergrowth-newborn/weight-female.csv", file_28, sizeof file_28 - 1},
    {"seeds/references/intergrowth-newborn/weight-male.csv", file_29, sizeof file_29 - 1},
    {"seeds/references/intergrowth-postnatal/coefficients.csv", file_30, sizeof file_30 - 1},
    {"seeds/references/intergrowth-postnatal/golden.csv", file_31, sizeof file_31 - 1},
    {"seeds/references/intergrowth-postnatal/manifest.yaml", file_32, sizeof file_32 - 1},
    {"seeds/references/olsen-2010/golden.csv", file_33, sizeof file_33 - 1},
    {"seeds/references/olsen-2010/head-female.csv", file_34, sizeof file_34 - 1},
    {"seeds/references/olsen-2010/head-male.csv", file_35, sizeof file_35 - 1},
    {"seeds/references/olsen-2010/length-female.csv", file_36, sizeof file_36 - 1},
    {"seeds/references/olsen-2010/length-male.csv", file_37, sizeof file_37 - 1},
    {"seeds/references/olsen-2010/manifest.yaml", file_38, sizeof file_38 - 1},
    {"seeds/references/olsen-2010/weight-female.csv", file_39, sizeof file_39 - 1},
    {"seeds/references/olsen-2010/weight-male.csv", file_40, sizeof file_40 - 1},
    {"seeds/references/who-2006/golden.csv", file_41, sizeof file_41 - 1},
    {"seeds/references/who-2006/head-female.csv", file_42, sizeof file_42 - 1},
    {"seeds/references/who-2006/head-male.csv", file_43, sizeof file_43 - 1},
    {"seeds/references/who-2006/length-female.csv", file_44, sizeof file_44 - 1},
    {"seeds/references/who-2006/length-male.csv", file_45, sizeof file_45 - 1},
    {"seeds/references/who-2006/manifest.yaml", file_46, sizeof file_46 - 1},
    {"seeds/references/who-2006/weight-female.csv", file_47, sizeof file_47 - 1},
    {"seeds/references/who-2006/weight-for-length-female.csv", file_48, sizeof file_48 - 1},
    {"seeds/references/who-2006/weight-for-length-male.csv", file_49, sizeof file_49 - 1},
    {"seeds/references/who-2006/weight-male.csv", file_50, sizeof file_50 - 1},
    {"seeds/references/wst-800-2022/golden.csv", file_51, sizeof file_51 - 1},
    {"seeds/references/wst-800-2022/head-female.csv", file_52, sizeof file_52 - 1},
    {"seeds/references/wst-800-2022/head-male.csv", file_53, sizeof file_53 - 1},
    {"seeds/references/wst-800-2022/length-female.csv", file_54, sizeof file_54 - 1},
    {"seeds/references/wst-800-2022/length-male.csv", file_55, sizeof file_55 - 1},
    {"seeds/references/wst-800-2022/manifest.yaml", file_56, sizeof file_56 - 1},
    {"seeds/references/wst-800-2022/weight-female.csv", file_57, sizeof file_57 - 1},
    {"seeds/references/wst-800-2022/weight-male.csv", file_58, sizeof file_58 - 1},
    {"seeds/rules/aap-2008.yaml", file_59, sizeof file_59 - 1},
    {"seeds/rules/cn-2017.yaml", file_60, sizeof file_60 - 1},
    {"seeds/rules/strict-union.yaml", file_61, sizeof file_61 - 1},
    {"seeds/schedules/screens.yaml", file_62, sizeof file_62 - 1},
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
