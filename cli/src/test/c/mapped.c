// SPDX-License-Identifier: Apache-2.0
// A device stays open while its registers are mapped, in whichever process, also when no descriptor is left.
#include "vfio.h"

static int container, group;

static unsigned char *mapped(int *device) {
    struct vfio_region_info region = {.argsz = sizeof region, .index = VFIO_PCI_BAR0_REGION_INDEX};
    *device = ioctl(group, VFIO_GROUP_GET_DEVICE_FD, "0000:01:00.0");
    ioctl(*device, VFIO_DEVICE_GET_REGION_INFO, &region);
    return mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, *device, (off_t)region.offset);
}

static int leave(void) { return ioctl(group, VFIO_GROUP_UNSET_CONTAINER); }

static int join(void) {
    int joined = ioctl(group, VFIO_GROUP_SET_CONTAINER, &container);
    return joined != 0 ? joined : ioctl(container, VFIO_SET_IOMMU, VFIO_SPAPR_TCE_v2_IOMMU);
}

int main(int count, char **words) {
    (void)words;
    int device;
    container = open("/dev/vfio/vfio", O_RDWR);
    group = open("/dev/vfio/0", O_RDWR);
    SAY("join", join());
    unsigned char *registers = mapped(&device);
    close(device);
    registers[8] = 42;
    printf("register 8 is %d\n", registers[8]);
    SAY("mapped", leave());
    munmap(registers, PAGE);
    SAY("unmapped", leave());

    SAY("join", join());
    registers = mapped(&device);
    munmap(registers, PAGE);
    SAY("unmapped and open", leave());
    close(device);
    SAY("closed", leave());

    SAY("join", join());
    registers = mapped(&device);
    close(device);
    int ready[2];
    if (pipe(ready) != 0) return 1;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        close(ready[1]);
        read(ready[0], &device, 1);
        _exit(0);
    }
    close(ready[0]);
    munmap(registers, PAGE);
    SAY("mapped in a child", leave());
    close(ready[1]);
    waitpid(child, NULL, 0);
    SAY("the child has ended", leave());

    if (count > 1) return 0;
    SAY("join", join());
    mapped(&device);
    close(device);
    fcntl(group, F_SETFD, 0);
    fcntl(container, F_SETFD, 0);
    close(group);
    SAY("the group is busy", open("/dev/vfio/0", O_RDWR));
    fflush(stdout);
    execl("/proc/self/exe", "mapped", "again", NULL);
    return 1;
}
