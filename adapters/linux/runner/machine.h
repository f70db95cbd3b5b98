/* SPDX-License-Identifier: CC0-1.0 */
/* The IOMMU groups of this machine, and which of them stand for the groups of a topology. */
#ifndef MACHINE_H
#define MACHINE_H

#include <stdbool.h>

#include "plan.h"
#include "vfio_oracle_cases.h"

#define MOST_GROUPS 256
#define MOST_DEVICES 8 /* of a group; further ones are not looked at */
#define ADDRESS_SIZE 24

struct machine_group {
	int number;
	int device_count;
	char devices[MOST_DEVICES][ADDRESS_SIZE]; /* PCI addresses, in order, without bridges */
	bool usable;                               /* all of them are bound to vfio-pci */
};

struct machine {
	int count;
	struct machine_group groups[MOST_GROUPS]; /* by number */
};

/* Reads /sys/kernel/iommu_groups. */
void machine_read(struct machine *machine);

/* The group of this number, or NULL. */
const struct machine_group *machine_group(const struct machine *machine, int number);

/* Which group of the machine each group of a topology is; NULL: none. */
struct mapping {
	const struct vfio_oracle_topology *topology;
	const struct machine_group *groups[MAX_ALIASES];
};

/* Gives the groups of a topology groups of the machine, as many as have the same structure. */
void mapping_find(struct mapping *mapping, const struct vfio_oracle_platform *platform, const struct machine *machine);

/*
 * Says why a mapping has not the structure of its topology: a group has too few devices, or stands on the bridge of another one
 * and should not, or the other way round. NULL when it has.
 */
const char *mapping_problem(const struct mapping *mapping, const struct vfio_oracle_platform *platform);

/* The ordinal of a group in the topology, or -1. */
int topology_group(const struct vfio_oracle_platform *platform, const struct vfio_oracle_topology *topology,
		   const char *name);

/* Whether the device at a PCI address is of the model that a topology names. */
bool is_model(const char *address, const char *model);

#endif
