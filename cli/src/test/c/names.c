// SPDX-License-Identifier: Apache-2.0
// Names of files that lead to the oracle in ways that few programs use. The folder that is given is the program's own.
#include "vfio.h"

#include <linux/openat2.h>
#include <sys/syscall.h>

static int version(int fd) { return fd < 0 ? -1 : ioctl(fd, VFIO_GET_API_VERSION); }

static int openat2(const char *path) {
    struct open_how how = {.flags = O_RDWR | O_CLOEXEC};
    return (int)syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
}

static int is_character(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 ? S_ISCHR(status.st_mode) != 0 : -1;
}

static int stream(const char *path) {
    FILE *stream = fopen(path, "r+");
    int answer = stream == NULL ? -1 : version(fileno(stream));
    if (stream != NULL) fclose(stream);
    return answer;
}

// Whether the configuration space that sysfs shows begins with the vendor that sysfs tells.
static int config(void) {
    unsigned vendor = 0;
    unsigned char header[64];
    FILE *text = fopen("/sys/bus/pci/devices/0000:01:00.0/vendor", "r");
    int file = open("/sys/bus/pci/devices/0000:01:00.0/config", O_RDONLY);
    if (text == NULL || file < 0 || fscanf(text, "%x", &vendor) != 1 || read(file, header, 64) != 64) return -1;
    return (header[0] | header[1] << 8) == (int)vendor;
}

int main(int count, char **words) {
    if (count != 2 || chdir(words[1]) != 0) return 1;
    if (symlink("/dev/vfio/vfio", "container") != 0 || symlink("/dev/vfio", "folder") != 0) return 1;
    if (symlink("folder/vfio", "further") != 0 || symlink("/no/such/file", "nowhere") != 0) return 1;
    if (symlink("round", "round") != 0) return 1;
    SAY("a link", version(open("container", O_RDWR)));
    SAY("a link to a link", version(open("./further", O_RDWR)));
    SAY("below a link to the folder", version(open("folder/vfio", O_RDWR)));
    SAY("it is a character device", is_character("container"));
    SAY("it can be opened", access("folder/0", R_OK | W_OK));
    SAY("a link to nothing", open("nowhere", O_RDWR));
    SAY("a link to itself", open("round", O_RDWR));
    SAY("a stream", stream("/dev/vfio/vfio"));
    SAY("a stream on a link", stream("container"));
    SAY("openat2", version(openat2("/dev/vfio/vfio")));
    SAY("openat2 of a file", openat2("/proc/version") < 0);
    SAY("syscall of openat", version((int)syscall(SYS_openat, AT_FDCWD, "/dev/vfio/vfio", O_RDWR)));
    SAY("syscall of ioctl", (int)syscall(SYS_ioctl, open("/dev/vfio/vfio", O_RDWR), VFIO_GET_API_VERSION, 0));
    SAY("io_uring", (int)syscall(SYS_io_uring_setup, 1, NULL));
    SAY("configuration space", config());
    SAY("back over a link of sysfs", access("/sys/bus/pci/devices/0000:01:00.0/../../../bus/pci/drivers/vfio-pci", F_OK));
    return 0;
}
