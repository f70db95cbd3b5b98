// SPDX-License-Identifier: Apache-2.0
// The connections to the oracle: one for each process that speaks, and one for each descriptor, which says by its end that
// the last copy of it is gone, in whichever process and however it went.
#define _GNU_SOURCE
#include "oracle.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

#define MOST_HELD 4096
#define MOST_MILLISECONDS 1000 // that a parent waits for its child to speak

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int control = -1;
static struct stat connection; // what the kernel says of it: its number may be something else of the program's by now
static pid_t speaker;
static bool told;
static _Atomic bool mapped;

void note_mapping(void) { atomic_store(&mapped, true); }

// Whether the connection still is what it was. A program can close it with a system call of its own.
static bool is_connected(void) {
    struct stat now;
    return control >= 0 && raw(SYS_fstat, control, &now) == 0 && now.st_ino == connection.st_ino &&
           now.st_dev == connection.st_dev;
}

bool is_own(int fd) {
    int before = errno;
    bool own = fd >= 0 && fd == control && is_connected();
    errno = before;
    return own;
}

bool is_speaking(void) { return speaker == getpid(); }

static void close_quietly(int fd) {
    int before = errno;
    raw(SYS_close, fd);
    errno = before;
}

static void lose(void) {
    if (is_connected()) close_quietly(control);
    control = -1;
    if (!told) {
        static const char text[] = "vfio-oracle: the oracle has ended; VFIO calls return EIO from now on\n";
        told = true;
        // Not with write, which is what this library puts in its place.
        if (raw(SYS_write, STDERR_FILENO, text, sizeof text - 1) < 0) return;
    }
}

// Both parts at once, so that the oracle wakes up for a whole message.
static bool send_all(int fd, struct iovec parts[2]) {
    while (parts[0].iov_len + parts[1].iov_len > 0) {
        struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
        ssize_t sent = sendmsg(fd, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        for (int i = 0; i < 2; i++) {
            size_t part = (size_t)sent < parts[i].iov_len ? (size_t)sent : parts[i].iov_len;
            parts[i].iov_base = (char *)parts[i].iov_base + part;
            parts[i].iov_len -= part;
            sent -= (ssize_t)part;
        }
    }
    return true;
}

// The rest of the first part, and after that the second one as far as it comes: a reply and what follows it, most often at once.
static ssize_t receive(int fd, struct iovec parts[2]) {
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = parts[1].iov_len == 0 ? 1 : 2};
    ssize_t received;
    do {
        received = recvmsg(fd, &message, 0);
    } while (received < 0 && errno == EINTR);
    return received;
}

static bool receive_all(int fd, void *data, size_t length) {
    for (char *at = data; length > 0;) {
        struct iovec rest[2] = {{at, length}, {NULL, 0}};
        ssize_t received = receive(fd, rest);
        if (received <= 0) return false;
        at += received;
        length -= (size_t)received;
    }
    return true;
}

// Nothing else can come than one reply: who waits for it holds the lock.
static bool receive_reply(int fd, struct reply *reply, struct payload *payload) {
    struct iovec both[2] = {{reply, sizeof *reply}, {payload->received, payload->room}};
    ssize_t received = receive(fd, both);
    if (received <= 0) return false;
    size_t got = (size_t)received;
    if (got < sizeof *reply) {
        if (!receive_all(fd, (char *)reply + got, sizeof *reply - got)) return false;
        got = sizeof *reply;
    }
    if (reply->size < sizeof *reply || reply->size - sizeof *reply > payload->room) return false;
    payload->filled = reply->size - sizeof *reply;
    size_t follows = got - sizeof *reply;
    return follows <= payload->filled && receive_all(fd, (char *)payload->received + follows, payload->filled - follows);
}

static bool exchange(int fd, struct request request, struct payload *payload, struct reply *reply) {
    request.size = (uint32_t)(sizeof request + payload->length);
    struct iovec parts[] = {{&request, sizeof request}, {(void *)(uintptr_t)payload->sent, payload->length}};
    if (!send_all(fd, parts)) return false;
    return receive_reply(fd, reply, payload);
}

static bool connect_to_oracle(int fd) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int length = snprintf(address.sun_path, sizeof address.sun_path, "%s/socket", run_folder());
    return length > 0 && (size_t)length < sizeof address.sun_path &&
           connect(fd, (struct sockaddr *)&address, sizeof address) == 0;
}

// A number that programs which count through the low ones do not meet.
static int out_of_the_way(int fd) {
    int high = (int)raw(SYS_fcntl, fd, F_DUPFD_CLOEXEC, 900);
    if (high < 0) return fd;
    close_quietly(fd);
    return high;
}

