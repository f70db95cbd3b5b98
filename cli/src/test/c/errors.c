// SPDX-License-Identifier: Apache-2.0
// What a program finds in errno before it has called anything, alone and when it inherits a descriptor of the oracle.
#include "vfio.h"

#include <spawn.h>

extern char **environ;

int main(int count, char **words) {
    (void)words;
    printf("errno %d\n", errno);
    fflush(stdout);
    if (count > 1 || open("/dev/vfio/vfio", O_RDWR) < 0) return 0;
    char *arguments[] = {"errors", "again", NULL};
    pid_t spawned;
    return posix_spawn(&spawned, "/proc/self/exe", NULL, NULL, arguments, environ) != 0 || waitpid(spawned, NULL, 0) < 0;
}
