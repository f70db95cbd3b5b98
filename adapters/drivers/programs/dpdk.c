// SPDX-License-Identifier: Apache-2.0
// A program on DPDK with a driver for any device. DPDK goes on without a device that it cannot have. Its physical addresses are
// those that the corpus takes: the memory of the program from 0 on, in the order in which it came, and no other in the machine.
// build wraps the two functions that tell them.
// RTE_PMD_REGISTER_PCI is for drivers, which use what is not for programs.
#define ALLOW_INTERNAL_API
#include "frame.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <rte_dev.h>
#include <rte_eal.h>
#include <rte_errno.h>
#include <rte_log.h>
#include <rte_malloc.h>
#include <rte_memory.h>
#include <rte_version.h>

#if RTE_VERSION >= RTE_VERSION_NUM(22, 11, 0, 0)
#include <bus_pci_driver.h>
#else
#include <rte_bus_pci.h>
#define rte_dev_name(device) ((device)->name)
#define RTE_PCI_ANY_ID PCI_ANY_ID
#endif
// What names the devices to have.
#if RTE_VERSION >= RTE_VERSION_NUM(20, 11, 0, 0)
#define ALLOW "-a"
#else
#define ALLOW "-w"
#endif

#define MOST_DEVICES 8
#define MIB (1UL << 20)
// What DPDK puts before and after memory that it gives, and more.
#define AROUND (1UL << 16)
// What it may have taken for itself when it begins, and more.
#define OWN (16 * MIB)

static struct rte_device *devices[MOST_DEVICES];

static int probe(struct rte_pci_driver *driver, struct rte_pci_device *device) {
    (void)driver;
    for (int i = 0; i < MOST_DEVICES; i++) {
        if (devices[i] == NULL) {
            devices[i] = &device->device;
            return 0;
        }
    }
    return -1;
}

static int leave(struct rte_pci_device *device) {
    for (int i = 0; i < MOST_DEVICES; i++) {
        if (devices[i] == &device->device) devices[i] = NULL;
    }
    return 0;
}

static const struct rte_pci_id any[] = {{RTE_PCI_DEVICE(RTE_PCI_ANY_ID, RTE_PCI_ANY_ID)}, {.vendor_id = 0}};
static struct rte_pci_driver driver = {
    .id_table = any,
    .drv_flags = RTE_PCI_DRV_NEED_MAPPING,
    .probe = probe,
    .remove = leave,
};
RTE_PMD_REGISTER_PCI(any_device, driver);

// Whether a program may know physical addresses depends on its rights; here it always does.
int __wrap_rte_eal_using_phys_addrs(void);
int __wrap_rte_eal_using_phys_addrs(void) { return 1; }

// The first page that DPDK asks for is the first of its memory, and more memory comes behind it.
rte_iova_t __wrap_rte_mem_virt2iova(const void *address);
rte_iova_t __wrap_rte_mem_virt2iova(const void *address) {
    static const char *first;
    if (first == NULL) first = address;
    return (rte_iova_t)((const char *)address - first);
}

// Where the memory of the machine ends is read in /proc/iomem.
FILE *__real_fopen64(const char *path, const char *mode);
FILE *__wrap_fopen64(const char *path, const char *mode);
FILE *__wrap_fopen64(const char *path, const char *mode) {
    static char line[64];
    if (strcmp(path, "/proc/iomem") != 0) return __real_fopen64(path, mode);
    snprintf(line, sizeof line, "00000000-%08zx : System RAM\n", all_memory - 1);
    return fmemopen(line, strlen(line), mode);
}

static bool keep_from(const void *address, size_t size) {
    const struct rte_memseg *segment = rte_mem_virt2memseg(address, NULL);
    if (segment == NULL) return false;
    keep(segment->addr, size);
    return true;
}

static int first_piece(const struct rte_memseg_list *list, const struct rte_memseg *segment, size_t size, void *wanted) {
    (void)list;
    return size == *(size_t *)wanted && keep_from(segment->addr, size) ? 1 : -1;
}

bool begin(size_t size, const char *kind, char **addresses, int count) {
    static char room[16];
    // A list of devices that has none of this computer keeps DPDK from taking all of them.
    char *words[16 + 2 * MOST_DEVICES] = {"driver", "-l", "0", "-m", room, "--in-memory", "--iova-mode=pa", ALLOW, "ffff:ff:1f.7"};
    int length = 9;
    if (strcmp(kind, "2m") != 0 || count > MOST_DEVICES) return false;
    snprintf(room, sizeof room, "%zu", size / MIB);
    for (int i = 0; i < count; i++) {
        words[length++] = ALLOW;
        words[length++] = addresses[i];
    }
    // Older versions log to the standard output, which is not theirs.
    rte_openlog_stream(stderr);
    if (rte_eal_init(length, words) < 0) {
        fprintf(stderr, "rte_eal_init: %s\n", rte_strerror(rte_errno));
        return false;
    }
    // What is taken is in use, so that more memory has to come from elsewhere.
    if (rte_malloc(NULL, size - OWN, 0) != NULL && rte_memseg_contig_walk(first_piece, &size) == 1) return true;
    fprintf(stderr, "DPDK has other memory than it was told\n");
    return false;
}

bool attach(const char *address) {
    char arguments[64];
    snprintf(arguments, sizeof arguments, "pci:%s", address);
    return rte_dev_probe(arguments) == 0;
}

bool detach(const char *address) {
    for (int i = 0; i < MOST_DEVICES; i++) {
        if (devices[i] != NULL && strcmp(rte_dev_name(devices[i]), address) == 0) return rte_dev_remove(devices[i]) == 0;
    }
    return false;
}

bool grow(size_t size, const char *kind) {
    if (strcmp(kind, "2m") != 0) return false;
    void *memory = rte_malloc(NULL, size - AROUND, 0);
    return memory != NULL && keep_from(memory, size);
}
