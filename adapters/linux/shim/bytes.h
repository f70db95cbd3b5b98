/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers as they stand in memory, and the few functions on bytes that a program without a C library needs. */
#ifndef SHIM_BYTES_H
#define SHIM_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

uint32_t read_be32(const void *from);
uint64_t read_be64(const void *from);
void write_be32(void *to, uint32_t value);
void write_be64(void *to, uint64_t value);

/* What the compiler may call by itself. */
void *memcpy(void *to, const void *from, size_t size);
void *memmove(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);
int memcmp(const void *one, const void *other, size_t size);
size_t strlen(const char *text);

bool same_text(const char *one, const char *other);

/* The next multiple of `step`, a power of two, that is not below `number`. */
static inline uint64_t round_up(uint64_t number, uint64_t step) {
    return (number + step - 1) & ~(step - 1);
}

static inline uint64_t round_down(uint64_t number, uint64_t step) {
    return number & ~(step - 1);
}

#endif
