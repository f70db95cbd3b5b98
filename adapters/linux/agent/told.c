/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "told.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "report.h"

void told_skipped(const char *why)
{
	report("skip %s", why);
}

void told_begun(int ordinal)
{
	report("op %d", ordinal);
}

void told_result(struct performer *p, struct result result, long locked)
{
	char *last = strrchr(p->out, ' ');

	if (p->plan->mutant == MUTANT_ZERO_ANSWER && !result.descriptor)
		result = (struct result){ 0 };
	if (p->plan->mutant == MUTANT_DROP_OUT && last)
		*last = 0;
	if (p->plan->mutant == MUTANT_LOCKED_OFF_BY_ONE)
		locked++;
	report_kernel_log("log");
	if (result.error)
		report("did err=%s locked=%ld%s", errno_name(result.error), locked, p->out);
	else if (result.descriptor)
		report("did fd locked=%ld", locked);
	else
		report("did ret=%d locked=%ld%s", result.value, locked, p->out);
}

void told_unusable(const struct performer *p)
{
	report("skip %s %s: %s", p->operation->name, argument(p->operation, "on") ? argument(p->operation, "on") : "",
	       p->why ? p->why : "the operation cannot be performed");
}

/* Reports where in the kernel a process is. */
static void report_stack(pid_t process)
{
	char line[256];
	FILE *file;

	snprintf(line, sizeof(line), "/proc/%d/stack", process);
	file = fopen(line, "r");
	if (!file)
		return;
	while (fgets(line, sizeof(line), file)) {
		line[strcspn(line, "\n")] = 0;
		report("stack %s", line);
	}
	fclose(file);
}

/* Reports where in the kernel each process of a group is. */
static void report_stacks(pid_t group)
{
	DIR *processes = opendir("/proc");

	if (!processes)
		return;
	for (struct dirent *entry; (entry = readdir(processes));)
		if (isdigit((unsigned char)*entry->d_name) && getpgid(atoi(entry->d_name)) == group)
			report_stack(atoi(entry->d_name));
	closedir(processes);
}

void told_late(pid_t process_group, unsigned limit_seconds)
{
	report_kernel_log("log");
	report_stacks(process_group);
	report("late %u", limit_seconds);
}
