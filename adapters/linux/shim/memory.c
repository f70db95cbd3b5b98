/* SPDX-License-Identifier: Apache-2.0 */
#include "memory.h"

/* Size of one range in the `reg` of a memory node: firmware for POWER8 has two cells for each number. */
#define RANGE_SIZE 16u

static const char *add(struct spans *spans, uint64_t start, uint64_t size) {
    if (spans->count == MOST_SPANS)
        return "the device tree has more ranges of memory than are expected";
    if (size)
        spans->item[spans->count++] = (struct span){start, size};
    return NULL;
}

const char *memory_take(struct memory *memory, uint64_t start, uint64_t size) {
    return add(&memory->taken, start, size);
}

static const char *read_present(struct memory *memory, const struct tree *tree) {
    node root = tree_root(tree);
    for (node child = tree_first_child(tree, root); child != NO_NODE; child = tree_next_sibling(tree, child)) {
        struct property type, ranges;
        if (!tree_find_property(tree, child, "device_type", &type) || !property_lists(&type, "memory"))
            continue;
        if (!tree_find_property(tree, child, "reg", &ranges) || ranges.size % RANGE_SIZE)
            return "a memory node of the device tree does not say where its memory is";
        for (uint32_t at = 0; at < ranges.size; at += RANGE_SIZE) {
            const char *wrong = add(&memory->present, read_be64(ranges.data + at), read_be64(ranges.data + at + 8));
            if (wrong)
                return wrong;
        }
    }
    return memory->present.count ? NULL : "the device tree has no memory node";
}

/* A place in memory, which the firmware writes with 4 or 8 bytes. */
static bool read_place(const struct tree *tree, node chosen, const char *name, uint64_t *place) {
    struct property found;
    if (!tree_find_property(tree, chosen, name, &found) || (found.size != 4 && found.size != 8))
        return false;
    *place = found.size == 4 ? read_be32(found.data) : read_be64(found.data);
    return true;
}

const char *memory_read(struct memory *memory, const struct tree *tree) {
    memory->present.count = memory->taken.count = 0;
    const char *wrong = read_present(memory, tree);
    for (const uint8_t *entry = tree->reserved; !wrong && (read_be64(entry) || read_be64(entry + 8)); entry += 16)
        wrong = memory_take(memory, read_be64(entry), read_be64(entry + 8));
    node chosen = tree_child_named(tree, tree_root(tree), "chosen");
    uint64_t start, end;
    if (!wrong && chosen != NO_NODE && read_place(tree, chosen, "linux,initrd-start", &start) &&
        read_place(tree, chosen, "linux,initrd-end", &end) && end > start)
        wrong = memory_take(memory, start, end - start);
    return wrong;
}

/* The taken span that has a byte of `size` bytes from `start` on, or NULL. */
static const struct span *overlapped(const struct memory *memory, uint64_t start, uint64_t size) {
    for (int index = 0; index < memory->taken.count; index++) {
        const struct span *taken = &memory->taken.item[index];
        if (taken->start < start + size && start < taken->start + taken->size)
            return taken;
    }
    return NULL;
}

static uint64_t hole_in(const struct memory *memory, const struct span *present, uint64_t size, uint64_t alignment,
                        uint64_t below) {
    uint64_t end = present->start + present->size < below ? present->start + present->size : below;
    while (end >= present->start + size) {
        uint64_t start = round_down(end - size, alignment);
        if (start < present->start)
            return 0;
        const struct span *taken = overlapped(memory, start, size);
        if (!taken)
            return start;
        end = taken->start;
    }
    return 0;
}

uint64_t memory_hole(const struct memory *memory, uint64_t size, uint64_t alignment, uint64_t below) {
    uint64_t highest = 0;
    for (int index = 0; index < memory->present.count; index++) {
        uint64_t found = hole_in(memory, &memory->present.item[index], size, alignment, below);
        highest = found > highest ? found : highest;
    }
    return highest;
}
