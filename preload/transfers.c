// SPDX-License-Identifier: Apache-2.0
// ioctl, and reading, writing and mapping what a descriptor of the oracle shows.
#define _GNU_SOURCE
#include "oracle.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define VFIO_TYPE ';' // of every request in <linux/vfio.h>

static bool is_question(const struct reply *reply, const struct payload *payload) {
    return payload->filled == sizeof(struct limits) && reply->error == ASKS;
}

static int ioctl_of_oracle(int fd, uint64_t file, unsigned long request, uint64_t argument) {
    struct {
        struct around around;
        char writable, bytes[LOOKED_AT];
    } sent;
    _Alignas(struct limits) char received[LOOKED_AT];
    size_t seen = look(argument, sent.bytes, LOOKED_AT);
    sent.writable = is_writable(argument, sent.bytes, seen);
    struct payload payload = {.sent = &sent.writable, .length = 1 + seen, .received = received, .room = sizeof received};
    struct request message = {.kind = IOCTL, .file = file, .a = fd, .b = (int64_t)request, .c = (int64_t)argument};
    struct reply reply;
    bool done = call(message, &payload, &reply);
    if (!done && is_question(&reply, &payload)) {
        const struct limits *limits = (const struct limits *)received;
        sent.around = look_around((uint64_t)reply.value, limits->low, limits->high);
        payload = (struct payload){
            .sent = &sent, .length = sizeof sent.around + 1 + seen, .received = received, .room = sizeof received};
        message.kind = IOCTL_AGAIN;
        done = call(message, &payload, &reply);
    }
    int error = done ? 0 : errno;
    // A failing call fills in its struct, too, where it says how much room it would need.
    if (payload.filled > 0 && !put(argument, received, payload.filled)) error = EFAULT;
    if (error != 0) {
        errno = error;
        return -1;
    }
    return reply.file != 0 ? make_descriptor(reply.file, true) : (int)reply.value;
}

EXPORT int ioctl(int fd, unsigned long request, ...) {
    va_list more;
    va_start(more, request);
    void *argument = va_arg(more, void *);
    va_end(more);
    uint64_t file = _IOC_TYPE(request) == VFIO_TYPE ? adopted_file_of(fd) : file_of(fd);
    if (file != 0 && is_speaking()) return ioctl_of_oracle(fd, file, request, (uint64_t)(uintptr_t)argument);
    return NEXT(ioctl)(fd, request, argument);
}

static ssize_t read_of_oracle(int fd, uint64_t file, void *to, size_t length, off_t offset) {
    char bytes[AT_ONCE];
    size_t sum = 0;
    do {
        size_t part = length - sum < sizeof bytes ? length - sum : sizeof bytes;
        struct payload payload = {.received = bytes, .room = sizeof bytes};
        struct request message = {.kind = READ, .file = file, .a = fd, .b = offset + (off_t)sum, .c = (int64_t)part};
        struct reply reply;
        bool done = call(message, &payload, &reply);
        if (done && payload.filled > 0 && !put((uint64_t)(uintptr_t)to + sum, bytes, payload.filled)) {
            errno = EFAULT;
            done = false;
        }
        if (!done) return sum > 0 ? (ssize_t)sum : -1;
        sum += payload.filled;
        if (payload.filled < part) break;
    } while (sum < length);
    return (ssize_t)sum;
}

static ssize_t write_of_oracle(int fd, uint64_t file, const void *from, size_t length, off_t offset) {
    char bytes[AT_ONCE];
    size_t sum = 0;
    do {
        size_t part = length - sum < sizeof bytes ? length - sum : sizeof bytes;
        struct payload payload = {.sent = bytes, .length = look((uint64_t)(uintptr_t)from + sum, bytes, part)};
        struct request message = {.kind = WRITE, .file = file, .a = fd, .b = offset + (off_t)sum};
        struct reply reply;
        bool done = payload.length == part && call(message, &payload, &reply);
        if (payload.length < part) errno = EFAULT;
        if (!done) return sum > 0 ? (ssize_t)sum : -1;
        sum += (size_t)reply.value;
        if ((size_t)reply.value < part) break;
    } while (sum < length);
    return (ssize_t)sum;
}

static ssize_t read_parts(int fd, uint64_t file, const struct iovec *parts, int count, off_t offset, bool writing) {
    ssize_t sum = 0;
    for (int i = 0; i < count; i++) {
        ssize_t done = writing ? write_of_oracle(fd, file, parts[i].iov_base, parts[i].iov_len, offset + sum)
                               : read_of_oracle(fd, file, parts[i].iov_base, parts[i].iov_len, offset + sum);
        if (done < 0) return sum > 0 ? sum : done;
        sum += done;
        if ((size_t)done < parts[i].iov_len) break;
    }
    return sum;
}

// A position of its own has no file of the oracle: it is always 0.
EXPORT ssize_t read(int fd, void *to, size_t length) {
    uint64_t file = file_of(fd);
    return file == 0 ? NEXT(read)(fd, to, length) : read_of_oracle(fd, file, to, length, 0);
}

