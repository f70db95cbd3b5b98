// SPDX-License-Identifier: Apache-2.0
// What lies behind the functions that this library answers for: those of the C library, and the kernel.
#define _GNU_SOURCE
#include "oracle.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void *next(const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    if (found == NULL) {
        fprintf(stderr, "vfio-oracle: the C library has no %s\n", name);
        abort();
    }
    return found;
}

long raw(long number, ...) {
    long a[6]; // whatever their number: that is what the C library passes on as well
    va_list more;
    va_start(more, number);
    for (int i = 0; i < 6; i++) a[i] = va_arg(more, long);
    va_end(more);
    return NEXT(syscall)(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
