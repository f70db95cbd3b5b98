// SPDX-License-Identifier: Apache-2.0
// Ends at once, and leaves a child behind that has its descriptors: it goes on with them, and writes "ready" when it has begun.
// With an argument, the child waits until somebody ends it.
#include "vfio.h"

#include <signal.h>

int main(int count, char **words) {
    (void)words;
    int container = open("/dev/vfio/vfio", O_RDWR);
    SAY("version", ioctl(container, VFIO_GET_API_VERSION));
    fflush(stdout);
    pid_t child = fork();
    if (child != 0) return child < 0;
    setsid();
    usleep(300000);
    SAY("in the child", ioctl(container, VFIO_GET_API_VERSION));
    printf("ready\n");
    fflush(stdout);
    if (count > 1) pause();
    return 0;
}
