// SPDX-License-Identifier: Apache-2.0
// Which descriptors of this process stand for files of the oracle: what is noted of them, which every call that takes a descriptor
// reads without a lock, and what the kernel says.
#define _GNU_SOURCE
#include "oracle.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#define MOST_INHERITED 1000

_Atomic uint64_t files[MOST_DESCRIPTORS];
static _Atomic int highest = -1;

void note(int fd, uint64_t file) {
    if (fd < 0 || fd >= MOST_DESCRIPTORS) return;
    atomic_store_explicit(&files[fd], file, memory_order_release);
    int before = atomic_load(&highest);
    while (before < fd && !atomic_compare_exchange_weak(&highest, &before, fd)) {
    }
}

bool correct(int fd, uint64_t noted, uint64_t file) {
    return atomic_compare_exchange_strong(&files[fd], &noted, file);
}

void forget(int fd) {
    if (fd >= 0 && fd < MOST_DESCRIPTORS) atomic_store_explicit(&files[fd], 0, memory_order_release);
}

// The name of the socket says which file it stands for, to whoever gets it by fork, exec or over another socket.
socklen_t name_of(uint64_t file, struct sockaddr_un *name) {
    const char *folder = strrchr(run_folder(), '/');
    memset(name, 0, sizeof *name);
    name->sun_family = AF_UNIX;
    int length = snprintf(name->sun_path + 1, sizeof name->sun_path - 1, "%s.%016llx", folder, (unsigned long long)file);
    return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + (size_t)length);
}

uint64_t file_by_name(int fd) {
    int before = errno;
    struct sockaddr_un name, sample;
    socklen_t length = sizeof name, wanted = name_of(0, &sample);
    bool named = getsockname(fd, (struct sockaddr *)&name, &length) == 0 && name.sun_family == AF_UNIX && length == wanted;
    errno = before;
    if (!named) return 0;
    size_t prefix = (size_t)length - offsetof(struct sockaddr_un, sun_path) - 16;
    if (memcmp(name.sun_path, sample.sun_path, prefix) != 0) return 0;
    char digits[17] = {0};
    memcpy(digits, name.sun_path + prefix, 16);
    return strtoull(digits, NULL, 16);
}

size_t held(int64_t (*pairs)[2], size_t most) {
    size_t count = 0;
    for (int fd = 0; fd <= atomic_load(&highest) && count < most; fd++) {
        uint64_t noted = noted_file_of(fd);
        uint64_t file = noted == 0 ? 0 : file_by_name(fd);
        if (file != noted) correct(fd, noted, file);
        if (file == 0) continue;
        pairs[count][0] = fd;
        pairs[count][1] = (int64_t)file;
        count++;
    }
    return count;
}

// Whether any process of this run has been given a descriptor: in most programs that start, nothing more is looked for.
bool can_have_inherited(void) {
    char opened[PATH_MAX];
    size_t length = strlen(run_folder());
    // Not with snprintf, which costs more than all the rest that a program's start pays for this library.
    if (length + sizeof "/opened" > sizeof opened) return true;
    memcpy(opened, run_folder(), length);
    memcpy(opened + length, "/opened", sizeof "/opened");
    return syscall(SYS_faccessat, AT_FDCWD, opened, F_OK) == 0;
}

// Most programs inherit nothing but the first three: which numbers are open is asked at once.
void note_what_was_inherited(void) {
    struct pollfd each[MOST_INHERITED];
    for (int i = 0; i < MOST_INHERITED; i++) each[i] = (struct pollfd){.fd = 3 + i};
    bool known = poll(each, MOST_INHERITED, 0) >= 0; // not where RLIMIT_NOFILE is lower
    for (int i = 0; i < MOST_INHERITED; i++) {
        uint64_t file = known && (each[i].revents & POLLNVAL) != 0 ? 0 : file_by_name(each[i].fd);
        if (file != 0) note(each[i].fd, file);
    }
}
