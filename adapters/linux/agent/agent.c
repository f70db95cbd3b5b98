/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Performs cases with real VFIO calls on the kernel it runs on, one fresh process per case, and reports on standard
 * output. Usage: agent PLAN. The plan and the lines that come back are described in adapters/linux/README.md.
 */
#define _GNU_SOURCE
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "group.h"
#include "perform.h"
#include "plan.h"
#include "report.h"

/* How long a killed process may take to be gone, and a group to be free again. */
#define SETTLE_SECONDS 10

/* What config space says of a device: who it is, and where its registers are. */
#define ID_AT 0
#define ID_SIZE 4
#define BARS_AT 0x10
#define BARS_SIZE 24
#define CONFIG_SIZE 64

static unsigned char at_boot[MAX_ALIASES][CONFIG_SIZE];

static double seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Waits for a child until the deadline; true when it is gone, its status in *status. */
static bool gone_by(pid_t child, double deadline, int *status)
{
	sigset_t child_ended;

	sigemptyset(&child_ended);
	sigaddset(&child_ended, SIGCHLD);
	for (;;) {
		double left = deadline - seconds_now();
		struct timespec wait = { .tv_sec = (time_t)left, .tv_nsec = (long)((left - (double)(time_t)left) * 1e9) };

		if (waitpid(child, status, WNOHANG) == child)
			return true;
		if (left <= 0)
			return false;
		sigtimedwait(&child_ended, NULL, &wait);
	}
}

static bool group_is_busy(const char *address)
{
	char node[64];
	int fd;

	snprintf(node, sizeof(node), "/dev/vfio/%d", group_number(address));
	fd = open(node, O_RDWR | O_CLOEXEC);
	if (fd >= 0)
		close(fd);
	return fd < 0 && errno == EBUSY;
}

/* True when every group can be opened again: a group that is still held would answer EBUSY in the next case. */
static bool groups_come_free(const struct plan *plan)
{
	double deadline = seconds_now() + SETTLE_SECONDS;

	for (int i = 0; i < plan->group_count; i++)
		while (group_is_busy(plan->groups[i].address)) {
			if (seconds_now() > deadline)
				return false;
			usleep(10000);
		}
	return true;
}

static bool read_config(const char *address, unsigned char *config)
{
	char path[80];
	int fd;
	bool complete;

	snprintf(path, sizeof(path), "/sys/bus/pci/devices/%s/config", address);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	complete = fd >= 0 && read(fd, config, CONFIG_SIZE) == CONFIG_SIZE;
	if (fd >= 0)
		close(fd);
	return complete;
}

/* An EEH reset that is not brought to its end leaves its device dead, for the cases that follow too. */
static bool devices_are_as_at_boot(const struct plan *plan)
{
	for (int i = 0; i < plan->device_count; i++) {
		unsigned char now[CONFIG_SIZE];

		if (!read_config(plan->devices[i].address, now) || memcmp(now + ID_AT, at_boot[i] + ID_AT, ID_SIZE) ||
		    memcmp(now + BARS_AT, at_boot[i] + BARS_AT, BARS_SIZE))
			return false;
	}
	return true;
}

static bool has_operation(const struct test_case *test, const char *name)
{
	for (const struct operation *o = test->operations; o; o = o->next)
		if (!strcmp(o->name, name))
			return true;
	return false;
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

/* Children of a case whose first process was killed come here to be buried. */
static void bury(void)
{
	while (waitpid(-1, NULL, WNOHANG) > 0)
		;
}

/* Performs one case in a child; false when this machine is no longer fit for another one. */
static bool run_case(const struct plan *plan, struct test_case *test)
{
	int status = 0;
	pid_t child;

	report_kernel_log(NULL);
	report("case %s", test->id);
	child = fork();
	if (child < 0) {
		report("unfit fork: %s", strerror(errno));
		return false;
	}
	if (!child) {
		setpgid(0, 0);
		signal(SIGTTOU, SIG_IGN); /* of a terminal whose foreground group this no longer is */
		perform(plan, test);
		_exit(0);
	}
	if (!gone_by(child, seconds_now() + plan->limit_seconds, &status)) {
		report_kernel_log("log");
		report_stacks(child);
		report("late %u", plan->limit_seconds);
		kill(-child, SIGKILL);
		gone_by(child, seconds_now() + SETTLE_SECONDS, &status);
		return false;
	}
	bury();
	report_kernel_log("left");
	if (WIFSIGNALED(status)) {
		report("killed %d", WTERMSIG(status));
		return false;
	}
	report("done %s", test->id);
	if (!groups_come_free(plan)) {
		report("unfit a group stays busy after case %s", test->id);
		return false;
	}
	if (has_operation(test, "VFIO_EEH_PE_OP") && !devices_are_as_at_boot(plan)) {
		report("unfit a device has changed after case %s", test->id);
		return false;
	}
	return true;
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
	for (int i = 0; i < plan->device_count; i++)
		read_config(plan->devices[i].address, at_boot[i]);
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
	sigset_t child_ended;
	bool fit;

	if (count != 2) {
		fprintf(stderr, "usage: agent PLAN\n");
		return 2;
	}
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	sigemptyset(&child_ended);
	sigaddset(&child_ended, SIGCHLD);
	sigprocmask(SIG_BLOCK, &child_ended, NULL);
	plan = read_plan(arguments[1]);
	open_kernel_log();
	fit = identify(plan);
	if (fit)
		report("ready");
	for (struct test_case *test = plan->cases; fit && test; test = test->next)
		fit = run_case(plan, test);
	report(fit ? "end" : "stopped");
	return fit ? 0 : 1;
}
