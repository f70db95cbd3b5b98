// SPDX-License-Identifier: Apache-2.0
// What the parts of the library share. The library knows no VFIO: it turns file names, says which descriptors stand for files
// of the oracle, and carries calls on them over a socket. What a call means is decided at the other end (docs/reference/exec-protocol.md).
#ifndef ORACLE_H
#define ORACLE_H

#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/un.h>

#if UINTPTR_MAX != UINT64_MAX
#error "only hosts of 64 bits are supported"
#endif

#define EXPORT __attribute__((visibility("default")))
// What only calls need that concern the oracle is kept out of those that do not: their stack and registers are not for it.
#define RARE __attribute__((noinline, cold)) static

// The function that the program would have called; looked up once at each place.
#define NEXT(name)                                                                                                     \
    ({                                                                                                                 \
        static __typeof__(&name) found;                                                                                \
        if (found == NULL) found = (__typeof__(&name))next(#name);                                                     \
        found;                                                                                                         \
    })
__attribute__((cold)) void *next(const char *name);
// A system call as it is: this library answers for syscall, too.
long raw(long number, ...);

// ---- messages: docs/reference/exec-protocol.md ----

enum kind {
    HELLO = 1,  // a process begins to speak: a = its id, b = enum hello; payload: pairs of descriptor and file
    ATTACH = 2, // this connection is the descriptor a of process b for a file
    OPEN = 3,   // a = flags; payload: the path
    IOCTL = 4,  // a = descriptor, b = request, c = argument; payload: 1 when it is writable, then what is there
    CLOSE = 5,  // a = descriptor that is about to be closed; -1 when none could be made for the file
    CLOSED = 6, // what was about to be closed is
    DUP = 7,    // a = old descriptor, b = new one
    READ = 8,   // a = descriptor, b = offset, c = length
    WRITE = 9,  // a = descriptor, b = offset; payload: the bytes
    MMAP = 10,  // a = descriptor, b = offset, c = length
    GUARD = 11, // this connection is that of the guard; a = its process
    ENDED = 12, // from the guard: the program ended with wait status a
    FAILED = 13, // from the guard: the program could not be started, errno a
    IOCTL_AGAIN = 14, // as IOCTL, once the oracle has asked; payload: struct around, then as that of IOCTL
};

enum hello {
    STARTED = 0,
    FORKED = 1,
    CUT_OFF = 2, // it spoke before, and its connection was closed behind the library's back
};

struct request {
    uint32_t size; // of the whole message
    uint32_t kind;
    uint64_t file;
    int64_t a, b, c;
};

struct reply {
    uint32_t size; // of the whole message
    int32_t error; // errno, 0 when the call succeeds, ASKS when the oracle asks before it answers
    int64_t value; // what the call returns
    uint64_t file; // not 0: make a descriptor for this file and return that
};

#define ASKS (-1) // what is mapped at the value of the reply; payload: struct limits
struct limits {
    uint64_t low, high; // how far to look down and up at most
};

#define AT_ONCE 4096  // bytes of a transfer in one message
#define LOOKED_AT 256 // bytes that an ioctl sends of its argument

// What goes with a message, in both directions. On the stack of the caller: a thread may have little of anything else.
struct payload {
    const void *sent;
    size_t length;
    void *received; // room for what comes back
    size_t room;
    size_t filled;
};

// Performs one exchange; false when the oracle is gone, or the call fails, as errno tells.
bool call(struct request request, struct payload *payload, struct reply *reply);
// Makes a descriptor for a file of the oracle; -1 with errno when it cannot.
int make_descriptor(uint64_t file, bool close_on_exec);
// Whether a descriptor belongs to the library itself, which the program must not close.
bool is_own(int fd);
// Notes that registers of a device are mapped: a child has them, too, without any descriptor.
void note_mapping(void);
// Whether this process may speak: not in a child that still shares its parent's memory.
bool is_speaking(void);

// ---- descriptors ----

// The kinds of file, in the highest byte of a file; the three below it hold the number of the group.
enum file_kind { CONTAINER = 1, GROUP = 2, DEVICE = 3 };
static inline enum file_kind kind_of(uint64_t file) { return (enum file_kind)(file >> 56); }
static inline unsigned number_of(uint64_t file) { return (unsigned)(file >> 32) & 0xffffff; }

#define MOST_DESCRIPTORS (1 << 20)
extern _Atomic uint64_t files[MOST_DESCRIPTORS];
// What a descriptor stood for when it was last looked at. A program can close it in ways that this library does not see.
static inline uint64_t noted_file_of(int fd) {
    return fd < 0 || fd >= MOST_DESCRIPTORS ? 0 : atomic_load_explicit(&files[fd], memory_order_acquire);
}
uint64_t still_file_of(int fd, uint64_t noted); // what it stands for now, as the kernel says
// 0 when it stands for none; costs nothing for the descriptors that never did
static inline uint64_t file_of(int fd) {
    uint64_t noted = noted_file_of(fd);
    return noted == 0 ? 0 : still_file_of(fd, noted);
}
uint64_t adopted_file_of(int fd);    // the same, and notices descriptors that came from other processes
void note(int fd, uint64_t file);
// The same, unless another thread has noted something else meanwhile.
bool correct(int fd, uint64_t noted, uint64_t file);
void forget(int fd);
// The name of the socket that stands for a file, and its length.
socklen_t name_of(uint64_t file, struct sockaddr_un *name);
// The file that the kernel's name of a descriptor says it stands for; 0 when for none.
uint64_t file_by_name(int fd);
// Fills in pairs of descriptor and file, of what is noted and still so; returns how many. Tells the oracle nothing.
size_t held(int64_t (*pairs)[2], size_t most);
bool can_have_inherited(void);
void note_what_was_inherited(void);

// ---- names ----

// The folder of this run; NULL when there is none and the library has nothing to do.
const char *run_folder(void);
// Whether a path can lead to what the oracle answers for. Looked at before anything else: most paths cannot, and cost no more.
static inline bool may_lead(int dirfd, const char *path) {
    if (path == NULL) return false;
    if (path[0] == '/') return path[1] == 'd' || path[1] == 's' || path[1] == '/' || path[1] == '.';
    return dirfd >= 0 || path[0] == 'v' || path[0] == '.' || (path[0] >= '0' && path[0] <= '9');
}
// The path to use instead of one the oracle answers for, in buffer; else the path itself.
const char *turned(int dirfd, const char *path, char buffer[PATH_MAX]);
// Where symbolic links of the program lead that the kernel could not follow: to a name that the oracle answers for; else NULL.
const char *through_links(int dirfd, const char *path, char buffer[PATH_MAX]);
// Whether a call failed for a name that is not there, which may be that of such a link. Keeps errno.
#define MISSED(result) (_Generic((result), int: (intptr_t)(result) < 0, ssize_t: (intptr_t)(result) < 0, default: (intptr_t)(result) == 0) && errno == ENOENT)
// A function that only takes a path, with it turned.
#define TURNS(type, name, folder, given, with)                                                                         \
    RARE type name##_turned given {                                                                                    \
        char buffer[PATH_MAX];                                                                                         \
        path = turned(folder, path, buffer);                                                                           \
        return NEXT(name) with;                                                                                        \
    }                                                                                                                  \
    RARE type name##_linked given {                                                                                    \
        char buffer[PATH_MAX];                                                                                         \
        path = through_links(folder, path, buffer);                                                                    \
        return path == NULL ? (type)_Generic((type)0, int: -1, ssize_t: -1, default: 0) : name##_turned with;                       \
    }                                                                                                                  \
    EXPORT type name given {                                                                                           \
        if (may_lead(folder, path)) return name##_turned with;                                                         \
        type result = NEXT(name) with;                                                                                 \
        return MISSED(result) ? name##_linked with : result;                                                           \
    }

// The path as the program knows it, when one was turned: without the folder.
const char *unturned(const char *path);
// The name below /dev/vfio that a path means; NULL when it means none.
const char *vfio_name(int dirfd, const char *path, char buffer[PATH_MAX]);

// ---- memory ----

size_t look(uint64_t address, void *to, size_t length);
// Whether the struct of which these bytes were seen can be written to, too.
bool is_writable(uint64_t address, const char *bytes, size_t seen);
bool put(uint64_t address, const void *from, size_t length);

// What is mapped at an address, and around it with the same access.
struct around {
    uint64_t start, end, page, how;
};
enum { AROUND_READABLE = 1, AROUND_WRITABLE = 2, AROUND_KNOWN = 4 }; // the last: the kernel could be asked
struct around look_around(uint64_t address, uint64_t low, uint64_t high);

// ---- pages ----

// What the program is told to be the size of a page; 0 where that is the truth.
size_t told_page(void);
// New memory of the program, at a page of that size.
void *map_at_page(size_t length, int protection, int flags);

#endif
