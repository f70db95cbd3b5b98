// SPDX-License-Identifier: Apache-2.0
// Descriptors that changed their meaning where this library did not see it: the oracle is told of those that came from elsewhere.
#include "oracle.h"

#include <errno.h>

static void adopt(int fd, uint64_t file) {
    struct payload nothing = {0};
    struct reply reply;
    call((struct request){.kind = DUP, .file = file, .a = -1, .b = fd}, &nothing, &reply);
}

uint64_t still_file_of(int fd, uint64_t noted) {
    int before = errno;
    uint64_t now = file_by_name(fd);
    if (now != noted && correct(fd, noted, now) && now != 0 && is_speaking()) adopt(fd, now);
    errno = before;
    return now;
}

uint64_t adopted_file_of(int fd) {
    uint64_t file = file_of(fd);
    if (file != 0 || run_folder() == NULL || !is_speaking()) return file;
    int before = errno;
    file = file_by_name(fd);
    if (file != 0) {
        note(fd, file);
        adopt(fd, file);
    }
    errno = before;
    return file;
}
