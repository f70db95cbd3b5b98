// SPDX-License-Identifier: Apache-2.0
// Starts itself in every way there is, with an environment that is empty: what is started is below the library all the same.
#include "vfio.h"

#include <spawn.h>

static int again(const char *how) {
    int container = open("/dev/vfio/vfio", O_RDWR);
    SAY(how, ioctl(container, VFIO_GET_API_VERSION));
    fflush(stdout);
    return 0;
}

static void wait_for(pid_t child) { waitpid(child, NULL, 0); }

#define SELF "/proc/self/exe"
#define IN_A_CHILD(call)                                                                                               \
    do {                                                                                                               \
        pid_t child = fork();                                                                                          \
        if (child == 0) {                                                                                              \
            call;                                                                                                      \
            _exit(1);                                                                                                  \
        }                                                                                                              \
        wait_for(child);                                                                                               \
    } while (0)

int main(int count, char **words) {
    if (count > 1) return again(words[1]);
    setvbuf(stdout, NULL, _IONBF, 0);
    char *nothing[] = {NULL};
    char *execve_words[] = {"starts", "execve", NULL};
    char *spawn_words[] = {"starts", "posix_spawn", NULL};
    char *fexecve_words[] = {"starts", "fexecve", NULL};
    char *execv_words[] = {"starts", "execv after clearenv", NULL};
    IN_A_CHILD(execve(SELF, execve_words, nothing));
    IN_A_CHILD(execve(SELF, execve_words, NULL));
    IN_A_CHILD(execle(SELF, "starts", "execle", NULL, nothing));
    IN_A_CHILD(fexecve(open(SELF, O_RDONLY), fexecve_words, nothing));
    pid_t spawned;
    if (posix_spawn(&spawned, SELF, NULL, NULL, spawn_words, nothing) == 0) wait_for(spawned);
    if (vfork() == 0) {
        execve(SELF, execve_words, nothing);
        _exit(1);
    }
    wait_for(-1);
    IN_A_CHILD(clearenv(); execv(SELF, execv_words));
    IN_A_CHILD(clearenv(); execl(SELF, "starts", "execl after clearenv", NULL));
    return 0;
}