static bool begin(enum hello how) {
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return false;
    fd = out_of_the_way(fd);
    static int64_t pairs[MOST_HELD][2]; // below the lock
    size_t count = held(pairs, MOST_HELD);
    struct request hello = {.kind = HELLO, .a = getpid(), .b = how};
    struct payload payload = {.sent = pairs, .length = count * sizeof pairs[0]};
    struct reply reply;
    if (!connect_to_oracle(fd) || !exchange(fd, hello, &payload, &reply)) {
        close_quietly(fd);
        return false;
    }
    if (raw(SYS_fstat, fd, &connection) != 0) memset(&connection, 0, sizeof connection);
    control = fd;
    return true;
}

// Connects where that was not done, or where the connection is gone.
static bool is_heard(void) {
    if (control < 0) return begin(STARTED);
    if (is_connected()) return true;
    control = -1;
    return begin(CUT_OFF);
}

bool call(struct request request, struct payload *payload, struct reply *reply) {
    sigset_t all, before;
    sigfillset(&all);
    // A handler that made a call of its own would wait for the lock forever.
    pthread_sigmask(SIG_BLOCK, &all, &before);
    pthread_mutex_lock(&lock);
    bool done = !told && is_heard() && exchange(control, request, payload, reply);
    if (!done) lose();
    pthread_mutex_unlock(&lock);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (!done || reply->error > 0) errno = done ? reply->error : EIO; // a question is no error
    return done && reply->error == 0;
}

// A file that no descriptor can be made for is closed again.
static int give_up(uint64_t file, int error) {
    struct payload nothing = {0};
    struct reply reply;
    call((struct request){.kind = CLOSE, .file = file, .a = -1}, &nothing, &reply);
    call((struct request){.kind = CLOSED, .file = file}, &nothing, &reply);
    errno = error;
    return -1;
}

int make_descriptor(uint64_t file, bool close_on_exec) {
    struct payload nothing = {0};
    struct reply reply;
    struct sockaddr_un name;
    socklen_t length = name_of(file, &name);
    int fd = socket(AF_UNIX, SOCK_STREAM | (close_on_exec ? SOCK_CLOEXEC : 0), 0);
    if (fd < 0) return give_up(file, errno);
    struct request attach = {.kind = ATTACH, .file = file, .a = fd, .b = getpid()};
    if (bind(fd, (struct sockaddr *)&name, length) != 0 || !connect_to_oracle(fd) ||
        !exchange(fd, attach, &nothing, &reply)) {
        close_quietly(fd);
        return give_up(file, EIO);
    }
    note(fd, file);
    return fd;
}

// Closed by a child when it has said what it has: the kernel tells nobody that a mapping has a copy, so the parent waits for that.
static int introduction[2] = {-1, -1};

static void before_fork(void) {
    pthread_mutex_lock(&lock);
    if (atomic_load(&mapped) && raw(SYS_pipe2, introduction, O_CLOEXEC) != 0) introduction[0] = introduction[1] = -1;
}

static void after_fork_in_parent(void) {
    if (introduction[0] >= 0) {
        int before = errno;
        close_quietly(introduction[1]);
        struct pollfd child = {.fd = introduction[0]};
        while (poll(&child, 1, MOST_MILLISECONDS) < 0 && errno == EINTR) {
        }
        close_quietly(introduction[0]);
        introduction[0] = introduction[1] = -1;
        errno = before;
    }
    pthread_mutex_unlock(&lock);
}

// A child that has descriptors, or may have mappings, says so at once: the parent's may be closed before the child makes its first call.
static void after_fork_in_child(void) {
    int64_t one[1][2];
    if (is_connected()) close_quietly(control);
    control = -1;
    speaker = getpid();
    if (!told && (atomic_load(&mapped) || held(one, 1) > 0) && !begin(FORKED)) lose();
    for (int i = 0; i < 2; i++) {
        if (introduction[i] >= 0) close_quietly(introduction[i]);
        introduction[i] = -1;
    }
    pthread_mutex_init(&lock, NULL);
}

static void resume(void) {
    int64_t one[1][2];
    note_what_was_inherited();
    if (held(one, 1) > 0 && !begin(STARTED)) lose();
}

__attribute__((constructor)) static void start(void) {
    speaker = getpid();
    if (run_folder() == NULL) return;
    int before = errno; // a program begins with 0
    pthread_atfork(before_fork, after_fork_in_parent, after_fork_in_child);
    if (can_have_inherited()) resume();
    errno = before;
}
