/* SPDX-License-Identifier: CC0-1.0 */
/* What this machine has for a case: what it lacks, what stands for its groups and devices, and what it cannot show. */
#ifndef SETTING_H
#define SETTING_H

#include <stdbool.h>

#include "compare.h"
#include "machine.h"

struct setting {
	const struct vfio_oracle_platform *platform;
	const struct mapping *mapping; /* of the topology of the case */
};

/* Why a case cannot be performed here, or NULL. The text holds until the next call. */
const char *what_is_lacking(const struct setting *setting, const struct vfio_oracle_case *entry);

/* The groups and devices of the topology, as far as something stands for them. */
struct plan plan_of(const struct setting *setting, unsigned limit_seconds);

/*
 * Which parts of each step cannot be compared. What a device says of itself is that of the model in the topology: another one has
 * other regions and resets.
 */
void find_unseen(const struct setting *setting, const struct vfio_oracle_case *entry, const struct plan *plan, bool no_locked,
		 struct unseen *unseen);

#endif
