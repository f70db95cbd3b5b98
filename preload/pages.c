// SPDX-License-Identifier: Apache-2.0
// The size of a page, where the program is told that of the platform and not that of this host. Nothing is told in a run whose
// platform has the host's.
#define _GNU_SOURCE
#include "oracle.h"

#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <unistd.h>

size_t told_page(void) {
    static _Atomic size_t kept; // 1: nothing is told
    size_t known = atomic_load_explicit(&kept, memory_order_relaxed);
    if (known == 0) {
        const char *given = getenv("VFIO_ORACLE_PAGE");
        known = given == NULL ? 1 : (size_t)strtoul(given, NULL, 10);
        if (known == 0) known = 1;
        atomic_store_explicit(&kept, known, memory_order_relaxed);
    }
    return known == 1 ? 0 : known;
}

EXPORT int getpagesize(void) {
    size_t told = told_page();
    return told != 0 ? (int)told : NEXT(getpagesize)();
}

EXPORT long sysconf(int name) {
    size_t told = name == _SC_PAGESIZE ? told_page() : 0;
    return told != 0 ? (long)told : NEXT(sysconf)(name);
}

EXPORT unsigned long getauxval(unsigned long type) {
    size_t told = type == AT_PAGESZ ? told_page() : 0;
    return told != 0 ? told : NEXT(getauxval)(type);
}

// What a kernel with such pages would return begins at one. The rest of what is reserved to find one is given back.
void *map_at_page(size_t length, int protection, int flags) {
    size_t page = told_page();
    if (length + page < length) return NEXT(mmap)(NULL, length, protection, flags, -1, 0);
    char *reserved = NEXT(mmap)(NULL, length + page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (reserved == MAP_FAILED) return MAP_FAILED;
    char *at = (char *)(((uintptr_t)reserved + page - 1) & ~((uintptr_t)page - 1));
    if (at > reserved) munmap(reserved, (size_t)(at - reserved));
    size_t host = (size_t)NEXT(sysconf)(_SC_PAGESIZE);
    char *end = at + ((length + host - 1) & ~(host - 1)), *all = reserved + ((length + page + host - 1) & ~(host - 1));
    if (all > end) munmap(end, (size_t)(all - end));
    void *mapped = NEXT(mmap)(at, length, protection, flags | MAP_FIXED, -1, 0);
    if (mapped == MAP_FAILED) munmap(at, length);
    return mapped;
}
