/* SPDX-License-Identifier: CC0-1.0 */
/*
 * Performs the cases of a table on the machine it runs on, compares, and tells the verdicts as TAP. The files that perform are
 * those of the agent in adapters/linux of vfio-oracle.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "case_run.h"
#include "compare.h"
#include "machine.h"
#include "options.h"
#include "seen.h"
#include "setting.h"
#include "tables.h"

/* The generated file chosen.c says which. */
extern const struct vfio_oracle_platform *const chosen_platform;

struct totals {
	unsigned conform, fixed, differ, skipped;
};

/* All that cases have in common. */
struct session {
	const struct vfio_oracle_platform *platform;
	struct options options;
	struct machine machine;
	struct mapping mappings[8]; /* by topology */
	struct seen *seen;
	struct totals totals;
	unsigned number; /* of the last test point */
};

static void point(struct session *s, bool ok, const char *id, const char *skip)
{
	printf("%sok %u - %s%s%s\n", ok ? "" : "not ", ++s->number, id, skip ? " # SKIP " : "", skip ? skip : "");
	fflush(stdout);
	if (skip)
		s->totals.skipped++;
}

static _Noreturn void bail_out(const char *why)
{
	printf("Bail out! %s\n", why);
	fflush(stdout);
	exit(3);
}

static void map_groups(struct session *s)
{
	for (unsigned t = 0; t < s->platform->topology_count && t < 8; t++) {
		struct mapping *mapping = &s->mappings[t];
		const char *problem;

		mapping->topology = &s->platform->topologies[t];
		if (!s->options.given_count)
			mapping_find(mapping, s->platform, &s->machine);
		for (int i = 0; i < s->options.given_count; i++) {
			const struct given *given = &s->options.given[i];
			int ordinal = topology_group(s->platform, mapping->topology, given->name);
			const struct machine_group *group = machine_group(&s->machine, given->number);

			if (ordinal < 0 || !group || !group->usable) {
				fprintf(stderr, "runner: --group %s=%d: %s\n", given->name, given->number,
					ordinal < 0 ? "the cases have no such group" :
					!group	    ? "this machine has no such group" :
						      "some device of that group is not bound to vfio-pci");
				exit(2);
			}
			mapping->groups[ordinal] = group;
		}
		problem = mapping_problem(mapping, s->platform);
		if (problem) {
			fprintf(stderr, "runner: --group: %s\n", problem);
			exit(2);
		}
	}
}

static void print_mapping(const struct session *s)
{
	for (unsigned t = 0; t < s->platform->topology_count && t < 8; t++) {
		const struct mapping *mapping = &s->mappings[t];

		for (int i = 0; i < mapping->topology->group_count; i++) {
			const struct vfio_oracle_group *group = &s->platform->groups[mapping->topology->first_group + (unsigned)i];
			const struct machine_group *here = mapping->groups[i];

			printf("# %s %s: ", mapping->topology->name, s->platform->names[group->name]);
			if (!here)
				printf("none, it needs %d device%s bound to vfio-pci on host bridge %d\n", group->device_count,
				       group->device_count == 1 ? "" : "s", group->bridge);
			else
				printf("group %d, %s\n", here->number, here->devices[0]);
		}
	}
}

static struct setting setting_of(const struct session *s, const struct vfio_oracle_case *entry)
{
	return (struct setting){ .platform = s->platform, .mapping = &s->mappings[entry->topology] };
}

static void tell_difference(const struct session *s, const struct vfio_oracle_case *entry, const struct verdict *verdict)
{
	const struct vfio_oracle_step *step = &s->platform->steps[entry->first_step + verdict->step];

	printf("  ---\n  operation: %u\n  call: %s\n  on: '%s'\n  expected: '%s'\n  found: '%s'\n  rule: %s\n  ...\n",
	       verdict->step + 1, vfio_oracle_calls[step->op].name, s->platform->names[step->on], verdict->expected,
	       verdict->found, step->outcome.rule);
}

static void judge(struct session *s, const struct vfio_oracle_case *entry, const struct plan *plan)
{
	static struct unseen unseen[MOST_STEPS];
	struct setting setting = setting_of(s, entry);
	struct verdict verdict;

	find_unseen(&setting, entry, plan, s->options.no_locked, unseen);
	verdict = compare(s->platform, entry, s->seen, unseen);
	switch (verdict.kind) {
	case CONFORMS:
		s->totals.conform++;
		point(s, true, entry->id, NULL);
		break;
	case FIXED:
		s->totals.fixed++;
		point(s, true, entry->id, NULL);
		printf("# %s: answers as intended, without the bug %s; the rest was not compared\n", entry->id, verdict.deviation);
		break;
	case DIFFERS:
		s->totals.differ++;
		point(s, false, entry->id, NULL);
		tell_difference(s, entry, &verdict);
		break;
	case CUT_SHORT:
		point(s, true, entry->id, *s->seen->why ? s->seen->why : "it ended early, and said nothing");
	}
}

