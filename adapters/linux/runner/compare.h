/* SPDX-License-Identifier: CC0-1.0 */
/* What was seen of a case, against the table. */
#ifndef COMPARE_H
#define COMPARE_H

#include "seen.h"
#include "vfio_oracle_cases.h"

enum verdict_kind { CONFORMS, FIXED, DIFFERS, CUT_SHORT };

struct verdict {
	enum verdict_kind kind;
	unsigned step; /* the one that decided */
	char expected[160];
	char found[160];
	const char *deviation; /* which bug the machine does not have, when it is FIXED */
};

/* Which parts of a step cannot be compared on this machine; told by whoever knows its devices. */
struct unseen {
	bool fields;
	bool locked;
};

/* Compares; `unseen` has an entry for each step. CUT_SHORT: not every step was performed, and those that were conform. */
struct verdict compare(const struct vfio_oracle_platform *platform, const struct vfio_oracle_case *entry,
		       const struct seen *seen, const struct unseen *unseen);

#endif
