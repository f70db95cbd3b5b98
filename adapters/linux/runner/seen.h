/* SPDX-License-Identifier: CC0-1.0 */
/* What was seen of a case: written by the processes that perform it, read by the one that compares. */
#ifndef SEEN_H
#define SEEN_H

#include <stdbool.h>

#define MOST_STEPS 256
#define MOST_OUT 512
#define MOST_WHY 200

enum seen_kind { SEEN_NOTHING, SEEN_RESULT, SEEN_UNUSABLE };

struct seen_step {
	enum seen_kind kind;
	bool descriptor;
	int value;
	int error;
	long locked;
	char out[MOST_OUT]; /* " field=value ..." */
};

/* In memory that all processes of a case share. */
struct seen {
	int begun;          /* the operations that have begun */
	char why[MOST_WHY]; /* why the case, or an operation, cannot be performed; empty otherwise */
	struct seen_step steps[MOST_STEPS];
};

/* Makes the memory; NULL when there is none. */
struct seen *seen_memory(void);

/* Forgets what was seen. */
void seen_forget(void);

#endif
