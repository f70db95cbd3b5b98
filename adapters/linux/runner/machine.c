/* SPDX-License-Identifier: CC0-1.0 */
#define _GNU_SOURCE
#include "machine.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The host bridge of a device, as its address shows it: 0001 of 0001:01:00.0. */
#define DOMAIN_LENGTH 4

static bool read_line(const char *address, const char *file, char *line, int size)
{
	char path[320];
	FILE *stream;
	bool read;

	snprintf(path, sizeof(path), "/sys/bus/pci/devices/%s/%s", address, file);
	stream = fopen(path, "r");
	if (!stream)
		return false;
	read = fgets(line, size, stream) != NULL;
	fclose(stream);
	return read;
}

static bool is_bridge(const char *address)
{
	char class[32];

	return read_line(address, "class", class, sizeof(class)) && !strncmp(class, "0x0604", 6);
}

static bool is_bound_to_vfio(const char *address)
{
	char path[320], target[256];
	const char *driver;
	ssize_t length;

	snprintf(path, sizeof(path), "/sys/bus/pci/devices/%s/driver", address);
	length = readlink(path, target, sizeof(target) - 1);
	if (length < 0)
		return false;
	target[length] = 0;
	driver = strrchr(target, '/');
	return driver && !strcmp(driver, "/vfio-pci");
}

