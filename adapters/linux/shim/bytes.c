/* SPDX-License-Identifier: Apache-2.0 */
#include "bytes.h"

uint32_t read_be32(const void *from) {
    const uint8_t *byte = from;
    return (uint32_t)byte[0] << 24 | (uint32_t)byte[1] << 16 | (uint32_t)byte[2] << 8 | byte[3];
}

uint64_t read_be64(const void *from) {
    return (uint64_t)read_be32(from) << 32 | read_be32((const uint8_t *)from + 4);
}

void write_be32(void *to, uint32_t value) {
    uint8_t *byte = to;
    for (int place = 3; place >= 0; place--, value >>= 8)
        byte[place] = (uint8_t)value;
}

void write_be64(void *to, uint64_t value) {
    write_be32(to, (uint32_t)(value >> 32));
    write_be32((uint8_t *)to + 4, (uint32_t)value);
}

bool same_text(const char *one, const char *other) {
    while (*one && *one == *other)
        one++, other++;
    return *one == *other;
}

#ifdef SHIM_FREESTANDING
void *memcpy(void *to, const void *from, size_t size) {
    return memmove(to, from, size);
}

void *memmove(void *to, const void *from, size_t size) {
    uint8_t *target = to;
    const uint8_t *source = from;
    if (target <= source)
        for (size_t at = 0; at < size; at++)
            target[at] = source[at];
    else
        for (size_t at = size; at > 0; at--)
            target[at - 1] = source[at - 1];
    return to;
}

void *memset(void *to, int byte, size_t size) {
    uint8_t *target = to;
    for (size_t at = 0; at < size; at++)
        target[at] = (uint8_t)byte;
    return to;
}

int memcmp(const void *one, const void *other, size_t size) {
    const uint8_t *left = one, *right = other;
    for (size_t at = 0; at < size; at++)
        if (left[at] != right[at])
            return left[at] < right[at] ? -1 : 1;
    return 0;
}

size_t strlen(const char *text) {
    size_t length = 0;
    while (text[length])
        length++;
    return length;
}
#endif
