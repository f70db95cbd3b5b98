// SPDX-License-Identifier: Apache-2.0
// Descriptors that are closed and copied without the functions that the library knows: each number is then what the kernel says.
#include "vfio.h"

#include <sys/syscall.h>

static void text_of(const char *what, int fd) {
    char text[16] = {0};
    ssize_t length = read(fd, text, sizeof text - 1);
    SAY(what, length > 0 ? 0 : -1);
    close(fd);
}

static int ordinary(void) { return open("/proc/version", O_RDONLY); }

int main(void) {
    int container = open("/dev/vfio/vfio", O_RDWR);
    FILE *stream = fdopen(container, "r+");
    fclose(stream);
    int file = ordinary();
    printf("same number %d\n", file == container);
    text_of("read after fclose", file);

    container = open("/dev/vfio/vfio", O_RDWR);
    syscall(SYS_close, container);
    file = ordinary();
    printf("same number %d\n", file == container);
    SAY("ioctl on a file", ioctl(file, VFIO_GET_API_VERSION));
    text_of("read after a raw close", file);

    container = open("/dev/vfio/vfio", O_RDWR);
    int group = open("/dev/vfio/0", O_RDWR);
    SAY("join", ioctl(group, VFIO_GROUP_SET_CONTAINER, &container));
    file = ordinary();
    syscall(SYS_dup3, file, container, 0);
    text_of("read after a raw dup3", container);
    close(file);
    SAY("the group keeps its container", ioctl(group, VFIO_GROUP_UNSET_CONTAINER));

    container = open("/dev/vfio/vfio", O_RDWR);
    int copy = (int)syscall(SYS_dup, container);
    syscall(SYS_close, container);
    SAY("version of a raw copy", ioctl(copy, VFIO_GET_API_VERSION));
    SAY("join a raw copy", ioctl(group, VFIO_GROUP_SET_CONTAINER, &copy));

    int other = open("/dev/vfio/vfio", O_RDWR);
    syscall(SYS_dup3, copy, other, 0);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        SAY("version in a child, after a raw dup3 of a container", ioctl(other, VFIO_GET_API_VERSION));
        return 0;
    }
    waitpid(child, NULL, 0);
    close(other);

    // All numbers but the first three and those of the files, and with them what the library speaks over.
    syscall(SYS_close_range, group > copy ? group + 1 : copy + 1, ~0U, 0);
    file = ordinary();
    SAY("version after a raw close_range", ioctl(copy, VFIO_GET_API_VERSION));
    SAY("leave after a raw close_range", ioctl(group, VFIO_GROUP_UNSET_CONTAINER));
    text_of("read after a raw close_range", file);
    return 0;
}
