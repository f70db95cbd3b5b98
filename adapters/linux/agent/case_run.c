/* SPDX-License-Identifier: CC0-1.0 */
#define _GNU_SOURCE
#include "case_run.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "group.h"
#include "perform.h"
#include "told.h"

/* How long a killed process may take to be gone, and a group to be free again. */
#define SETTLE_SECONDS 10

/* What config space says of a device: who it is, and where its registers are. */
#define ID_AT 0
#define ID_SIZE 4
#define BARS_AT 0x10
#define BARS_SIZE 24
#define CONFIG_SIZE 64

static unsigned char at_boot[MAX_ALIASES][CONFIG_SIZE];
static bool known[MAX_ALIASES]; /* whether it could be read at boot */

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

		if (!known[i])
			continue;
		if (!read_config(plan->devices[i].address, now) || memcmp(now + ID_AT, at_boot[i] + ID_AT, ID_SIZE) ||
		    memcmp(now + BARS_AT, at_boot[i] + BARS_AT, BARS_SIZE))
			return false;
	}
	return true;
}

void remember_devices(const struct plan *plan)
{
	for (int i = 0; i < plan->device_count; i++)
		known[i] = read_config(plan->devices[i].address, at_boot[i]);
}

static bool has_operation(const struct test_case *test, const char *name)
{
	for (const struct operation *o = test->operations; o; o = o->next)
		if (!strcmp(o->name, name))
			return true;
	return false;
}

/* Children of a case whose first process was killed come here to be buried. */
static void bury(void)
{
	while (waitpid(-1, NULL, WNOHANG) > 0)
		;
}

void prepare_to_run(void)
{
	sigset_t child_ended;

	prctl(PR_SET_CHILD_SUBREAPER, 1);
	sigemptyset(&child_ended);
	sigaddset(&child_ended, SIGCHLD);
	sigprocmask(SIG_BLOCK, &child_ended, NULL);
}

struct ending run_case(const struct plan *plan, struct test_case *test)
{
	int status = 0;
	pid_t child = fork();

	if (child < 0)
		return (struct ending){ CASE_NOT_BEGUN, errno };
	if (!child) {
		setpgid(0, 0);
		signal(SIGTTOU, SIG_IGN); /* of a terminal whose foreground group this no longer is */
		perform(plan, test);
		_exit(0);
	}
	if (!gone_by(child, seconds_now() + plan->limit_seconds, &status)) {
		told_late(child, plan->limit_seconds);
		kill(-child, SIGKILL);
		return (struct ending){ CASE_LATE, gone_by(child, seconds_now() + SETTLE_SECONDS, &status) };
	}
	bury();
	return WIFSIGNALED(status) ? (struct ending){ CASE_KILLED, WTERMSIG(status) } : (struct ending){ CASE_DONE, 0 };
}

enum fitness machine_fitness(const struct plan *plan, const struct test_case *test)
{
	if (!groups_come_free(plan))
		return FIT_GROUP_BUSY;
	if (has_operation(test, "VFIO_EEH_PE_OP") && !devices_are_as_at_boot(plan))
		return FIT_DEVICE_CHANGED;
	return FIT;
}