EXPORT ssize_t write(int fd, const void *from, size_t length) {
    uint64_t file = file_of(fd);
    return file == 0 ? NEXT(write)(fd, from, length) : write_of_oracle(fd, file, from, length, 0);
}

EXPORT ssize_t readv(int fd, const struct iovec *parts, int count) {
    uint64_t file = file_of(fd);
    return file == 0 ? NEXT(readv)(fd, parts, count) : read_parts(fd, file, parts, count, 0, false);
}

EXPORT ssize_t writev(int fd, const struct iovec *parts, int count) {
    uint64_t file = file_of(fd);
    return file == 0 ? NEXT(writev)(fd, parts, count) : read_parts(fd, file, parts, count, 0, true);
}

#define READS_AT(name)                                                                                                 \
    EXPORT ssize_t name(int fd, void *to, size_t length, off_t offset) {                                               \
        uint64_t file = file_of(fd);                                                                                   \
        return file == 0 ? NEXT(name)(fd, to, length, offset) : read_of_oracle(fd, file, to, length, offset);          \
    }
READS_AT(pread)
READS_AT(pread64)

#define WRITES_AT(name)                                                                                                \
    EXPORT ssize_t name(int fd, const void *from, size_t length, off_t offset) {                                       \
        uint64_t file = file_of(fd);                                                                                   \
        return file == 0 ? NEXT(name)(fd, from, length, offset) : write_of_oracle(fd, file, from, length, offset);     \
    }
WRITES_AT(pwrite)
WRITES_AT(pwrite64)

#define PARTS_AT(name, writing)                                                                                        \
    EXPORT ssize_t name(int fd, const struct iovec *parts, int count, off_t offset) {                                  \
        uint64_t file = file_of(fd);                                                                                   \
        return file == 0 ? NEXT(name)(fd, parts, count, offset)                                                        \
                         : read_parts(fd, file, parts, count, offset, writing);                                        \
    }
PARTS_AT(preadv, false)
PARTS_AT(preadv64, false)
PARTS_AT(pwritev, true)
PARTS_AT(pwritev64, true)

// The names that a program has which was compiled with _FORTIFY_SOURCE.
ssize_t __read_chk(int fd, void *to, size_t length, size_t room);
ssize_t __pread_chk(int fd, void *to, size_t length, off_t offset, size_t room);
ssize_t __pread64_chk(int fd, void *to, size_t length, off_t offset, size_t room);
EXPORT ssize_t __read_chk(int fd, void *to, size_t length, size_t room) {
    return file_of(fd) == 0 ? NEXT(__read_chk)(fd, to, length, room) : read(fd, to, length < room ? length : room);
}
EXPORT ssize_t __pread_chk(int fd, void *to, size_t length, off_t offset, size_t room) {
    return file_of(fd) == 0 ? NEXT(__pread_chk)(fd, to, length, offset, room)
                            : pread(fd, to, length < room ? length : room, offset);
}
EXPORT ssize_t __pread64_chk(int fd, void *to, size_t length, off_t offset, size_t room) {
    return file_of(fd) == 0 ? NEXT(__pread64_chk)(fd, to, length, offset, room)
                            : pread(fd, to, length < room ? length : room, offset);
}

// The oracle names the file that holds the memory of the device, and where in it the range is.
static void *map_of_oracle(void *address, size_t length, int protection, int flags, int fd, uint64_t file, off_t offset) {
    char path[PATH_MAX] = {0};
    struct payload payload = {.received = path, .room = sizeof path - 1};
    struct request message = {.kind = MMAP, .file = file, .a = fd, .b = offset, .c = (int64_t)length};
    struct reply reply;
    if (!call(message, &payload, &reply)) return MAP_FAILED;
    int memory = (int)raw(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
    if (memory < 0) return MAP_FAILED;
    void *mapped = (void *)raw(SYS_mmap, address, length, protection, flags, memory, reply.value);
    int before = errno;
    raw(SYS_close, memory);
    if (mapped != MAP_FAILED) note_mapping();
    errno = before;
    return mapped;
}

static bool is_new(const void *address, int flags) {
    return address == NULL && (flags & (MAP_ANONYMOUS | MAP_HUGETLB)) == MAP_ANONYMOUS;
}

#define MAPS(name)                                                                                                     \
    EXPORT void *name(void *address, size_t length, int protection, int flags, int fd, off_t offset) {                 \
        if (is_new(address, flags) && told_page() != 0) return map_at_page(length, protection, flags);                 \
        uint64_t file = (flags & MAP_ANONYMOUS) != 0 ? 0 : file_of(fd);                                                \
        return file == 0 ? NEXT(name)(address, length, protection, flags, fd, offset)                                  \
                         : map_of_oracle(address, length, protection, flags, fd, file, offset);                        \
    }
MAPS(mmap)
MAPS(mmap64)
