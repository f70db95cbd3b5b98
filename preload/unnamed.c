// SPDX-License-Identifier: Apache-2.0
// syscall, for what has no function of its own in the C library, and io_uring, whose calls nobody would see.
#define _GNU_SOURCE
#include "oracle.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <stdarg.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// Six arguments, whatever their number: that is what the C library passes on as well.
#define ARGUMENTS(last)                                                                                                \
    long a[6];                                                                                                         \
    va_list more;                                                                                                      \
    va_start(more, last);                                                                                              \
    for (int i = 0; i < 6; i++) a[i] = va_arg(more, long);                                                             \
    va_end(more)

static bool is_of_run(void) { return run_folder() != NULL && is_speaking(); }

// Restrictions of where a path may lead are those of real files, and of none that the oracle answers for.
static long openat2(const long a[6]) {
    struct open_how how = {0};
    char buffer[PATH_MAX];
    int dirfd = (int)a[0];
    const char *path = (const char *)a[1];
    bool known = is_of_run() && look((uint64_t)a[2], &how, sizeof how) == sizeof how;
    bool ours = known && (vfio_name(dirfd, path, buffer) != NULL || turned(dirfd, path, buffer) != path);
    return ours ? openat(dirfd, path, (int)how.flags, (mode_t)how.mode) : raw(SYS_openat2, a[0], a[1], a[2], a[3]);
}

EXPORT long syscall(long number, ...) {
    ARGUMENTS(number);
    switch (number) {
    case SYS_openat:
        return openat((int)a[0], (const char *)a[1], (int)a[2], (mode_t)a[3]);
    case SYS_openat2:
        return openat2(a);
    case SYS_ioctl:
        return ioctl((int)a[0], (unsigned long)a[1], a[2]);
    case SYS_io_uring_setup:
        if (!is_of_run()) break;
        errno = ENOSYS;
        return -1;
    default:
        break;
    }
    return raw(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

// liburing makes its system calls by itself. A program without io_uring does with read and ioctl, which are seen.
#define REFUSES(name, given, with)                                                                                     \
    int name given;                                                                                                    \
    EXPORT int name given { return is_of_run() ? -ENOSYS : NEXT(name) with; }
struct io_uring;
struct io_uring_params;
REFUSES(io_uring_queue_init, (unsigned entries, struct io_uring *ring, unsigned flags), (entries, ring, flags))
REFUSES(io_uring_queue_init_params, (unsigned entries, struct io_uring *ring, struct io_uring_params *parameters),
        (entries, ring, parameters))
REFUSES(io_uring_setup, (unsigned entries, struct io_uring_params *parameters), (entries, parameters))
