// SPDX-License-Identifier: Apache-2.0
// A program on libvfn that maps its memory in every container that it gets.
#include "frame.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <vfn/iommu.h>
#include <vfn/vfio.h>

#define MOST_DEVICES 16

static struct vfio_pci_device devices[MOST_DEVICES];
static char names[MOST_DEVICES][32];

static int place_of(const char *address) {
    for (int i = 0; i < MOST_DEVICES; i++) {
        if (strcmp(names[i], address) == 0) return i;
    }
    return -1;
}

// How many devices there are of a context.
static int held(struct iommu_ctx *context) {
    int count = 0;
    for (int i = 0; i < MOST_DEVICES; i++) count += names[i][0] != '\0' && devices[i].dev.ctx == context;
    return count;
}

static bool map(struct iommu_ctx *context, struct piece piece) {
    uint64_t bus_address = 0;
    return iommu_map_vaddr(context, piece.memory, piece.size, (void *)&bus_address, 0) == 0;
}

bool attach(const char *address) {
    int place = place_of("");
    if (place < 0 || place_of(address) >= 0) return false;
    memset(&devices[place], 0, sizeof devices[place]);
    if (vfio_pci_open(&devices[place], address) != 0) {
        perror(address);
        return false;
    }
    struct iommu_ctx *context = devices[place].dev.ctx;
    bool first = held(context) == 0;
    snprintf(names[place], sizeof names[place], "%s", address);
    for (size_t i = 0; first && i < piece_count; i++) {
        if (!map(context, pieces[i])) return false;
    }
    return true;
}

bool detach(const char *address) {
    int place = place_of(address);
    if (place < 0) return false;
    names[place][0] = '\0';
#ifdef WITHOUT_CLOSE
    // Before July 2024 libvfn had no way to give a device back.
    return close(devices[place].dev.fd) == 0;
#else
    return vfio_pci_close(&devices[place]) == 0;
#endif
}

bool begin(size_t size, const char *kind, char **addresses, int count) {
    new_memory(size, kind);
    for (int i = 0; i < count; i++) {
        if (!attach(addresses[i])) return false;
    }
    return true;
}

bool grow(size_t size, const char *kind) {
    void *memory = new_memory(size, kind);
    for (int i = 0; i < MOST_DEVICES; i++) {
        struct iommu_ctx *context = devices[i].dev.ctx;
        bool first = names[i][0] != '\0';
        for (int j = 0; j < i; j++) first = first && !(names[j][0] != '\0' && devices[j].dev.ctx == context);
        if (first && !map(context, (struct piece){memory, size})) return false;
    }
    return true;
}
