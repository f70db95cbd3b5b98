// SPDX-License-Identifier: Apache-2.0
// close, dup and their relatives. The oracle is told before a descriptor is closed, since its number may be another thread's
// the moment after, and once more when it is.
#define _GNU_SOURCE
#include "oracle.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <unistd.h>

static void tell(enum kind kind, uint64_t file, int a, int b) {
    struct payload nothing = {0};
    struct reply reply;
    int before = errno;
    call((struct request){.kind = kind, .file = file, .a = a, .b = b}, &nothing, &reply);
    errno = before;
}

static void closing(int fd, uint64_t file) {
    tell(CLOSE, file, fd, 0);
    forget(fd);
}

static void copied(int from, int to, uint64_t file) {
    if (to < 0 || from == to) return;
    note(to, file);
    tell(DUP, file, from, to);
}

EXPORT int close(int fd) {
    uint64_t file = file_of(fd);
    if (is_own(fd) && is_speaking()) {
        errno = EBADF;
        return -1;
    }
    if (file == 0 || !is_speaking()) return NEXT(close)(fd);
    closing(fd, file);
    int result = NEXT(close)(fd);
    tell(CLOSED, file, fd, 0);
    return result;
}

EXPORT int dup(int fd) {
    uint64_t file = file_of(fd);
    int made = NEXT(dup)(fd);
    if (file != 0 && is_speaking()) copied(fd, made, file);
    return made;
}

static bool is_open(int fd) { return NEXT(fcntl)(fd, F_GETFD) >= 0; }

static int replaced_by(int from, int to, int made, uint64_t file, uint64_t replaced) {
    if (file != 0) copied(from, made, file);
    if (replaced != 0) tell(CLOSED, replaced, to, 0);
    return made;
}

EXPORT int dup2(int from, int to) {
    uint64_t file = file_of(from), replaced = file_of(to);
    bool ours = (file != 0 || replaced != 0) && from != to && is_speaking() && is_open(from);
    if (!ours) return NEXT(dup2)(from, to);
    if (replaced != 0) closing(to, replaced);
    return replaced_by(from, to, NEXT(dup2)(from, to), file, replaced);
}

EXPORT int dup3(int from, int to, int flags) {
    uint64_t file = file_of(from), replaced = file_of(to);
    bool ours = (file != 0 || replaced != 0) && from != to && is_speaking() && is_open(from);
    if (!ours) return NEXT(dup3)(from, to, flags);
    if (replaced != 0) closing(to, replaced);
    return replaced_by(from, to, NEXT(dup3)(from, to, flags), file, replaced);
}

static int after_fcntl(int fd, int command, int result) {
    uint64_t file = file_of(fd);
    if (file != 0 && (command == F_DUPFD || command == F_DUPFD_CLOEXEC) && is_speaking()) copied(fd, result, file);
    return result;
}

// The argument is a number or a pointer; both pass as a pointer on every host of 64 bits.
#define CONTROLS(name)                                                                                                 \
    EXPORT int name(int fd, int command, ...) {                                                                        \
        va_list more;                                                                                                  \
        va_start(more, command);                                                                                       \
        void *argument = va_arg(more, void *);                                                                         \
        va_end(more);                                                                                                  \
        return after_fcntl(fd, command, NEXT(name)(fd, command, argument));                                            \
    }
CONTROLS(fcntl)
CONTROLS(fcntl64)

static int close_each(unsigned first, unsigned last, int flags) {
    int64_t pairs[256][2];
    size_t count = held(pairs, 256);
    for (size_t i = 0; i < count && first <= last; i++) {
        bool inside = (unsigned)pairs[i][0] >= first && (unsigned)pairs[i][0] <= last;
        if (inside) closing((int)pairs[i][0], (uint64_t)pairs[i][1]);
    }
    int result = NEXT(close_range)(first, last, flags);
    if (count > 0) tell(CLOSED, 0, 0, 0);
    return result;
}

// The connection of the library stays open: the range is closed in two parts around it.
EXPORT int close_range(unsigned first, unsigned last, int flags) {
    if (run_folder() == NULL || !is_speaking() || (flags & CLOSE_RANGE_CLOEXEC) != 0) {
        return NEXT(close_range)(first, last, flags);
    }
    unsigned own = first;
    while (own < last && own < 4096 && !is_own((int)own)) own++;
    if (!is_own((int)own)) return close_each(first, last, flags);
    int below = own > first ? close_each(first, own - 1, flags) : 0;
    return below != 0 || own == last ? below : close_each(own + 1, last, flags);
}

EXPORT void closefrom(int lowest) { close_range(lowest < 0 ? 0 : (unsigned)lowest, ~0U, 0); }
