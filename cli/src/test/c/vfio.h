// SPDX-License-Identifier: Apache-2.0
#include <errno.h>
#include <fcntl.h>
#include <linux/vfio.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE 4096

// The name of a call, and what it returned or how it failed.
#define SAY(name, call)                                                                                                \
    do {                                                                                                               \
        int result = (call);                                                                                           \
        printf("%s %s\n", name, result < 0 ? strerrorname_np(errno) : result == 0 ? "0" : result == 1 ? "1" : "more"); \
    } while (0)
