/* SPDX-License-Identifier: CC0-1.0 */
#include <stdio.h>
#include <string.h>

#include "setting.h"

/* The group that an argument of a step is about, or NULL. */
static const char *group_of(const struct setting *s, const struct vfio_oracle_argument *argument)
{
	static char alias[16];

	if (argument->kind != VFIO_ORACLE_GROUP && argument->kind != VFIO_ORACLE_DEVICE)
		return NULL;
	snprintf(alias, sizeof(alias), "%.15s", s->platform->names[argument->name]);
	alias[strcspn(alias, ".")] = 0;
	return alias;
}

/* Why a case cannot be performed with the groups of this machine, or NULL. */
static const char *lacks_group(const struct setting *s, const struct vfio_oracle_case *entry)
{
	static char why[120];
	const struct mapping *mapping = s->mapping;

	for (unsigned i = 0; i < entry->step_count; i++) {
		const struct vfio_oracle_step *step = &s->platform->steps[entry->first_step + i];

		for (unsigned j = 0; j < step->argument_count; j++) {
			const char *alias = group_of(s, &s->platform->arguments[step->first_argument + j]);
			int ordinal = alias ? topology_group(s->platform, mapping->topology, alias) : -1;

			if (ordinal < 0 || mapping->groups[ordinal])
				continue;
			snprintf(why, sizeof(why), "no group of this machine stands for %s (--probe shows what is missing)", alias);
			return why;
		}
	}
	return NULL;
}

/* A line of /proc/meminfo in bytes; as much as can be when nothing tells. */
static unsigned long long memory(const char *format)
{
	unsigned long long kib = ~0ull >> 10;
	char line[128];
	FILE *file = fopen("/proc/meminfo", "r");

	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, format, &kib) == 1)
			break;
	if (file)
		fclose(file);
	return kib << 10;
}

static const char *lacks_memory(const struct setting *s, const struct vfio_oracle_case *entry)
{
	static char why[80];
	unsigned long long needed = 0, there = memory("MemAvailable: %llu kB"), all = memory("MemTotal: %llu kB");
	unsigned long long described = s->mapping->topology->ram;

	for (unsigned i = 0; i < entry->buffer_count; i++)
		needed += s->platform->buffers[entry->first_buffer + i].size;
	if (needed >= there / 2) {
		snprintf(why, sizeof(why), "it needs %llu MiB of memory, and %llu are there", needed >> 20, there >> 20);
		return why;
	}
	/* Memory bounds windows on old kernels; a part of it is not counted in MemTotal. */
	if (described / 2 > all) {
		snprintf(why, sizeof(why), "its machine has %llu MiB of memory, and this one %llu", described >> 20, all >> 20);
		return why;
	}
	return NULL;
}

const char *what_is_lacking(const struct setting *s, const struct vfio_oracle_case *entry)
{
	const char *why = lacks_group(s, entry);

	if (!why)
		why = lacks_memory(s, entry);
	if (!why && entry->step_count > MOST_STEPS)
		why = "it has more operations than this program has room for";
	return why;
}

static void add_alias(struct alias *aliases, int *count, const char *name, const char *address)
{
	if (*count < MAX_ALIASES)
		aliases[(*count)++] = (struct alias){ .name = name, .address = address };
}

struct plan plan_of(const struct setting *s, unsigned limit_seconds)
{
	const struct mapping *mapping = s->mapping;
	struct plan plan = { .limit_seconds = limit_seconds };

	for (int i = 0; i < mapping->topology->group_count; i++) {
		const struct vfio_oracle_group *group = &s->platform->groups[mapping->topology->first_group + (unsigned)i];
		const struct machine_group *here = mapping->groups[i];

		if (!here)
			continue;
		add_alias(plan.groups, &plan.group_count, s->platform->names[group->name], here->devices[0]);
		for (unsigned d = 0; d < group->device_count; d++)
			add_alias(plan.devices, &plan.device_count,
				  s->platform->names[s->platform->devices[group->first_device + d].name], here->devices[d]);
	}
	return plan;
}

/* The device of a name in the topology of a case, or NULL. */
static const struct vfio_oracle_device *device_named(const struct setting *s, const struct vfio_oracle_case *entry,
						     unsigned name)
{
	const struct vfio_oracle_topology *topology = &s->platform->topologies[entry->topology];

	for (unsigned i = 0; i < topology->group_count; i++) {
		const struct vfio_oracle_group *group = &s->platform->groups[topology->first_group + i];

		for (unsigned d = 0; d < group->device_count; d++)
			if (s->platform->devices[group->first_device + d].name == name)
				return &s->platform->devices[group->first_device + d];
	}
	return NULL;
}

/* The device whose descriptor a step is made on, or NULL. */
static const struct vfio_oracle_device *device_at(const struct setting *s, const struct vfio_oracle_case *entry,
						  const struct vfio_oracle_step *step)
{
	const struct vfio_oracle_device *device = NULL;

	for (unsigned i = 0; i < entry->step_count; i++) {
		const struct vfio_oracle_step *opening = &s->platform->steps[entry->first_step + i];

		if (opening == step)
			break;
		for (unsigned j = 0; opening->as == step->on && j < opening->argument_count; j++) {
			const struct vfio_oracle_argument *argument = &s->platform->arguments[opening->first_argument + j];

			if (argument->kind == VFIO_ORACLE_DEVICE)
				device = device_named(s, entry, argument->name);
		}
	}
	return device;
}

void find_unseen(const struct setting *s, const struct vfio_oracle_case *entry, const struct plan *plan, bool no_locked,
		 struct unseen *unseen)
{
	memset(unseen, 0, MOST_STEPS * sizeof(*unseen));
	for (unsigned i = 0; i < entry->step_count; i++) {
		const struct vfio_oracle_step *step = &s->platform->steps[entry->first_step + i];
		const struct vfio_oracle_device *device;
		const char *address;

		unseen[i].locked = no_locked;
		if (step->op != VFIO_ORACLE_OP_DEVICE_GET_INFO)
			continue;
		device = device_at(s, entry, step);
		address = device ? address_of(plan->devices, plan->device_count, s->platform->names[device->name]) : NULL;
		unseen[i].fields = !address || !is_model(address, device->model);
	}
}
