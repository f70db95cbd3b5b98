// SPDX-License-Identifier: Apache-2.0
// Children that have copies of descriptors, that outlive their parent's, that become other programs, and a great many of them.
#include "vfio.h"

#include <spawn.h>

extern char **environ;

// What the program does when it is run again by itself: it still has descriptor 20.
static int again(void) {
    struct stat status;
    fstat(20, &status);
    SAY("after exec", ioctl(20, VFIO_GET_API_VERSION));
    SAY("character device", S_ISCHR(status.st_mode) ? 1 : 0);
    SAY("closed on exec", fcntl(21, F_GETFD));
    return 0;
}

static int wait_for(pid_t child) {
    int status;
    fflush(stdout);
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

int main(int count, char **words) {
    (void)words;
    if (count > 1) return again();
    setvbuf(stdout, NULL, _IONBF, 0);
    int container = open("/dev/vfio/vfio", O_RDWR);
    int group = open("/dev/vfio/0", O_RDWR);
    static unsigned char memory[PAGE] __attribute__((aligned(PAGE)));
    struct vfio_iommu_spapr_register_memory registered = {
        .argsz = sizeof registered, .vaddr = (uintptr_t)memory, .size = sizeof memory};
    SAY("join", ioctl(group, VFIO_GROUP_SET_CONTAINER, &container));
    SAY("set", ioctl(container, VFIO_SET_IOMMU, VFIO_SPAPR_TCE_v2_IOMMU));
    SAY("register", ioctl(container, VFIO_IOMMU_SPAPR_REGISTER_MEMORY, &registered));

    pid_t child = fork();
    if (child == 0) {
        SAY("in a child", ioctl(container, VFIO_IOMMU_SPAPR_REGISTER_MEMORY, &registered));
        _exit(7);
    }
    printf("exit code %d\n", wait_for(child));

    // A child that makes no call holds the group all the same.
    int hold[2];
    if (pipe(hold) != 0) return 1;
    child = fork();
    if (child == 0) {
        char byte;
        close(hold[1]);
        _exit(read(hold[0], &byte, 1) == 0 ? 0 : 1);
    }
    close(hold[0]);
    close(group);
    SAY("held by a child", open("/dev/vfio/0", O_RDWR));
    close(hold[1]);
    wait_for(child);
    group = open("/dev/vfio/0", O_RDWR);
    SAY("held by nobody", group < 0 ? -1 : 0);

    dup2(container, 20);
    fcntl(container, F_DUPFD_CLOEXEC, 21);
    fflush(stdout);
    char *arguments[] = {"forks", "again", NULL};
    pid_t spawned;
    posix_spawn(&spawned, "/proc/self/exe", NULL, NULL, arguments, environ);
    wait_for(spawned);

    int failed = 0;
    for (int i = 0; i < 100; i++) {
        child = fork();
        if (child == 0) _exit(ioctl(container, VFIO_GET_API_VERSION) == 0 ? 0 : 1);
        failed += wait_for(child);
    }
    printf("%d of 100 children failed\n", failed);
    SAY("afterwards", ioctl(container, VFIO_GET_API_VERSION));
    return system("exit 3") >> 8;
}
