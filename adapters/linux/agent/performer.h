/* SPDX-License-Identifier: CC0-1.0 */
/* The state of one performing process, and what the files that perform operations share. It knows none of them. */
#ifndef PERFORMER_H
#define PERFORMER_H

#include <sys/types.h>

#include "plan.h"

/* Out structs hold this byte everywhere before a call; a field that still does was not written and is not reported. */
#define POISON 0xa5

#define MAX_HANDLES 256
#define MAX_CHILDREN 16

struct performer {
	const struct plan *plan;
	const struct test_case *test;
	const struct operation *operation; /* the one being performed */
	bool usable;                       /* its arguments made sense so far */
	const char *why;                   /* when not, the reason if there is one to tell */
	uint64_t iova_further, vaddr_further; /* of a request that is repeated: from its arguments on */
	int handle_count;
	struct named_fd {
		const char *name;
		int fd;
		void *mapped; /* of a device: where, and how much; such a handle is no descriptor */
		size_t size;
	} handles[MAX_HANDLES];
	char out[512]; /* " field=value" for each out-field the call wrote */
};

/* What a call did: a descriptor, or its return value with errno. */
struct result {
	bool descriptor;
	int value;
	int error;
};

/* A return value with errno, as a system call leaves them. */
struct result finished(int value);

/* A descriptor, which the argument "as" names from now on. */
struct result opened(struct performer *p, int fd);

/* A mapping of a device, which the argument "as" names from now on; and what the argument "on" names, NULL when there is none. */
void bind_mapping(struct performer *p, void *mapped, size_t size);
struct named_fd *mapping(struct performer *p);

/* The number of an argument, or otherwise; an argument that is no number makes the operation unusable. */
uint64_t value_of(struct performer *p, const char *key, uint64_t otherwise);

/* The address of an argument, 0 when it is not there. */
uint64_t address_argument(struct performer *p, const char *key);

/* The descriptor of the handle an argument names; -1 when that handle was never bound or is closed. */
int handle(struct performer *p, const char *key);

/* Ends the case: this machine cannot perform the operation. */
struct result unusable(struct performer *p, const char *why);

/* Appends an out-field of 4 or 8 bytes unless it still holds the poison; hex or decimal. */
void out_field(struct performer *p, const char *name, const void *field, size_t size, bool hex);

/* Appends an out-field whatever its value. */
void out_number(struct performer *p, const char *name, uint64_t value);

#endif
