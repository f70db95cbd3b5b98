// SPDX-License-Identifier: Apache-2.0
// What is mapped around an address of this process, as the kernel says. Since 6.11 it answers that for one address (PROCMAP_QUERY in
// <linux/fs.h>, whose header here may be older); before, there is only the list of all mappings, which the oracle reads itself.
#define _GNU_SOURCE
#include "oracle.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

struct query {
    uint64_t size, flags, address; // what is asked
    uint64_t start, end, access, page;
    uint64_t offset, inode;
    uint32_t major, minor;
    uint32_t name_size, build_id_size;
    uint64_t name, build_id;
};

#define QUERY _IOWR('f', 17, struct query)
#define ACCESS (AROUND_READABLE | AROUND_WRITABLE) // the same bits

// False where nothing is mapped, as ENOENT says, or where the kernel cannot be asked.
static bool mapped_at(int maps, uint64_t address, struct query *found) {
    *found = (struct query){.size = sizeof *found, .address = address};
    return raw(SYS_ioctl, maps, QUERY, found) == 0;
}

// Neighbours of the same access count as one.
static bool continues(int maps, uint64_t address, uint64_t access, struct query *found) {
    return mapped_at(maps, address, found) && (found->access & ACCESS) == access;
}

static struct around all_around(int maps, uint64_t address, uint64_t low, uint64_t high) {
    struct query found;
    if (!mapped_at(maps, address, &found)) return (struct around){.how = errno == ENOENT ? AROUND_KNOWN : 0};
    uint64_t access = found.access & ACCESS;
    struct around seen = {.start = found.start, .end = found.end, .page = found.page, .how = access | AROUND_KNOWN};
    while (seen.end < high && continues(maps, seen.end, access, &found)) seen.end = found.end;
    while (seen.start > low && seen.start > 0 && continues(maps, seen.start - 1, access, &found)) seen.start = found.start;
    return seen;
}

struct around look_around(uint64_t address, uint64_t low, uint64_t high) {
    int before = errno;
    struct around seen = {0};
    int maps = (int)raw(SYS_openat, AT_FDCWD, "/proc/self/maps", O_RDONLY | O_CLOEXEC);
    if (maps >= 0) {
        seen = all_around(maps, address, low, high);
        raw(SYS_close, maps);
    }
    errno = before;
    return seen;
}
