// SPDX-License-Identifier: Apache-2.0
// What a VFIO program does first: a container, two groups, memory, a mapping, a device. Prints what each call answered.
#include "vfio.h"

static unsigned char memory[4 * PAGE] __attribute__((aligned(PAGE)));

int main(void) {
    int container = open("/dev/vfio/vfio", O_RDWR);
    int group = open("/dev/vfio/0", O_RDWR);
    int second = open("/dev/vfio/1", O_RDWR);
    SAY("version", ioctl(container, VFIO_GET_API_VERSION));
    SAY("type 7", ioctl(container, VFIO_CHECK_EXTENSION, VFIO_SPAPR_TCE_v2_IOMMU));
    SAY("type 1", ioctl(container, VFIO_CHECK_EXTENSION, VFIO_TYPE1_IOMMU));
    struct vfio_group_status status = {.argsz = sizeof status};
    SAY("status", ioctl(group, VFIO_GROUP_GET_STATUS, &status));
    printf("flags %u\n", status.flags);
    SAY("join", ioctl(group, VFIO_GROUP_SET_CONTAINER, &container));
    SAY("set", ioctl(container, VFIO_SET_IOMMU, VFIO_SPAPR_TCE_v2_IOMMU));
    SAY("second", ioctl(second, VFIO_GROUP_SET_CONTAINER, &container));

    struct vfio_iommu_spapr_register_memory registered = {
        .argsz = sizeof registered, .vaddr = (uintptr_t)memory, .size = sizeof memory};
    SAY("register", ioctl(container, VFIO_IOMMU_SPAPR_REGISTER_MEMORY, &registered));
    struct vfio_iommu_spapr_tce_info info = {.argsz = sizeof info};
    SAY("info", ioctl(container, VFIO_IOMMU_SPAPR_TCE_GET_INFO, &info));
    printf("window %#x %#x, levels %u\n", info.dma32_window_start, info.dma32_window_size, info.ddw.levels);
    struct vfio_iommu_type1_dma_map map = {
        .argsz = sizeof map, .flags = 3, .vaddr = (uintptr_t)memory, .iova = info.dma32_window_start, .size = PAGE};
    SAY("map", ioctl(container, VFIO_IOMMU_MAP_DMA, &map));
    struct vfio_iommu_type1_dma_unmap unmap = {
        .argsz = sizeof unmap, .iova = info.dma32_window_start, .size = PAGE};
    SAY("unmap", ioctl(container, VFIO_IOMMU_UNMAP_DMA, &unmap));
    struct vfio_iommu_spapr_tce_create create = {
        .argsz = sizeof create, .page_shift = 16, .window_size = 1ULL << 30, .levels = 1};
    SAY("create", ioctl(container, VFIO_IOMMU_SPAPR_TCE_CREATE, &create));
    printf("start %#llx\n", (unsigned long long)create.start_addr);
    SAY("nowhere", ioctl(container, VFIO_IOMMU_MAP_DMA, (void *)8));

    int device = ioctl(group, VFIO_GROUP_GET_DEVICE_FD, "0000:01:00.0");
    if (device < 0) return 1;
    struct vfio_device_info about = {.argsz = sizeof about};
    SAY("device", ioctl(device, VFIO_DEVICE_GET_INFO, &about));
    printf("regions %u, interrupts %u\n", about.num_regions, about.num_irqs);
    struct vfio_region_info region = {.argsz = sizeof region, .index = VFIO_PCI_BAR0_REGION_INDEX};
    SAY("region", ioctl(device, VFIO_DEVICE_GET_REGION_INFO, &region));
    unsigned char *registers = mmap(NULL, region.size, PROT_READ | PROT_WRITE, MAP_SHARED, device, region.offset);
    registers[8] = 42;
    unsigned char seen = 0;
    SAY("registers", (int)pread(device, &seen, 1, (off_t)region.offset + 8) - 1);
    printf("register 8 is %d\n", seen);
    struct vfio_region_info config = {.argsz = sizeof config, .index = VFIO_PCI_CONFIG_REGION_INDEX};
    ioctl(device, VFIO_DEVICE_GET_REGION_INFO, &config);
    uint16_t vendor = 0;
    pread(device, &vendor, sizeof vendor, (off_t)config.offset);
    printf("vendor %04x\n", vendor);
    close(device);
    close(second);
    close(group);
    close(container);
    return 0;
}
