// SPDX-License-Identifier: Apache-2.0
// Names below a folder that was opened: those of /dev/vfio lead to the oracle, the same names elsewhere do not.
#include "vfio.h"

static int is_character(int folder, const char *name) {
    struct stat status;
    return fstatat(folder, name, &status, 0) == 0 ? S_ISCHR(status.st_mode) != 0 : -1;
}

int main(int count, char **words) {
    if (count != 2) return 1;
    int ours = open("/dev/vfio", O_RDONLY | O_DIRECTORY), devices = open("/dev", O_RDONLY | O_DIRECTORY);
    int elsewhere = open(words[1], O_RDONLY | O_DIRECTORY);
    SAY("group", openat(ours, "0", O_RDWR) < 0 ? -1 : 0);
    SAY("container", ioctl(openat(ours, "vfio", O_RDWR), VFIO_GET_API_VERSION));
    SAY("it is a character device", is_character(ours, "0"));
    SAY("a plain file of that name", close(openat(elsewhere, "0", O_RDWR | O_CREAT, 0600)));
    SAY("it is a character device", is_character(elsewhere, "0"));
    SAY("nothing below /dev", openat(devices, "0", O_RDWR));
    SAY("with detours", ioctl(open("/dev//vfio/./vfio", O_RDWR), VFIO_GET_API_VERSION));
    SAY("back over a folder", ioctl(open("//dev/shm/../vfio/vfio", O_RDWR), VFIO_GET_API_VERSION));
    if (chdir("/dev") != 0) return 1;
    SAY("relative to /dev", ioctl(open("vfio/vfio", O_RDWR), VFIO_GET_API_VERSION));
    SAY("with detours", ioctl(open("./vfio//vfio", O_RDWR), VFIO_GET_API_VERSION));
    if (chdir("/dev/vfio") != 0) return 1;
    SAY("relative to /dev/vfio", ioctl(open("vfio", O_RDWR), VFIO_GET_API_VERSION));
    SAY("group", open("1", O_RDWR) < 0 ? -1 : 0);
    if (chdir(words[1]) != 0) return 1;
    SAY("a plain file of that name", open("0", O_RDWR) < 0 ? -1 : 0);
    return 0;
}
