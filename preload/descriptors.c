// SPDX-License-Identifier: Apache-2.0
// Which descriptors of this process stand for files of the oracle. Read without a lock by every call that takes a descriptor.
#define _GNU_SOURCE
#include "oracle.h"

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

size_t held(int64_t (*pairs)[2], size_t most) {
    size_t count = 0;
    for (int fd = 0; fd <= atomic_load(&highest) && count < most; fd++) {
        uint64_t file = file_of(fd);
        if (file == 0) continue;
        pairs[count][0] = fd;
        pairs[count][1] = (int64_t)file;
        count++;
    }
    return count;
}