static void broken(struct session *s, const struct vfio_oracle_case *entry, struct ending ending)
{
	s->totals.differ++;
	point(s, false, entry->id, NULL);
	printf("  ---\n  operation: %d\n", s->seen->begun);
	if (ending.kind == CASE_LATE)
		printf("  found: 'no answer within %u s'\n  ...\n", s->options.limit_seconds);
	else if (ending.kind == CASE_KILLED)
		printf("  found: 'the process was killed by signal %d'\n  ...\n", ending.detail);
	else
		printf("  found: 'no process: %s'\n  ...\n", strerror(ending.detail));
	if (ending.kind == CASE_LATE && !ending.detail)
		bail_out("a process cannot be killed: it hangs in the kernel");
}

static void perform_case(struct session *s, const struct vfio_oracle_case *entry)
{
	struct setting setting = setting_of(s, entry);
	struct plan plan = plan_of(&setting, s->options.limit_seconds);
	struct test_case *test = test_case_of(s->platform, entry);
	struct ending ending;

	remember_devices(&plan);
	seen_forget();
	ending = run_case(&plan, test);
	if (ending.kind == CASE_DONE)
		judge(s, entry, &plan);
	else
		broken(s, entry, ending);
	switch (machine_fitness(&plan, test)) {
	case FIT_GROUP_BUSY:
		bail_out("a group stays busy after this case");
	case FIT_DEVICE_CHANGED:
		bail_out("a device has changed in this case: boot again before any other one");
	default:
		return;
	}
}

static void take_case(struct session *s, const struct vfio_oracle_case *entry)
{
	static char dangerous[200];
	struct setting setting = setting_of(s, entry);
	const char *skip = what_is_lacking(&setting, entry);

	if (entry->danger && !s->options.dangerous) {
		snprintf(dangerous, sizeof(dangerous), "dangerous: %s (--dangerous performs it)", entry->danger);
		skip = dangerous;
	}
	if (skip)
		point(s, true, entry->id, skip);
	else
		perform_case(s, entry);
}

static unsigned count_cases(const struct session *s)
{
	unsigned count = 0;

	for (unsigned i = 0; i < s->platform->case_count; i++)
		count += options_ask_for(&s->options, s->platform->cases[i].id);
	return count;
}

static void list(const struct session *s)
{
	for (unsigned i = 0; i < s->platform->case_count; i++) {
		const struct vfio_oracle_case *entry = &s->platform->cases[i];

		if (options_ask_for(&s->options, entry->id))
			printf("%s%s%s\n", entry->id, entry->danger ? "  dangerous: " : "", entry->danger ? entry->danger : "");
	}
}

static void check_machine(const struct session *s)
{
	struct utsname kernel;

	uname(&kernel);
	printf("# table: %s, corpus %s\n# machine: %s, Linux %s\n", s->platform->name, s->platform->corpus, kernel.machine,
	       kernel.release);
	if (sysconf(_SC_PAGESIZE) != (long)s->platform->page_size)
		bail_out("this kernel has pages of another size than the platform of the table");
	if (access("/dev/vfio/vfio", R_OK | W_OK))
		bail_out("/dev/vfio/vfio cannot be opened: load vfio-pci, and run this as root");
}

static int summary(const struct session *s)
{
	const struct totals *t = &s->totals;

	printf("# %u conform, %u answer as intended where the release has a bug, %u differ, %u skipped\n", t->conform, t->fixed,
	       t->differ, t->skipped);
	if (!t->conform && !t->fixed && !t->differ)
		printf("# nothing was compared\n");
	return t->differ || (!t->conform && !t->fixed);
}

int main(int count, char **words)
{
	static struct session session;
	struct session *s = &session;
	unsigned cases;

	s->platform = chosen_platform;
	s->options = options_read(count, words);
	cases = count_cases(s);
	if (!cases) {
		fprintf(stderr, "runner: no case of %s has such an id; --list shows them\n", s->platform->name);
		return 2;
	}
	if (s->options.list) {
		list(s);
		return 0;
	}
	machine_read(&s->machine);
	map_groups(s);
	if (s->options.probe) {
		print_mapping(s);
		return 0;
	}
	printf("TAP version 14\n1..%u\n", cases);
	check_machine(s);
	print_mapping(s);
	fflush(stdout);
	s->seen = seen_memory();
	if (!s->seen)
		bail_out("out of memory");
	prepare_to_run();
	for (unsigned i = 0; i < s->platform->case_count; i++)
		if (options_ask_for(&s->options, s->platform->cases[i].id))
			take_case(s, &s->platform->cases[i]);
	return summary(s);
}
