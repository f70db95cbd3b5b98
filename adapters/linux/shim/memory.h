/* SPDX-License-Identifier: Apache-2.0 */
/* What of the machine's memory is there, what is taken, and where there is room. */
#ifndef SHIM_MEMORY_H
#define SHIM_MEMORY_H

#include "tree.h"

#define MOST_SPANS 64

struct span {
    uint64_t start;
    uint64_t size;
};

struct spans {
    struct span item[MOST_SPANS];
    int count;
};

struct memory {
    struct spans present;
    struct spans taken;
};

/* Reads the memory nodes, the reservations and the place of the initial RAM disk. Returns NULL, or what is wrong. */
const char *memory_read(struct memory *memory, const struct tree *tree);

/* Notes that nothing may be put there. Returns NULL, or what is wrong. */
const char *memory_take(struct memory *memory, uint64_t start, uint64_t size);

/* The highest start of `size` free bytes that end at `below` or before, aligned to a power of two; 0 when there are none. */
uint64_t memory_hole(const struct memory *memory, uint64_t size, uint64_t alignment, uint64_t below);

#endif
