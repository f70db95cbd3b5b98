// SPDX-License-Identifier: Apache-2.0
// Names of files that the oracle answers for. They are real files below the folder of the run, so that everything that a
// program does with a path works without being known here.
#define _GNU_SOURCE
#include "oracle.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *const turned_names[] = {"/dev/vfio", "/sys/bus/pci", "/sys/kernel/iommu_groups", "/sys/devices/pci",
                                           "/sys/module/vfio"};

const char *run_folder(void) {
    static char kept[PATH_MAX]; // the program may change its environment
    static const char *folder;
    if (folder == NULL) {
        const char *given = getenv("VFIO_ORACLE_DIR");
        folder = given == NULL || strlen(given) >= sizeof kept ? "" : strcpy(kept, given);
    }
    return folder[0] == '\0' ? NULL : folder;
}

static bool begins(const char *text, const char *with) { return strncmp(text, with, strlen(with)) == 0; }

static bool is_turned(const char *path) {
    for (size_t i = 0; i < sizeof turned_names / sizeof turned_names[0]; i++) {
        if (begins(path, turned_names[i])) return true;
    }
    return false;
}

// Takes out what a path has twice: //, /./ and what /../ goes back over.
static void straighten(char *path) {
    char *end = path;
    for (const char *at = path; *at != '\0';) {
        while (*at == '/') at++;
        size_t length = strcspn(at, "/");
        if (length == 0) break;
        if (length == 2 && at[0] == '.' && at[1] == '.') {
            while (end > path && *--end != '/') {
            }
        } else if (length != 1 || at[0] != '.') {
            *end++ = '/';
            memmove(end, at, length);
            end += length;
        }
        at += length;
    }
    if (end == path) *end++ = '/';
    *end = '\0';
}

// The path from the root, where it is written otherwise: with detours, or relative to a working folder above /dev/vfio.
static const char *straight(int dirfd, const char *path, char buffer[PATH_MAX]) {
    if (path[0] == '/') {
        if (strstr(path, "//") == NULL && strstr(path, "/.") == NULL) return path;
        if (strlen(path) >= PATH_MAX) return path;
        strcpy(buffer, path);
    } else {
        bool number = path[strspn(path, "0123456789")] == '\0';
        if (dirfd != AT_FDCWD || (!number && strstr(path, "vfio") == NULL)) return path;
        if (syscall(SYS_getcwd, buffer, PATH_MAX) <= 0 || strlen(buffer) + strlen(path) + 2 > PATH_MAX) return path;
        strcat(strcat(buffer, "/"), path);
    }
    straighten(buffer);
    return unturned(buffer);
}

const char *turned(int dirfd, const char *path, char buffer[PATH_MAX]) {
    char room[PATH_MAX];
    if (!may_lead(dirfd, path) || run_folder() == NULL) return path;
    const char *whole = straight(dirfd, path, room);
    // A folder that was opened through a turned path is a real one.
    if (whole[0] != '/' || !is_turned(whole)) return path;
    int length = snprintf(buffer, PATH_MAX, "%s%s", run_folder(), whole);
    return length < PATH_MAX ? buffer : path;
}

const char *unturned(const char *path) {
    const char *folder = run_folder();
    return folder != NULL && begins(path, folder) && path[strlen(folder)] == '/' ? path + strlen(folder) : path;
}

// Whether a descriptor is the folder of the run that stands for /dev/vfio: most are not, and finding out their names costs more.
static bool is_vfio_folder(int fd) {
    static _Atomic uint64_t inode, device; // 0: not known yet
    struct stat folder, given;
    char path[PATH_MAX];
    if (atomic_load(&inode) == 0) {
        int length = snprintf(path, PATH_MAX, "%s/dev/vfio", run_folder());
        if (length >= PATH_MAX || syscall(SYS_newfstatat, AT_FDCWD, path, &folder, 0) != 0) return false;
        atomic_store(&device, folder.st_dev);
        atomic_store(&inode, folder.st_ino);
    }
    return syscall(SYS_fstat, fd, &given) == 0 && given.st_ino == atomic_load(&inode) && given.st_dev == atomic_load(&device);
}

// A name relative to a folder that was opened before.
static const char *absolute(int dirfd, const char *path, char buffer[PATH_MAX]) {
    char link[64];
    if (path[0] == '/' || dirfd < 0) return path;
    if (strchr(path, '/') == NULL && !is_vfio_folder(dirfd)) return path;
    snprintf(link, sizeof link, "/proc/self/fd/%d", dirfd);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, buffer, PATH_MAX - 1);
    if (length <= 0) return path;
    snprintf(buffer + length, (size_t)(PATH_MAX - length), "/%s", path);
    return unturned(buffer);
}

// Where a relative path leads is only asked for the few that can lead there.
static bool may_be_of_vfio(const char *path) {
    const char *slash = strrchr(path, '/');
    const char *last = slash == NULL ? path : slash + 1;
    return strcmp(last, "vfio") == 0 || (last[0] != '\0' && strspn(last, "0123456789") == strlen(last));
}

const char *vfio_name(int dirfd, const char *path, char buffer[PATH_MAX]) {
    static const char folder[] = "/dev/vfio/";
    if (!may_lead(dirfd, path) || run_folder() == NULL) return NULL;
    if (path[0] != '/' && !may_be_of_vfio(path)) return NULL;
    const char *whole = straight(dirfd, path, buffer);
    whole = whole[0] == '/' ? whole : absolute(dirfd, path, buffer);
    return begins(whole, folder) && whole[sizeof folder - 1] != '\0' ? whole + sizeof folder - 1 : NULL;
}
