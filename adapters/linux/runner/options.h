/* SPDX-License-Identifier: CC0-1.0 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

#include "machine.h"

#define MOST_ONLY 64

struct options {
	bool list;      /* print the cases, perform none */
	bool probe;     /* print which groups stand for which, perform none */
	bool dangerous; /* perform also what may hang or spoil the machine */
	bool no_locked; /* locked memory is not compared */
	unsigned limit_seconds;
	int only_count;
	const char *only[MOST_ONLY]; /* ids, or their beginnings; none: all */
	int given_count;
	struct given {
		char name[8];
		int number;
	} given[MAX_ALIASES]; /* --group */
};

/* Reads the command line; prints what is wrong with it and exits with 2. */
struct options options_read(int count, char **words);

/* Whether a case is asked for. */
bool options_ask_for(const struct options *options, const char *id);

#endif
