// Written by scripts/assets.py; do not edit.
#ifndef CASSETS_H
#define CASSETS_H

#include <stddef.h>

/// One embedded file: its path below the package folder, and `count` bytes, followed by a zero byte that is not counted.
typedef struct {
    const char *path;
    const unsigned char *bytes;
    size_t count;
} nicu_asset;

/// How many embedded files there are.
extern const size_t nicu_asset_count;

/// One embedded file, in the order of the bytes of their paths; `place` lies below the count.
const nicu_asset *nicu_asset_at(size_t place);

/// The embedded file of a path; a null pointer where there is none.
const nicu_asset *nicu_asset_find(const char *path);

#endif
