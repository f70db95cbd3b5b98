// SPDX-License-Identifier: Apache-2.0
// exec and posix_spawn: a program that starts another with an environment of its own keeps it below the library.
#define _GNU_SOURCE
#include "oracle.h"

#include <alloca.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FOLDER "VFIO_ORACLE_DIR="
#define PRELOAD "LD_PRELOAD="

static char folder_entry[PATH_MAX + sizeof FOLDER]; // empty where there is no run
static char preload_entry[2 * PATH_MAX];

__attribute__((constructor)) static void keep_what_was_given(void) {
    const char *libraries = getenv("LD_PRELOAD");
    if (run_folder() == NULL || libraries == NULL || strlen(libraries) + sizeof PRELOAD > sizeof preload_entry) return;
    snprintf(preload_entry, sizeof preload_entry, PRELOAD "%s", libraries);
    snprintf(folder_entry, sizeof folder_entry, FOLDER "%s", run_folder());
}

static size_t count(char *const *list) {
    size_t n = 0;
    while (list != NULL && list[n] != NULL) n++;
    return n;
}

static bool has(char *const *list, const char *name) {
    for (size_t i = 0; list != NULL && list[i] != NULL; i++) {
        if (strncmp(list[i], name, strlen(name)) == 0) return true;
    }
    return false;
}

// A program that preloads something else, but still knows the folder, has chosen to.
static char *const *completed(char *const *environment, char **room) {
    if (folder_entry[0] == '\0' || has(environment, FOLDER)) return environment;
    size_t n = count(environment), kept = 0;
    for (size_t i = 0; i < n; i++) {
        if (strncmp(environment[i], PRELOAD, sizeof PRELOAD - 1) != 0) room[kept++] = environment[i];
    }
    room[kept++] = preload_entry;
    room[kept++] = folder_entry;
    room[kept] = NULL;
    return room;
}

// On the stack of the caller, which may be a child that shares its parent's memory.
#define COMPLETED(environment) completed(environment, alloca((count(environment) + 3) * sizeof(char *)))

EXPORT int execve(const char *path, char *const words[], char *const environment[]) {
    return NEXT(execve)(path, words, COMPLETED(environment));
}

EXPORT int execvpe(const char *file, char *const words[], char *const environment[]) {
    return NEXT(execvpe)(file, words, COMPLETED(environment));
}

EXPORT int fexecve(int fd, char *const words[], char *const environment[]) {
    return NEXT(fexecve)(fd, words, COMPLETED(environment));
}

EXPORT int execveat(int dirfd, const char *path, char *const words[], char *const environment[], int flags) {
    return NEXT(execveat)(dirfd, path, words, COMPLETED(environment), flags);
}

EXPORT int execv(const char *path, char *const words[]) { return execve(path, words, environ); }
EXPORT int execvp(const char *file, char *const words[]) { return execvpe(file, words, environ); }

EXPORT int posix_spawn(pid_t *process, const char *path, const posix_spawn_file_actions_t *actions,
                       const posix_spawnattr_t *attributes, char *const words[], char *const environment[]) {
    return NEXT(posix_spawn)(process, path, actions, attributes, words, COMPLETED(environment));
}

EXPORT int posix_spawnp(pid_t *process, const char *file, const posix_spawn_file_actions_t *actions,
                        const posix_spawnattr_t *attributes, char *const words[], char *const environment[]) {
    return NEXT(posix_spawnp)(process, file, actions, attributes, words, COMPLETED(environment));
}

// The words of execl and its relatives, and behind their end what execle takes.
#define EXECUTES(name, with, then)                                                                                     \
    EXPORT int name(const char *path, const char *first, ...) {                                                        \
        va_list more;                                                                                                  \
        size_t n = 1;                                                                                                  \
        va_start(more, first);                                                                                         \
        while (va_arg(more, char *) != NULL) n++;                                                                      \
        va_end(more);                                                                                                  \
        char **words = alloca((n + 1) * sizeof *words);                                                                \
        words[0] = (char *)(uintptr_t)first;                                                                           \
        va_start(more, first);                                                                                         \
        for (size_t i = 1; i <= n; i++)                         words[i] = va_arg(more, char *);                       \
        char *const *environment = then;                                                                               \
        va_end(more);                                                                                                  \
        return with(path, words, environment);                                                                         \
    }
EXECUTES(execl, execve, environ)
EXECUTES(execlp, execvpe, environ)
EXECUTES(execle, execve, va_arg(more, char *const *))
