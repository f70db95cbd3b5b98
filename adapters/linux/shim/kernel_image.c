/* SPDX-License-Identifier: Apache-2.0 */
#include "kernel_image.h"

/* ELF-64: places in the header and in a program header, and their values (System V ABI, chapters 4 and 5). */
enum { IS_64_BIT = 4, BYTE_ORDER = 5, MACHINE = 18, ENTRY = 24, PROGRAMS = 32, PROGRAM_SIZE = 54, PROGRAM_COUNT = 56,
       HEADER_SIZE = 64 };
enum { P_TYPE = 0, P_OFFSET = 8, P_ADDRESS = 16, P_FILE_SIZE = 32, P_MEMORY_SIZE = 40, P_SIZE = 56 };
enum { CLASS_64 = 2, LITTLE_ENDIAN_ORDER = 1, BIG_ENDIAN_ORDER = 2, POWERPC_64 = 21, LOADED = 1 };

static uint64_t number(const uint8_t *file, uint64_t at, int size) {
    uint64_t value = 0;
    for (int byte = 0; byte < size; byte++) {
        int place = file[BYTE_ORDER] == LITTLE_ENDIAN_ORDER ? size - 1 - byte : byte;
        value = value << 8 | file[at + place];
    }
    return value;
}

const char *kernel_image_read(struct kernel_image *kernel, const uint8_t *file, uint64_t size) {
    if (size < HEADER_SIZE || memcmp(file, "\177ELF", 4) || file[IS_64_BIT] != CLASS_64 ||
        (file[BYTE_ORDER] != LITTLE_ENDIAN_ORDER && file[BYTE_ORDER] != BIG_ENDIAN_ORDER) ||
        number(file, MACHINE, 2) != POWERPC_64)
        return "what is carried is no kernel for 64-bit POWER (a vmlinux is wanted)";
    uint64_t entry = number(file, ENTRY, 8), first = number(file, PROGRAMS, 8), step = number(file, PROGRAM_SIZE, 2);
    uint64_t lowest = UINT64_MAX, highest = 0;
    kernel->entry = 0;
    for (uint64_t index = 0; index < number(file, PROGRAM_COUNT, 2); index++) {
        uint64_t program = first + index * step;
        if (program > size - P_SIZE || step < P_SIZE)
            return "the kernel that is carried is cut off";
        if (number(file, program + P_TYPE, 4) != LOADED)
            continue;
        uint64_t address = number(file, program + P_ADDRESS, 8), extent = number(file, program + P_MEMORY_SIZE, 8);
        uint64_t offset = number(file, program + P_OFFSET, 8), length = number(file, program + P_FILE_SIZE, 8);
        if (offset > size || length > size - offset)
            return "the kernel that is carried is cut off";
        if (entry - address < length)
            kernel->entry = offset + (entry - address);
        lowest = address < lowest ? address : lowest;
        highest = address + extent > highest ? address + extent : highest;
    }
    if (!kernel->entry)
        return "the kernel that is carried has no entry";
    kernel->extent = highest - lowest;
    return NULL;
}
