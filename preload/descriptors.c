// SPDX-License-Identifier: Apache-2.0
// Which descriptors of this process stand for files of the oracle: what is noted of them, which every call that takes a descriptor
// reads without a lock, and what the kernel says.
#define _GNU_SOURCE
#include "oracle.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
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

#define DIGITS 16 // of a file, in the name of its socket

// What the names of all sockets of this run begin with: a zero, the folder, and a point. Made once, without snprintf, since each
// call asks for it.
static size_t prefix_of_run(const char **prefix) {
    static char kept[sizeof((struct sockaddr_un *)0)->sun_path];
    static _Atomic size_t length; // 0: not made yet; two threads that make it make the same
    size_t known = atomic_load_explicit(&length, memory_order_acquire);
    if (known == 0) {
        const char *folder = strrchr(run_folder(), '/');
        known = 1 + strlen(folder) + 1;
        if (known + DIGITS > sizeof kept) abort(); // the name of a folder has some thirty letters
        memcpy(kept + 1, folder, known - 2);
        kept[known - 1] = '.';
        atomic_store_explicit(&length, known, memory_order_release);
    }
    *prefix = kept;
    return known;
}

// The name of the socket says which file it stands for, to whoever gets it by fork, exec or over another socket.
socklen_t name_of(uint64_t file, struct sockaddr_un *name) {
    const char *prefix;
    size_t length = prefix_of_run(&prefix);
    memset(name, 0, sizeof *name);
    name->sun_family = AF_UNIX;
    memcpy(name->sun_path, prefix, length);
    for (int i = 0; i < DIGITS; i++) name->sun_path[length + i] = "0123456789abcdef"[file >> (60 - 4 * i) & 15];
    return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length + DIGITS);
}

uint64_t file_by_name(int fd) {
    int before = errno;
    struct sockaddr_un name;
    const char *prefix;
    size_t begins = prefix_of_run(&prefix);
    socklen_t length = sizeof name, wanted = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + begins + DIGITS);
    bool named = getsockname(fd, (struct sockaddr *)&name, &length) == 0 && name.sun_family == AF_UNIX && length == wanted;
    errno = before;
    if (!named || memcmp(name.sun_path, prefix, begins) != 0) return 0;
    char digits[DIGITS + 1] = {0};
    memcpy(digits, name.sun_path + begins, DIGITS);
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
    return raw(SYS_faccessat, AT_FDCWD, opened, F_OK) == 0;
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
