// SPDX-License-Identifier: Apache-2.0
// stat, readlink, access and their relatives.
#define _GNU_SOURCE
#include "oracle.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#define VFIO_MISC makedev(10, 196) // include/linux/miscdevice.h
#define GROUP_MAJOR 243

// The files of /dev/vfio are plain ones below the folder of the run, with nothing in them: no other has to be looked at closer.
static bool can_be_of_vfio(mode_t mode, uint64_t size) { return S_ISREG(mode) && size == 0; }

static mode_t character(mode_t mode) { return S_ISREG(mode) ? (mode & ~(mode_t)S_IFMT) | S_IFCHR : mode; }

static dev_t number(const char *name) {
    return strcmp(name, "vfio") == 0 ? VFIO_MISC : makedev(GROUP_MAJOR, (unsigned)atoi(name));
}

static dev_t number_of_file(uint64_t file) {
    return kind_of(file) == CONTAINER ? VFIO_MISC : makedev(GROUP_MAJOR, number_of(file));
}

#define LOOKS(name, type)                                                                                              \
    RARE int name##_turned(const char *path, struct type *to) {                                                        \
        char buffer[PATH_MAX];                                                                                         \
        int result = NEXT(name)(turned(AT_FDCWD, path, buffer), to);                                                   \
        bool can_be = result == 0 && can_be_of_vfio(to->st_mode, (uint64_t)to->st_size);                               \
        const char *vfio = can_be ? vfio_name(AT_FDCWD, path, buffer) : NULL;                                          \
        if (vfio != NULL) {                                                                                            \
            to->st_mode = character(to->st_mode);                                                                      \
            to->st_rdev = number(vfio);                                                                                \
        }                                                                                                              \
        return result;                                                                                                 \
    }                                                                                                                  \
    RARE int name##_linked(const char *path, struct type *to) {                                                        \
        char buffer[PATH_MAX];                                                                                         \
        const char *leads = through_links(AT_FDCWD, path, buffer);                                                     \
        return leads == NULL ? -1 : name##_turned(leads, to);                                                          \
    }                                                                                                                  \
    EXPORT int name(const char *path, struct type *to) {                                                               \
        if (may_lead(AT_FDCWD, path)) return name##_turned(path, to);                                                  \
        int result = NEXT(name)(path, to);                                                                             \
        return MISSED(result) ? name##_linked(path, to) : result;                                                      \
    }
LOOKS(stat, stat)
LOOKS(stat64, stat64)
LOOKS(lstat, stat)
LOOKS(lstat64, stat64)

#define LOOKS_AT(name, type)                                                                                           \
    RARE int name##_turned(int dirfd, const char *path, struct type *to, int flags) {                                  \
        char buffer[PATH_MAX];                                                                                         \
        int result = NEXT(name)(dirfd, turned(dirfd, path, buffer), to, flags);                                        \
        bool can_be = result == 0 && can_be_of_vfio(to->st_mode, (uint64_t)to->st_size);                               \
        const char *vfio = can_be ? vfio_name(dirfd, path, buffer) : NULL;                                             \
        if (vfio != NULL) {                                                                                            \
            to->st_mode = character(to->st_mode);                                                                      \
            to->st_rdev = number(vfio);                                                                                \
        }                                                                                                              \
        return result;                                                                                                 \
    }                                                                                                                  \
    EXPORT int name(int dirfd, const char *path, struct type *to, int flags) {                                         \
        return may_lead(dirfd, path) ? name##_turned(dirfd, path, to, flags) : NEXT(name)(dirfd, path, to, flags);     \
    }
LOOKS_AT(fstatat, stat)
LOOKS_AT(fstatat64, stat64)

#define LOOKS_AT_FD(name, type)                                                                                        \
    RARE int name##_of_oracle(int fd, struct type *to, uint64_t file) {                                                \
        int result = NEXT(name)(fd, to);                                                                               \
        if (result == 0 && kind_of(file) != DEVICE) {                                                                  \
            to->st_mode = S_IFCHR | 0600;                                                                              \
            to->st_rdev = number_of_file(file);                                                                        \
        }                                                                                                              \
        return result;                                                                                                 \
    }                                                                                                                  \
    EXPORT int name(int fd, struct type *to) {                                                                         \
        uint64_t file = file_of(fd);                                                                                   \
        return file == 0 ? NEXT(name)(fd, to) : name##_of_oracle(fd, to, file);                                        \
    }
LOOKS_AT_FD(fstat, stat)
LOOKS_AT_FD(fstat64, stat64)

RARE int statx_turned(int dirfd, const char *path, int flags, unsigned mask, struct statx *to) {
    char buffer[PATH_MAX];
    int result = NEXT(statx)(dirfd, turned(dirfd, path, buffer), flags, mask, to);
    bool can_be = result == 0 && ((to->stx_mask & STATX_SIZE) == 0 || can_be_of_vfio(to->stx_mode, to->stx_size));
    const char *vfio = can_be ? vfio_name(dirfd, path, buffer) : NULL;
    if (vfio != NULL) {
        to->stx_mode = (uint16_t)character(to->stx_mode);
        to->stx_rdev_major = major(number(vfio));
        to->stx_rdev_minor = minor(number(vfio));
    }
    return result;
}