static int by_address(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void read_devices(struct machine_group *group)
{
	char path[64];
	DIR *folder;

	snprintf(path, sizeof(path), "/sys/kernel/iommu_groups/%d/devices", group->number);
	folder = opendir(path);
	group->usable = folder != NULL;
	for (struct dirent *entry; folder && (entry = readdir(folder));) {
		const char *address = entry->d_name;

		if (*address == '.' || is_bridge(address))
			continue;
		if (!is_bound_to_vfio(address))
			group->usable = false;
		if (group->device_count < MOST_DEVICES && strlen(address) < ADDRESS_SIZE)
			strcpy(group->devices[group->device_count++], address);
	}
	if (folder)
		closedir(folder);
	qsort(group->devices, (size_t)group->device_count, ADDRESS_SIZE, by_address);
	group->usable &= group->device_count > 0;
}

static int by_number(const void *a, const void *b)
{
	return ((const struct machine_group *)a)->number - ((const struct machine_group *)b)->number;
}

void machine_read(struct machine *machine)
{
	DIR *folder = opendir("/sys/kernel/iommu_groups");

	machine->count = 0;
	for (struct dirent *entry; folder && machine->count < MOST_GROUPS && (entry = readdir(folder));) {
		struct machine_group *group = &machine->groups[machine->count];

		if (*entry->d_name < '0' || *entry->d_name > '9')
			continue;
		*group = (struct machine_group){ .number = atoi(entry->d_name) };
		read_devices(group);
		machine->count++;
	}
	if (folder)
		closedir(folder);
	qsort(machine->groups, (size_t)machine->count, sizeof(machine->groups[0]), by_number);
}

const struct machine_group *machine_group(const struct machine *machine, int number)
{
	for (int i = 0; i < machine->count; i++)
		if (machine->groups[i].number == number)
			return &machine->groups[i];
	return NULL;
}

static const struct vfio_oracle_group *wanted(const struct mapping *mapping,
					      const struct vfio_oracle_platform *platform, int ordinal)
{
	return &platform->groups[mapping->topology->first_group + (unsigned)ordinal];
}

static bool same_domain(const struct machine_group *a, const struct machine_group *b)
{
	return !strncmp(a->devices[0], b->devices[0], DOMAIN_LENGTH);
}

/* Whether group `ordinal` may be `candidate`, given what the groups before it are. */
static bool fits(const struct mapping *mapping, const struct vfio_oracle_platform *platform, int ordinal,
		 const struct machine_group *candidate)
{
	if (candidate->device_count < wanted(mapping, platform, ordinal)->device_count)
		return false;
	for (int i = 0; i < mapping->topology->group_count; i++) {
		const struct machine_group *other = mapping->groups[i];

		if (i == ordinal || !other)
			continue;
		if (other == candidate)
			return false;
		if (platform->bridges_matter && same_domain(other, candidate) !=
		    (wanted(mapping, platform, i)->bridge == wanted(mapping, platform, ordinal)->bridge))
			return false;
	}
	return true;
}

/* How well a device list matches what is wanted: models first, then no more devices than needed. */
static int merit(const struct mapping *mapping, const struct vfio_oracle_platform *platform, int ordinal,
		 const struct machine_group *candidate)
{
	const struct vfio_oracle_group *group = wanted(mapping, platform, ordinal);
	int merit = candidate->device_count == group->device_count;

	for (int i = 0; i < group->device_count && i < candidate->device_count; i++)
		merit += 2 * is_model(candidate->devices[i], platform->devices[group->first_device + (unsigned)i].model);
	return merit;
}

struct search {
	struct mapping now, best;
	const struct vfio_oracle_platform *platform;
	const struct machine *machine;
	int now_count, now_merit, best_count, best_merit;
	long tries; /* left: a machine of hundreds of groups is not searched to the end */
};

static void search(struct search *s, int ordinal)
{
	if (ordinal == s->now.topology->group_count) {
		if (s->now_count > s->best_count || (s->now_count == s->best_count && s->now_merit > s->best_merit)) {
			s->best = s->now;
			s->best_count = s->now_count;
			s->best_merit = s->now_merit;
		}
		return;
	}
	/* What is left cannot be better. */
	if (s->now_count + s->now.topology->group_count - ordinal < s->best_count)
		return;
	for (int i = 0; i < s->machine->count && s->tries > 0; i++) {
		const struct machine_group *candidate = &s->machine->groups[i];
		int gain;

		if (!candidate->usable || !fits(&s->now, s->platform, ordinal, candidate))
			continue;
		s->tries--;
		gain = merit(&s->now, s->platform, ordinal, candidate);
		s->now.groups[ordinal] = candidate;
		s->now_count++;
		s->now_merit += gain;
		search(s, ordinal + 1);
		s->now_merit -= gain;
		s->now_count--;
		s->now.groups[ordinal] = NULL;
	}
	search(s, ordinal + 1);
}

void mapping_find(struct mapping *mapping, const struct vfio_oracle_platform *platform, const struct machine *machine)
{
	struct search s = { .platform = platform, .machine = machine, .best_merit = -1, .tries = 200000 };

	memset(mapping->groups, 0, sizeof(mapping->groups));
	s.now = s.best = *mapping;
	search(&s, 0);
	*mapping = s.best;
}

const char *mapping_problem(const struct mapping *mapping, const struct vfio_oracle_platform *platform)
{
	static char problem[160];

	for (int i = 0; i < mapping->topology->group_count; i++) {
		const struct machine_group *group = mapping->groups[i];
		const struct vfio_oracle_group *here = wanted(mapping, platform, i);

		if (!group)
			continue;
		if (group->device_count < here->device_count) {
			snprintf(problem, sizeof(problem), "group %s needs %d devices, and group %d has %d",
				 platform->names[here->name], here->device_count, group->number, group->device_count);
			return problem;
		}
		for (int j = 0; j < i; j++) {
			const struct machine_group *other = mapping->groups[j];
			const struct vfio_oracle_group *there = wanted(mapping, platform, j);
			bool together = here->bridge == there->bridge;

			if (!other || (other != group && !platform->bridges_matter))
				continue;
			if (other == group || same_domain(other, group) != together) {
				snprintf(problem, sizeof(problem),
					 "groups %s and %s have to be two groups on %s, and groups %d and %d are not",
					 platform->names[there->name], platform->names[here->name],
					 together ? "one host bridge" : "different host bridges", other->number,
					 group->number);
				return problem;
			}
		}
	}
	return NULL;
}

int topology_group(const struct vfio_oracle_platform *platform, const struct vfio_oracle_topology *topology,
		   const char *name)
{
	for (int i = 0; i < topology->group_count; i++)
		if (!strcmp(platform->names[platform->groups[topology->first_group + (unsigned)i].name], name))
			return i;
	return -1;
}

bool is_model(const char *address, const char *model)
{
	static const struct {
		const char *model, *vendor, *device;
	} known[] = {
		{ "edu", "0x1234", "0x11e8" },
		{ "e1000e", "0x8086", "0x10d3" },
		{ "pci-testdev", "0x1b36", "0x0005" },
	};
	char vendor[32], device[32];

	if (!read_line(address, "vendor", vendor, sizeof(vendor)) || !read_line(address, "device", device, sizeof(device)))
		return false;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (!strcmp(known[i].model, model))
			return !strncmp(vendor, known[i].vendor, 6) && !strncmp(device, known[i].device, 6);
	return false;
}
