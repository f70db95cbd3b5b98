/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The edits of the device tree that make Linux take the bridges of a POWER8 for older ones.
 *
 * Linux chooses its code by `compatible`: of a hub that the bridges stand below, and of each bridge. The old hubs are Linux's:
 * arch/powerpc/platforms/powernv/pci-ioda.c (pnv_pci_init_ioda_hub) and pci-p5ioc2.c (pnv_pci_init_p5ioc2_hub).
 */
#ifndef SHIM_BRIDGES_H
#define SHIM_BRIDGES_H

#include "tree.h"

/* What the bridges are to be. */
enum bridges {
    BRIDGES_AS_THEY_ARE,
    BRIDGES_P7IOC,  /* IODA1, POWER7 */
    BRIDGES_P5IOC2, /* the oldest */
};

/* Reads `shim.bridges=NAME` in the boot arguments. Returns NULL, or what is wrong. */
const char *bridges_wanted(enum bridges *wanted, const struct tree *tree);

/* What else goes into the new tree. */
struct edit {
    enum bridges wanted;
    uint64_t opal_entry;
    const struct reservation *reservations;
    int reservation_count;
};

/* Writes the edited tree to `room`, and its size to `size`. Returns NULL, or what is wrong. */
const char *bridges_edit(const struct edit *edit, const struct tree *tree, void *room, uint32_t capacity, uint32_t *size);

/* Reads where the firmware is called. Returns NULL, or what is wrong. */
const char *bridges_opal_entry(uint64_t *entry, const struct tree *tree);

#endif
