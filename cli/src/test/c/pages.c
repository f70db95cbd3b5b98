// SPDX-License-Identifier: Apache-2.0
// Says how large it is told that a page is, and whether new memory begins at one; maps a page of it for a device.
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/auxv.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <linux/vfio.h>

int main(void) {
    size_t page = (size_t)getpagesize();
    printf("getpagesize %zu\nsysconf %ld\ngetauxval %lu\n", page, sysconf(_SC_PAGESIZE), getauxval(AT_PAGESZ));
    int at_pages = 1;
    for (size_t count = 1; count <= 8; count++) {
        char *memory = mmap(NULL, count * page - 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        at_pages &= memory != MAP_FAILED && (uintptr_t)memory % page == 0;
        memory[count * page - 2] = 1;
    }
    char *fixed = mmap(NULL, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    printf("new memory %s\n", at_pages ? "at pages" : "elsewhere");
    int container = open("/dev/vfio/vfio", O_RDWR), group = open("/dev/vfio/0", O_RDWR);
    struct vfio_iommu_spapr_register_memory memory = {.argsz = sizeof memory, .vaddr = (uintptr_t)fixed, .size = page};
    printf("join %d\n", ioctl(group, VFIO_GROUP_SET_CONTAINER, &container));
    printf("set %d\n", ioctl(container, VFIO_SET_IOMMU, VFIO_SPAPR_TCE_v2_IOMMU));
    printf("register %d\n", ioctl(container, VFIO_IOMMU_SPAPR_REGISTER_MEMORY, &memory));
    return 0;
}
