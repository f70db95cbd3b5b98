// SPDX-License-Identifier: Apache-2.0
// What a program does on a PC: descriptors that are no container, then mappings of Type1.
#include "vfio.h"

static unsigned char memory[4 * PAGE] __attribute__((aligned(PAGE)));

int main(void) {
    int container = open("/dev/vfio/vfio", O_RDWR);
    int group = open("/dev/vfio/0", O_RDWR);
    int negative = -1, stale = dup(container), file = open("/dev/null", O_RDWR);
    close(stale);
    SAY("negative", ioctl(group, VFIO_GROUP_SET_CONTAINER, &negative));
    SAY("stale", ioctl(group, VFIO_GROUP_SET_CONTAINER, &stale));
    SAY("file", ioctl(group, VFIO_GROUP_SET_CONTAINER, &file));
    SAY("join", ioctl(group, VFIO_GROUP_SET_CONTAINER, &container));
    SAY("set", ioctl(container, VFIO_SET_IOMMU, VFIO_TYPE1v2_IOMMU));
    struct vfio_iommu_type1_dma_map map = {
        .argsz = sizeof map, .flags = 3, .vaddr = (uintptr_t)memory, .iova = 0x10000, .size = 2 * PAGE};
    SAY("map", ioctl(container, VFIO_IOMMU_MAP_DMA, &map));
    map.flags = 1, map.iova = 0x40000, map.size = PAGE;
    SAY("map", ioctl(container, VFIO_IOMMU_MAP_DMA, &map));
    close(group);
    close(container);
    return 0;
}
