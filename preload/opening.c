// SPDX-License-Identifier: Apache-2.0
// open and its relatives.
#define _GNU_SOURCE
#include "oracle.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int open_vfio(const char *name, int flags) {
    struct payload payload = {.sent = name, .length = strlen(name)};
    struct reply reply;
    if (!call((struct request){.kind = OPEN, .a = flags}, &payload, &reply)) return -1;
    return make_descriptor(reply.file, (flags & O_CLOEXEC) != 0);
}

RARE int open_any(int dirfd, const char *path, int flags, mode_t mode) {
    char buffer[PATH_MAX];
    const char *name = (flags & (O_PATH | O_DIRECTORY)) != 0 ? NULL : vfio_name(dirfd, path, buffer);
    if (name != NULL && is_speaking()) return open_vfio(name, flags);
    return (int)raw(SYS_openat, dirfd, turned(dirfd, path, buffer), flags | O_LARGEFILE, mode);
}

RARE int open_linked(int dirfd, const char *path, int flags, mode_t mode) {
    char buffer[PATH_MAX];
    const char *leads = through_links(dirfd, path, buffer);
    return leads == NULL ? -1 : open_any(AT_FDCWD, leads, flags, mode);
}

// What was opened in the program's own way, unless only the kernel cannot follow the links to what the oracle answers for.
static inline int opened(int fd, int dirfd, const char *path, int flags, mode_t mode) {
    return MISSED(fd) && (flags & O_CREAT) == 0 ? open_linked(dirfd, path, flags, mode) : fd;
}

RARE bool is_turned_open(int dirfd, const char *path) {
    char buffer[PATH_MAX];
    return run_folder() != NULL && (vfio_name(dirfd, path, buffer) != NULL || turned(dirfd, path, buffer) != path);
}

// Whether open is the program's own business, which it is for all but a few names.
static bool is_foreign(int dirfd, const char *path) { return !may_lead(dirfd, path) || !is_turned_open(dirfd, path); }

static mode_t mode_of(int flags, va_list more) {
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(more, mode_t) : 0;
}

#define OPENS(name)                                                                                                    \
    EXPORT int name(const char *path, int flags, ...) {                                                                \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        mode_t mode = mode_of(flags, more);                                                                            \
        va_end(more);                                                                                                  \
        return is_foreign(AT_FDCWD, path) ? opened(NEXT(name)(path, flags, mode), AT_FDCWD, path, flags, mode)         \
                                          : open_any(AT_FDCWD, path, flags, mode);                                     \
    }
OPENS(open)
OPENS(open64)

#define OPENS_AT(name)                                                                                                 \
    EXPORT int name(int dirfd, const char *path, int flags, ...) {                                                     \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        mode_t mode = mode_of(flags, more);                                                                            \
        va_end(more);                                                                                                  \
        return is_foreign(dirfd, path) ? opened(NEXT(name)(dirfd, path, flags, mode), dirfd, path, flags, mode)        \
                                       : open_any(dirfd, path, flags, mode);                                           \
    }
OPENS_AT(openat)
OPENS_AT(openat64)

// The names that a program has which was compiled with _FORTIFY_SOURCE.
int __open_2(const char *path, int flags);
int __open64_2(const char *path, int flags);
int __openat_2(int dirfd, const char *path, int flags);
int __openat64_2(int dirfd, const char *path, int flags);
EXPORT int __open_2(const char *path, int flags) { return open(path, flags); }
EXPORT int __open64_2(const char *path, int flags) { return open64(path, flags); }
EXPORT int __openat_2(int dirfd, const char *path, int flags) { return openat(dirfd, path, flags); }
EXPORT int __openat64_2(int dirfd, const char *path, int flags) { return openat64(dirfd, path, flags); }

// A stream on a container or a group is one on a descriptor of it.
RARE FILE *stream_of(const char *name, const char *mode) {
    int access = strchr(mode, '+') != NULL ? O_RDWR : mode[0] == 'r' ? O_RDONLY : O_WRONLY;
    int fd = open_vfio(name, access | (strchr(mode, 'e') != NULL ? O_CLOEXEC : 0));
    FILE *stream = fd < 0 ? NULL : fdopen(fd, mode);
    if (fd >= 0 && stream == NULL) close(fd);
    return stream;
}

#define STREAMS(name)                                                                                                  \
    RARE FILE *name##_turned(const char *path, const char *mode) {                                                     \
        char buffer[PATH_MAX];                                                                                         \
        const char *vfio = vfio_name(AT_FDCWD, path, buffer);                                                          \
        if (vfio != NULL && is_speaking()) return stream_of(vfio, mode);                                               \
        return NEXT(name)(turned(AT_FDCWD, path, buffer), mode);                                                       \
    }                                                                                                                  \
    RARE FILE *name##_linked(const char *path, const char *mode) {                                                     \
        char buffer[PATH_MAX];                                                                                         \
        const char *leads = through_links(AT_FDCWD, path, buffer);                                                     \
        return leads == NULL ? NULL : name##_turned(leads, mode);                                                      \
    }                                                                                                                  \
    EXPORT FILE *name(const char *path, const char *mode) {                                                            \
        if (may_lead(AT_FDCWD, path)) return name##_turned(path, mode);                                                \
        FILE *stream = NEXT(name)(path, mode);                                                                         \
        return MISSED(stream) ? name##_linked(path, mode) : stream;                                                    \
    }
STREAMS(fopen)
STREAMS(fopen64)
TURNS(DIR *, opendir, AT_FDCWD, (const char *path), (path))
TURNS(int, scandir, AT_FDCWD,
      (const char *path, struct dirent ***names, int (*filter)(const struct dirent *),
       int (*compare)(const struct dirent **, const struct dirent **)),
      (path, names, filter, compare))
TURNS(int, scandir64, AT_FDCWD,
      (const char *path, struct dirent64 ***names, int (*filter)(const struct dirent64 *),
       int (*compare)(const struct dirent64 **, const struct dirent64 **)),
      (path, names, filter, compare))
