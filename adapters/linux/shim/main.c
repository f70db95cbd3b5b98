/* SPDX-License-Identifier: Apache-2.0 */
/* What happens between the firmware and the kernel. */
#include "bridges.h"
#include "calls.h"
#include "console.h"
#include "kernel_image.h"
#include "memory.h"

/* Linux looks for what it needs first below this address, on every machine; what it maps later may be anywhere. */
#define EARLY_MEMORY 0x40000000u
/* What a tree grows by: a hub and a few reservations. */
#define TREE_GROWTH 0x2000u
#define HOST_PAGE 0x10000u

/* Of the linker script, and of the header that the builder completes (entry.S). */
extern uint8_t shim_start[], shim_end[], carried_kernel[];
extern const uint64_t carried_kernel_size;
extern uint8_t wrapper[];

/* What entry.S hands to the kernel. */
struct handover {
    uint64_t kernel;
    uint64_t tree;
    uint64_t opal_entry;
};

static struct memory memory;

static void expect(const char *wrong) {
    if (wrong)
        give_up(wrong);
}

/* A place for the new tree and the first levels of TCEs, where neither firmware nor kernel nor RAM disk is. */
static uint64_t find_arena(const struct tree *tree, const struct kernel_image *kernel, uint64_t size) {
    expect(memory_read(&memory, tree));
    expect(memory_take(&memory, 0, kernel->extent));
    expect(memory_take(&memory, (uintptr_t)shim_start, (uintptr_t)carried_kernel - (uintptr_t)shim_start + carried_kernel_size));
    expect(memory_take(&memory, (uintptr_t)tree->blob, tree->size));
    uint64_t arena = memory_hole(&memory, size, FIRST_LEVEL_SIZE, EARLY_MEMORY);
    if (!arena)
        give_up("the machine has no free memory below 1 GiB for the tables of the bridges");
    return arena;
}

void shim_main(const void *blob, uint64_t opal_entry, struct handover *handover) {
    struct tree tree;
    enum bridges wanted;
    struct kernel_image kernel;
    uint64_t named_entry;
    expect(tree_open(&tree, blob));
    expect(bridges_wanted(&wanted, &tree));
    expect(bridges_opal_entry(&named_entry, &tree));
    expect(kernel_image_read(&kernel, carried_kernel, carried_kernel_size));
    if (named_entry != opal_entry)
        give_up("the device tree and the registers name different entries of the firmware");
    uint32_t tree_room = (uint32_t)round_up(tree.size + TREE_GROWTH, HOST_PAGE);
    uint64_t arena_size = (uint64_t)MOST_PES * FIRST_LEVEL_SIZE + tree_room;
    uint64_t arena = find_arena(&tree, &kernel, arena_size);
    uint64_t new_tree = arena + (uint64_t)MOST_PES * FIRST_LEVEL_SIZE;
    expect(calls_begin(wanted, (void *)(uintptr_t)arena));
    struct reservation reservations[] = {
        {(uintptr_t)shim_start, (uint64_t)(shim_end - shim_start)},
        {arena, arena_size},
    };
    struct edit edit = {wanted, (uintptr_t)wrapper, reservations, sizeof reservations / sizeof *reservations};
    uint32_t size;
    expect(bridges_edit(&edit, &tree, (void *)(uintptr_t)new_tree, tree_room, &size));
    say(wanted == BRIDGES_P7IOC    ? "the bridges are IODA1 below a P7IOC hub; tables at"
        : wanted == BRIDGES_P5IOC2 ? "the bridges are those of a P5IOC2 hub; tables at"
                                   : "the bridges stay as they are; device tree at",
        wanted == BRIDGES_AS_THEY_ARE ? new_tree : arena);
    *handover = (struct handover){(uintptr_t)carried_kernel + kernel.entry, new_tree, (uintptr_t)wrapper};
}
