// SPDX-License-Identifier: Apache-2.0
// A program that uses devices through a library, and does what it is told on its standard input (README.md).
#include <stdbool.h>
#include <stddef.h>

// What a program on a library does. Each returns whether it worked. What begins has its first piece of memory afterwards.
bool begin(size_t size, const char *kind, char **devices, int count);
bool attach(const char *address);
bool detach(const char *address);
bool grow(size_t size, const char *kind);

// The size of all memory that the program has in the end.
extern size_t all_memory;

// Its memory so far, in the order in which it came.
#define MOST_PIECES 8
struct piece {
    void *memory;
    size_t size;
};
extern struct piece pieces[MOST_PIECES];
extern size_t piece_count;

// Keeps a piece, and says where it is.
void keep(void *memory, size_t size);
// New memory of SIZE bytes, in ordinary pages or, with "2m", in huge ones, and keeps it.
void *new_memory(size_t size, const char *kind);
