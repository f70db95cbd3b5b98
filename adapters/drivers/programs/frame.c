// SPDX-License-Identifier: Apache-2.0
// What all programs here share: their memory, and the commands.
#define _GNU_SOURCE
#include "frame.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define HUGE (2UL << 20)

struct piece pieces[MOST_PIECES];
size_t piece_count;
size_t all_memory;

void keep(void *memory, size_t size) {
    if (piece_count == MOST_PIECES) exit(70);
    pieces[piece_count++] = (struct piece){memory, size};
    printf("memory %p\n", memory);
    fflush(stdout);
}

// At a multiple of 2 MiB in both cases.
void *new_memory(size_t size, const char *kind) {
    int huge = strcmp(kind, "2m") == 0 ? MAP_HUGETLB : 0;
    size_t spare = huge != 0 ? 0 : HUGE;
    char *memory = mmap(NULL, size + spare, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | huge, -1, 0);
    if (memory == MAP_FAILED) {
        perror("no memory");
        exit(70);
    }
    if (spare != 0) {
        // What is around it goes, so that it is a mapping of its own.
        char *at = (char *)(((uintptr_t)memory + HUGE - 1) & ~(HUGE - 1));
        if (at > memory) munmap(memory, (size_t)(at - memory));
        munmap(at + size, (size_t)(memory + spare - at));
        memory = at;
        // Neighbours of another kind are not joined with it.
        madvise(memory, size, MADV_DONTDUMP);
    }
    keep(memory, size);
    return memory;
}

static void say(bool done) {
    puts(done ? "ok" : "failed");
    fflush(stdout);
}

// PROGRAM ALL SIZE KIND [DEVICE...]
int main(int count, char **words) {
    char line[256], word[128], kind[16];
    size_t size;
    if (count < 4) return 64;
    all_memory = strtoul(words[1], NULL, 0);
    if (!begin(strtoul(words[2], NULL, 0), words[3], words + 4, count - 4)) return 1;
    puts("running");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin) != NULL) {
        if (sscanf(line, "add %127s", word) == 1) {
            say(attach(word));
        } else if (sscanf(line, "del %127s", word) == 1) {
            say(detach(word));
        } else if (sscanf(line, "memory %zi %15s", &size, kind) == 2) {
            say(grow(size, kind));
        } else if (strcmp(line, "quit\n") == 0) {
            return 0;
        } else {
            say(false);
        }
    }
    return 0;
}
