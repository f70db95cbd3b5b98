/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Performs cases with real VFIO calls on the kernel it runs on, one fresh process per case, and reports on standard
 * output. Usage: agent PLAN. The plan and the lines that come back are described in adapters/linux/README.md.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "case_run.h"
#include "group.h"
#include "plan.h"
#include "report.h"

/* Performs one case; false when this machine is no longer fit for another one. */
static bool perform_case(const struct plan *plan, struct test_case *test)
{
	struct ending ending;

	report_kernel_log(NULL);
	report("case %s", test->id);
	ending = run_case(plan, test);
	switch (ending.kind) {
	case CASE_NOT_BEGUN:
		report("unfit fork: %s", strerror(ending.detail));
		return false;
	case CASE_LATE:
		return false;
	case CASE_KILLED:
		report_kernel_log("left");
		report("killed %d", ending.detail);
		return false;
	case CASE_DONE:
		report_kernel_log("left");
		report("done %s", test->id);
	}
	switch (machine_fitness(plan, test)) {
	case FIT_GROUP_BUSY:
		report("unfit a group stays busy after case %s", test->id);
		return false;
	case FIT_DEVICE_CHANGED:
		report("unfit a device has changed after case %s", test->id);
		return false;
	default:
		return true;
	}
}

static bool identify(const struct plan *plan)
{
	struct utsname kernel;

	uname(&kernel);
	report("release %s", kernel.release);
	report("version %s", kernel.version);
	report("machine %s", kernel.machine);
	report("page %ld", sysconf(_SC_PAGESIZE));
	if (access("/dev/vfio/vfio", R_OK | W_OK)) {
		report("unfit this kernel has no VFIO: /dev/vfio/vfio is missing");
		return false;
	}
	remember_devices(plan);
	for (int i = 0; i < plan->group_count; i++) {
		const struct alias *group = &plan->groups[i];
		char device[64];

		snprintf(device, sizeof(device), "/sys/bus/pci/devices/%s", group->address);
		if (access(device, F_OK)) {
			report("unfit no device for %s at %s", group->name, group->address);
			return false;
		}
		/* Without a group node the kernel does not offer VFIO for this device: opening it will tell. */
		report("group %s %s %d", group->name, group->address, group_number(group->address));
	}
	return true;
}

int main(int count, char **arguments)
{
	const struct plan *plan;
	bool fit;

	if (count != 2) {
		fprintf(stderr, "usage: agent PLAN\n");
		return 2;
	}
	prepare_to_run();
	plan = read_plan(arguments[1]);
	open_kernel_log();
	fit = identify(plan);
	if (fit)
		report("ready");
	for (struct test_case *test = plan->cases; fit && test; test = test->next)
		fit = perform_case(plan, test);
	report(fit ? "end" : "stopped");
	return fit ? 0 : 1;
}