EXPORT int statx(int dirfd, const char *path, int flags, unsigned mask, struct statx *to) {
    return may_lead(dirfd, path) ? statx_turned(dirfd, path, flags, mask, to)
                                 : NEXT(statx)(dirfd, path, flags, mask, to);
}

// The names that programs have which were linked against a C library before 2.33.
#define LOOKS_AS_BEFORE(name, now, type)                                                                               \
    int name(int version, const char *path, struct type *to);                                                          \
    EXPORT int name(int version, const char *path, struct type *to) {                                                  \
        (void)version;                                                                                                 \
        return now(path, to);                                                                                          \
    }
LOOKS_AS_BEFORE(__xstat, stat, stat)
LOOKS_AS_BEFORE(__xstat64, stat64, stat64)
LOOKS_AS_BEFORE(__lxstat, lstat, stat)
LOOKS_AS_BEFORE(__lxstat64, lstat64, stat64)

#define DESCRIPTORS "/proc/self/fd/"

// What a descriptor of the oracle is called in /proc; some programs look for containers there.
RARE const char *shown(const char *path, char name[64]) {
    int fd = -1, used = 0;
    if (sscanf(path, DESCRIPTORS "%d%n", &fd, &used) != 1 || path[used] != '\0') return NULL;
    uint64_t file = file_of(fd);
    if (file == 0) return NULL;
    snprintf(name, 64, "/dev/vfio/%u", number_of(file));
    return kind_of(file) == CONTAINER ? "/dev/vfio/vfio" : kind_of(file) == GROUP ? name : "anon_inode:[vfio-device]";
}

static ssize_t copied(const char *text, char *to, size_t room) {
    size_t length = strlen(text);
    if (length > room) length = room;
    memcpy(to, text, length);
    return (ssize_t)length;
}

RARE ssize_t readlink_turned(int dirfd, const char *path, char *to, size_t room) {
    char buffer[PATH_MAX], name[64];
    const char *text = shown(path, name);
    return text != NULL ? copied(text, to, room) : NEXT(readlinkat)(dirfd, turned(dirfd, path, buffer), to, room);
}

static bool may_lead_elsewhere(int dirfd, const char *path) {
    return may_lead(dirfd, path) || (path != NULL && strncmp(path, DESCRIPTORS, sizeof DESCRIPTORS - 1) == 0);
}

EXPORT ssize_t readlink(const char *path, char *to, size_t room) {
    return may_lead_elsewhere(AT_FDCWD, path) ? readlink_turned(AT_FDCWD, path, to, room) : NEXT(readlink)(path, to, room);
}

EXPORT ssize_t readlinkat(int dirfd, const char *path, char *to, size_t room) {
    return may_lead_elsewhere(dirfd, path) ? readlink_turned(dirfd, path, to, room)
                                           : NEXT(readlinkat)(dirfd, path, to, room);
}

ssize_t __readlink_chk(const char *path, char *to, size_t length, size_t room);
ssize_t __readlinkat_chk(int dirfd, const char *path, char *to, size_t length, size_t room);
EXPORT ssize_t __readlink_chk(const char *path, char *to, size_t length, size_t room) {
    return readlink(path, to, length < room ? length : room);
}
EXPORT ssize_t __readlinkat_chk(int dirfd, const char *path, char *to, size_t length, size_t room) {
    return readlinkat(dirfd, path, to, length < room ? length : room);
}

RARE char *realpath_turned(const char *path, char *to) {
    char buffer[PATH_MAX], real[PATH_MAX];
    const char *instead = turned(AT_FDCWD, path, buffer);
    if (instead == path) return NEXT(realpath)(path, to);
    if (NEXT(realpath)(instead, real) == NULL) return NULL;
    return to == NULL ? strdup(unturned(real)) : strcpy(to, unturned(real));
}

EXPORT char *realpath(const char *path, char *to) {
    return may_lead(AT_FDCWD, path) ? realpath_turned(path, to) : NEXT(realpath)(path, to);
}

char *__realpath_chk(const char *path, char *to, size_t room);
EXPORT char *__realpath_chk(const char *path, char *to, size_t room) {
    (void)room; // what is shorter than PATH_MAX was refused by the compiler
    return realpath(path, to);
}

EXPORT char *canonicalize_file_name(const char *path) { return realpath(path, NULL); }

TURNS(ssize_t, getxattr, AT_FDCWD, (const char *path, const char *name, void *to, size_t room), (path, name, to, room))
TURNS(ssize_t, lgetxattr, AT_FDCWD, (const char *path, const char *name, void *to, size_t room), (path, name, to, room))
TURNS(ssize_t, listxattr, AT_FDCWD, (const char *path, char *to, size_t room), (path, to, room))
TURNS(ssize_t, llistxattr, AT_FDCWD, (const char *path, char *to, size_t room), (path, to, room))
TURNS(int, access, AT_FDCWD, (const char *path, int mode), (path, mode))
TURNS(int, faccessat, dirfd, (int dirfd, const char *path, int mode, int flags), (dirfd, path, mode, flags))
TURNS(int, euidaccess, AT_FDCWD, (const char *path, int mode), (path, mode))
TURNS(int, chdir, AT_FDCWD, (const char *path), (path))
