// SPDX-License-Identifier: Apache-2.0
// Names of files that the oracle answers for. They are real files below the folder of the run, so that everything that a
// program does with a path works without being known here.
#define _GNU_SOURCE
#include "oracle.h"

#include <errno.h>
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
        if (raw(SYS_getcwd, buffer, PATH_MAX) <= 0 || strlen(buffer) + strlen(path) + 2 > PATH_MAX) return path;
        strcat(strcat(buffer, "/"), path);
    }
    straighten(buffer);
    return unturned(buffer);
}

static bool placed(const char *path, char buffer[PATH_MAX]) {
    return snprintf(buffer, PATH_MAX, "%s%s", run_folder(), path) < PATH_MAX;
}

// A path that goes back over a link of the folder of the run: only the kernel knows where that leads.
static bool goes_back_inside(const char *path, char buffer[PATH_MAX]) {
    return strstr(path, "/..") != NULL && is_turned(path) && placed(path, buffer) &&
           raw(SYS_faccessat, AT_FDCWD, buffer, F_OK) == 0;
}

const char *turned(int dirfd, const char *path, char buffer[PATH_MAX]) {
    char room[PATH_MAX];
    if (!may_lead(dirfd, path) || run_folder() == NULL) return path;
    if (goes_back_inside(path, buffer)) return buffer;
    const char *whole = straight(dirfd, path, room);
    // A folder that was opened through a turned path is a real one.
    if (whole[0] != '/' || !is_turned(whole)) return path;
    return placed(whole, buffer) ? buffer : path;
}

// Where a relative path leads is only asked for the few that can lead there.
static bool may_be_of_vfio(const char *path) {
    const char *slash = strrchr(path, '/');
    const char *last = slash == NULL ? path : slash + 1;
    return strcmp(last, "vfio") == 0 || (last[0] != '\0' && strspn(last, "0123456789") == strlen(last));
}

// Puts what the symbolic link at the first length bytes of a path means in its place; false where there is none.
static bool follow(char path[PATH_MAX], size_t length) {
    char made[PATH_MAX];
    char after = path[length];
    path[length] = '\0';
    ssize_t size = raw(SYS_readlinkat, AT_FDCWD, path, made, PATH_MAX - 1);
    size_t folder = size > 0 && made[0] != '/' ? (size_t)(strrchr(path, '/') + 1 - path) : 0;
    path[length] = after;
    if (size <= 0 || folder + (size_t)size + strlen(path + length) >= PATH_MAX) return false;
    memmove(made + folder, made, (size_t)size);
    memcpy(made, path, folder);
    strcpy(made + folder + size, path + length);
    straighten(made);
    strcpy(path, made);
    return true;
}

#define MOST_LINKS 40

// Follows the first link in a path.
static bool follow_one(char path[PATH_MAX]) {
    for (size_t at = 1; path[at - 1] != '\0'; at++) {
        if ((path[at] == '/' || path[at] == '\0') && follow(path, at)) return true;
    }
    return false;
}

const char *through_links(int dirfd, const char *path, char buffer[PATH_MAX]) {
    int before = errno;
    char link[1];
    // Most names that are not there are no links either: that costs one more call.
    bool can_be = run_folder() != NULL && path != NULL && strlen(path) < PATH_MAX &&
                  (strstr(path, "vfio") != NULL || may_be_of_vfio(path) || raw(SYS_readlinkat, dirfd, path, link, 1) > 0);
    bool found = false;
    if (can_be && (path[0] == '/' || dirfd == AT_FDCWD)) {
        buffer[0] = '\0';
        bool placed = path[0] == '/' || raw(SYS_getcwd, buffer, PATH_MAX) > 0;
        if (placed && strlen(buffer) + strlen(path) + 2 < PATH_MAX) {
            strcat(strcat(buffer, "/"), path);
            straighten(buffer);
            for (int i = 0; i < MOST_LINKS && !found && follow_one(buffer); i++) found = is_turned(buffer);
        }
    }
    errno = before;
    return found ? buffer : NULL;
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
        if (length >= PATH_MAX || raw(SYS_newfstatat, AT_FDCWD, path, &folder, 0) != 0) return false;
        atomic_store(&device, folder.st_dev);
        atomic_store(&inode, folder.st_ino);
    }
    return raw(SYS_fstat, fd, &given) == 0 && given.st_ino == atomic_load(&inode) && given.st_dev == atomic_load(&device);
}

// A name relative to a folder that was opened before.
static const char *absolute(int dirfd, const char *path, char buffer[PATH_MAX]) {
    char link[64];
    if (path[0] == '/' || dirfd < 0) return path;
    if (strchr(path, '/') == NULL && !is_vfio_folder(dirfd)) return path;
    snprintf(link, sizeof link, "/proc/self/fd/%d", dirfd);
    ssize_t length = raw(SYS_readlinkat, AT_FDCWD, link, buffer, PATH_MAX - 1);
    if (length <= 0) return path;
    snprintf(buffer + length, (size_t)(PATH_MAX - length), "/%s", path);
    return unturned(buffer);
}

const char *vfio_name(int dirfd, const char *path, char buffer[PATH_MAX]) {
    static const char folder[] = "/dev/vfio/";
    if (!may_lead(dirfd, path) || run_folder() == NULL) return NULL;
    if (path[0] != '/' && !may_be_of_vfio(path)) return NULL;
    const char *whole = straight(dirfd, path, buffer);
    whole = whole[0] == '/' ? whole : absolute(dirfd, path, buffer);
    return begins(whole, folder) && whole[sizeof folder - 1] != '\0' ? whole + sizeof folder - 1 : NULL;
}
