/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the shim that touch no hardware, as a program for the computer that runs the tests. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../shim/bridges.h"
#include "../shim/calls.h"
#include "../shim/console.h"
#include "../shim/kernel_image.h"
#include "../shim/memory.h"

static uint8_t *first_levels;
static uint64_t missing_call;

static _Noreturn void fail(const char *reason) {
    puts(reason);
    exit(1);
}

static void expect(const char *wrong) {
    if (wrong)
        fail(wrong);
}

/* The firmware takes every call, and the test sees it. The first levels have other addresses in each run. */
int64_t call_firmware(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f, uint64_t g, uint64_t call) {
    uint64_t base = (uintptr_t)first_levels;
    if (call == OPAL_CHECK_TOKEN)
        return a != missing_call;
    printf("firmware %" PRIu64 ": %" PRIx64 " %" PRIx64 " %" PRIx64 " %" PRIx64 " ", call, a, b, c, d);
    if (e >= base && e < base + MOST_PES * FIRST_LEVEL_SIZE)
        printf("level+%" PRIx64, e - base);
    else
        printf("%" PRIx64, e);
    printf(" %" PRIx64 " %" PRIx64 "\n", f, g);
    return OPAL_SUCCESS;
}

void say(const char *text, uint64_t number) {
    printf("says: %s 0x%" PRIx64 "\n", text, number);
}

/* A file in memory of its own size, so that the sanitizer sees who reads on. */
static uint8_t *contents(const char *name, uint64_t *size) {
    FILE *file = fopen(name, "rb");
    if (!file || fseek(file, 0, SEEK_END))
        fail("the test's file cannot be read");
    *size = (uint64_t)ftell(file);
    rewind(file);
    uint8_t *bytes = malloc(*size);
    if (!bytes || fread(bytes, 1, *size, file) != *size)
        fail("the test's file cannot be read");
    fclose(file);
    return bytes;
}

static void edit(const char *from, const char *to, uint32_t room) {
    uint64_t size;
    struct tree tree;
    enum bridges wanted;
    uint64_t entry;
    uint32_t written;
    expect(tree_open(&tree, contents(from, &size)));
    expect(bridges_wanted(&wanted, &tree));
    expect(bridges_opal_entry(&entry, &tree));
    struct reservation more[] = {{0x20010000, 0x10000}, {0x3f000000, 0x1000000}};
    struct edit wish = {wanted, 0x20010400, more, 2};
    uint8_t *made = calloc(1, room);
    expect(bridges_edit(&wish, &tree, made, room, &written));
    FILE *file = fopen(to, "wb");
    fwrite(made, 1, written, file);
    fclose(file);
    printf("opal entry %" PRIx64 "\n", entry);
}

/* Edits the tree once for each of its words, with another number there. */
static void survive(const char *from) {
    static const uint32_t wrong[] = {0, 1, 2, 0x7ffffff0, 0xffffffff};
    uint64_t size, refused = 0;
    uint8_t *blob = contents(from, &size), *made = malloc(0x10000);
    for (uint64_t at = 0; at + 4 <= size; at += 4)
        for (unsigned index = 0; index < sizeof wrong / sizeof *wrong; index++) {
            uint32_t right = read_be32(blob + at), written;
            struct tree tree;
            static struct memory memory;
            struct edit wish = {BRIDGES_P7IOC, 0x20010400, NULL, 0};
            write_be32(blob + at, wrong[index]);
            refused += tree_open(&tree, blob) || memory_read(&memory, &tree) ||
                       bridges_edit(&wish, &tree, made, 0x10000, &written);
            write_be32(blob + at, right);
        }
    printf("%" PRIu64 " refused\n", refused);
}

static void hole(const char *from, uint64_t size, uint64_t alignment, uint64_t below) {
    uint64_t length;
    struct tree tree;
    static struct memory memory;
    expect(tree_open(&tree, contents(from, &length)));
    expect(memory_read(&memory, &tree));
    expect(memory_take(&memory, 0, 0x1000000));
    printf("%" PRIx64 "\n", memory_hole(&memory, size, alignment, below));
}

static void kernel(const char *from) {
    uint64_t size;
    struct kernel_image image;
    uint8_t *file = contents(from, &size);
    expect(kernel_image_read(&image, file, size));
    printf("entry %" PRIx64 " extent %" PRIx64 "\n", image.entry, image.extent);
}

static void show_levels(void) {
    for (uint64_t at = 0; at < (uint64_t)MOST_PES * FIRST_LEVEL_SIZE; at += 8)
        if (read_be64(first_levels + at))
            printf("level+%" PRIx64 " entry %" PRIx64 ": %" PRIx64 "\n", at / FIRST_LEVEL_SIZE * FIRST_LEVEL_SIZE,
                   at % FIRST_LEVEL_SIZE / 8, read_be64(first_levels + at));
}

/* Reads calls from standard input: a number and what it takes, in hexadecimal but for the number. */
static void calls(enum bridges bridges) {
    first_levels = aligned_alloc(FIRST_LEVEL_SIZE, (size_t)MOST_PES * FIRST_LEVEL_SIZE);
    memset(first_levels, 0, (size_t)MOST_PES * FIRST_LEVEL_SIZE);
    expect(calls_begin(bridges, first_levels));
    uint64_t call, a[7];
    while (scanf("%" SCNu64, &call) == 1) {
        for (int index = 0; index < 7; index++)
            if (scanf("%" SCNx64, &a[index]) != 1)
                fail("a call takes seven numbers");
        if (answered_calls >> call & 1)
            printf("answer %" PRId64 "\n", answer_call(a[0], a[1], a[2], a[3], a[4], a[5], a[6], call));
        else
            printf("passed on\n");
    }
    show_levels();
}

int main(int count, char **words) {
    if (count == 5 && !strcmp(words[1], "edit"))
        edit(words[2], words[3], (uint32_t)strtoul(words[4], NULL, 0));
    else if (count == 3 && !strcmp(words[1], "survive"))
        survive(words[2]);
    else if (count == 6 && !strcmp(words[1], "hole"))
        hole(words[2], strtoull(words[3], NULL, 0), strtoull(words[4], NULL, 0), strtoull(words[5], NULL, 0));
    else if (count == 3 && !strcmp(words[1], "kernel"))
        kernel(words[2]);
    else if (count == 4 && !strcmp(words[1], "calls")) {
        missing_call = strtoull(words[3], NULL, 0);
        calls((enum bridges)atoi(words[2]));
    } else
        fail("usage: edit TREE NEW ROOM | survive TREE | hole TREE SIZE ALIGNMENT BELOW | kernel FILE | calls BRIDGES MISSING");
    return 0;
}
