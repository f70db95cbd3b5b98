// SPDX-License-Identifier: Apache-2.0
// Starts the program below the library, and stands between it and the oracle: when the oracle dies, however it dies, the guard
// ends the program with all its children and removes the folder of the run. It ends with the exit code of the program.
//
//     guard FOLDER LIBRARY PROGRAM [ARGUMENT...]
#define _GNU_SOURCE
#include "../oracle.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define BROKEN 4        // the exit code that says that the oracle itself broke
#define GRACE_TENTHS 20 // how long a program may take to end, in tenths of a second

static const char *folder;
static int oracle = -1;

static void tell(enum kind kind, int64_t a) {
    struct request request = {.size = sizeof request, .kind = kind, .a = a};
    if (send(oracle, &request, sizeof request, MSG_NOSIGNAL) < 0) return; // its end is noticed elsewhere
}

static void connect_to_oracle(void) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s/socket", folder);
    oracle = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (oracle < 0 || connect(oracle, (struct sockaddr *)&address, sizeof address) != 0) {
        perror("vfio-oracle: the guard cannot reach the oracle");
        exit(BROKEN);
    }
    tell(GUARD, getpid());
}

static void preload(const char *library) {
    const char *others = getenv("LD_PRELOAD");
    char value[2 * PATH_MAX];
    snprintf(value, sizeof value, "%s%s%s", library, others != NULL && others[0] != '\0' ? ":" : "",
             others != NULL ? others : "");
    setenv("LD_PRELOAD", value, 1);
    setenv("VFIO_ORACLE_DIR", folder, 1);
}

static pid_t start(const char *library, char **program, const sigset_t *before) {
    int failure[2];
    if (pipe2(failure, O_CLOEXEC) != 0) exit(BROKEN);
    pid_t guard = getpid(), child = fork();
    if (child < 0) exit(BROKEN);
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != guard) _exit(BROKEN);
        sigprocmask(SIG_SETMASK, before, NULL);
        preload(library);
        execvp(program[0], program);
        int error = errno;
        if (write(failure[1], &error, sizeof error) < 0) _exit(BROKEN);
        _exit(127);
    }
    int error;
    close(failure[1]);
    if (read(failure[0], &error, sizeof error) == (ssize_t)sizeof error) {
        tell(FAILED, error);
        exit(127);
    }
    close(failure[0]);
    return child;
}

// The children that are left; those of children that have ended come to the guard, too.
static int signal_children(int number) {
    char name[64];
    int count = 0, child;
    snprintf(name, sizeof name, "/proc/self/task/%d/children", getpid());
    FILE *list = fopen(name, "re");
    while (list != NULL && fscanf(list, "%d", &child) == 1) {
        kill(child, number);
        count++;
    }
    if (list != NULL) fclose(list);
    return count;
}

static int removed(const char *path, const struct stat *status, int type, struct FTW *place) {
    (void)status, (void)type, (void)place;
    remove(path);
    return 0;
}

static void end_without_oracle(void) {
    fprintf(stderr, "vfio-oracle: the oracle has died; ending the program\n");
    signal_children(SIGTERM);
    for (int i = 0; i < GRACE_TENTHS * 2; i++) {
        while (waitpid(-1, NULL, WNOHANG) > 0) {
        }
        if (signal_children(i < GRACE_TENTHS ? 0 : SIGKILL) == 0) break;
        nanosleep(&(struct timespec){.tv_nsec = 100000000}, NULL);
    }
    nftw(folder, removed, 16, FTW_DEPTH | FTW_PHYS);
    exit(BROKEN);
}

// Waits for children; returns the exit code once the program has ended, and what was given before that. What it leaves behind,
// such as a daemon, is still the guard's: the run lasts as long as one of them holds a descriptor.
static int reap(pid_t program, int code) {
    int status;
    for (pid_t ended = waitpid(-1, &status, WNOHANG); ended > 0; ended = waitpid(-1, &status, WNOHANG)) {
        if (ended != program) continue;
        tell(ENDED, status);
        code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    }
    return code;
}

// Passes on a signal: to the program, and when that has ended, to what it has left behind.
static void pass_on(pid_t program, int code, int number) {
    if (code < 0) {
        kill(program, number);
    } else {
        signal_children(number);
    }
}

int main(int count, char **words) {
    if (count < 4) return 2;
    folder = words[1];
    sigset_t watched, before;
    sigemptyset(&watched);
    sigaddset(&watched, SIGCHLD);
    sigaddset(&watched, SIGTERM);
    sigaddset(&watched, SIGHUP);
    sigaddset(&watched, SIGINT); // the terminal sends it to the program as well
    sigaddset(&watched, SIGQUIT);
    sigprocmask(SIG_BLOCK, &watched, &before);
    int signals = signalfd(-1, &watched, SFD_CLOEXEC);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    connect_to_oracle();
    pid_t program = start(words[2], words + 3, &before);
    struct pollfd both[] = {{.fd = signals, .events = POLLIN}, {.fd = oracle, .events = POLLIN}};
    int code = -1; // of the program, once it has ended
    for (;;) {
        if (poll(both, 2, -1) < 0 && errno != EINTR) return BROKEN;
        struct signalfd_siginfo got;
        if ((both[0].revents & POLLIN) != 0 && read(signals, &got, sizeof got) == (ssize_t)sizeof got) {
            if (got.ssi_signo == SIGCHLD) code = reap(program, code);
            if (got.ssi_signo == SIGTERM || got.ssi_signo == SIGHUP) pass_on(program, code, (int)got.ssi_signo);
        }
        if (both[1].revents == 0) continue;
        char over;
        ssize_t said = recv(oracle, &over, 1, MSG_DONTWAIT);
        if (said == 1) return code; // the run is over, as the oracle says
        if (said == 0) end_without_oracle();
    }
}
