// SPDX-License-Identifier: Apache-2.0
// Registers memory that is mapped in pieces, has holes, or may not be written to, and prints what each call came to.
#include "vfio.h"

#undef PAGE
#define PAGE 65536ul // a multiple of that of every platform

static int container;

// A kernel that has pinned only some of the pages answers how many.
static const char *registered(const char *at, unsigned long pages) {
    struct vfio_iommu_spapr_register_memory memory = {
        .argsz = sizeof memory, .vaddr = (unsigned long)at, .size = pages * PAGE};
    errno = 0;
    int result = ioctl(container, VFIO_IOMMU_SPAPR_REGISTER_MEMORY, &memory);
    if (result >= 0 && errno != 0) return "a success that sets errno";
    return result == 0 ? "0" : result > 0 ? "some pages" : strerrorname_np(errno);
}

static char *reserved(unsigned long pages) {
    char *all = mmap(NULL, (pages + 1) * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED) exit(1);
    return (char *)(((unsigned long)all + PAGE - 1) & ~(PAGE - 1));
}

// Memory that is shared is never one mapping with its neighbour.
static void map(char *at, int protection) {
    if (mmap(at, PAGE, protection, MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != at) exit(1);
}

int main(void) {
    int group = open("/dev/vfio/0", O_RDWR);
    container = open("/dev/vfio/vfio", O_RDWR);
    if (ioctl(group, VFIO_GROUP_SET_CONTAINER, &container) != 0) return 1;
    if (ioctl(container, VFIO_SET_IOMMU, VFIO_SPAPR_TCE_v2_IOMMU) != 0) return 1;

    int failed = 0;
    char *pieces = reserved(2000);
    for (int i = 0; i < 2000; i += 2) {
        map(pieces + i * PAGE, PROT_READ | PROT_WRITE);
        failed += strcmp(registered(pieces + i * PAGE, 1), "0") != 0;
    }
    printf("of 1000 pages one by one failed: %d\n", failed);

    char *three = reserved(5);
    for (int i = 1; i <= 3; i++) map(three + i * PAGE, PROT_READ | PROT_WRITE);
    printf("the second of three neighbours: %s\n", registered(three + 2 * PAGE, 1));
    printf("all three: %s\n", registered(three + PAGE, 3));
    printf("one more than there are: %s\n", registered(three + PAGE, 4));
    printf("one before them: %s\n", registered(three, 2));
    map(three + 4 * PAGE, PROT_READ | PROT_WRITE);
    printf("all four, once there are: %s\n", registered(three + PAGE, 4));
    munmap(three + 2 * PAGE, PAGE);
    printf("with a hole: %s\n", registered(three + PAGE, 2));
    printf("behind the hole: %s\n", registered(three + 3 * PAGE, 2));

    char *mixed = reserved(3);
    map(mixed, PROT_READ | PROT_WRITE);
    map(mixed + PAGE, PROT_READ);
    printf("with a page that cannot be written to: %s\n", registered(mixed, 2));
    printf("that page alone: %s\n", registered(mixed + PAGE, 1));
    printf("before it: %s\n", registered(mixed, 1));
    printf("nothing: %s\n", registered((char *)PAGE, 1));
    printf("the end of all addresses: %s\n", registered((char *)-PAGE, 1));
    printf("as many bytes as there are numbers: %s\n", registered(mixed, ~0ul / PAGE));
    return 0;
}
