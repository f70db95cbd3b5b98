/* SPDX-License-Identifier: Apache-2.0 */
/*
 * First program of the emulated machine: loads VFIO, reserves huge pages, hands every function that is not a bridge to
 * vfio-pci, and runs the agent or a runner. What it tells stands on the console, in lines like those of the agent.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/klog.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "devices.h"
#include "kernel_log.h"
#include "report.h"
#include "text_file.h"

/* What klogctl calls SYSLOG_ACTION_READ_ALL and SYSLOG_ACTION_SIZE_BUFFER. */
#define READ_ALL 3
#define SIZE_BUFFER 10

#define RUNNER "/runner"
#define RUNNER_ARGUMENTS 32

/* The modules come in the order in which they depend on each other. */
static void load_modules(void)
{
	char name[128], path[160];
	FILE *order = fopen("/modules/order", "re");

	while (order && fscanf(order, "%127s", name) == 1) {
		int file;

		snprintf(path, sizeof(path), "/modules/%s", name);
		file = open(path, O_RDONLY | O_CLOEXEC);
		if (file < 0 || syscall(SYS_finit_module, file, "", 0))
			report("note module %s did not load: %m", name);
		if (file >= 0)
			close(file);
	}
	if (order)
		fclose(order);
}

static void reserve_huge_pages(void)
{
	unsigned long kilobytes, count;
	FILE *wanted = fopen("/hugepages", "re");

	while (wanted && fscanf(wanted, "%lu %lu", &kilobytes, &count) == 2) {
		char path[128], text[32];

		snprintf(path, sizeof(path), "/sys/kernel/mm/hugepages/hugepages-%lukB/nr_hugepages", kilobytes);
		if (read_text(path, text, sizeof(text)) && strtoul(text, NULL, 10) < count) {
			snprintf(text, sizeof(text), "%lu", count);
			write_text(path, text);
		}
		if (!read_text(path, text, sizeof(text)))
			strcpy(text, "none");
		report("note huge pages of %lu kB: %s of %lu", kilobytes, text, count);
	}
	if (wanted)
		fclose(wanted);
}

static void report_boot_log(void)
{
	int size = klogctl(SIZE_BUFFER, NULL, 0);
	char *log = size > 0 ? malloc((size_t)size + 1) : NULL;
	int length = log ? klogctl(READ_ALL, log, size) : -1;

	if (length >= 0) {
		log[length] = '\0';
		report_windows(log);
	} else {
		report("note the kernel log cannot be read: %m");
	}
	free(log);
}

/* Runs a program to its end, and returns its exit code as a shell would say it. Whoever lost its parent is reaped, too. */
static int run(char *const arguments[])
{
	int status;
	pid_t child = fork(), ended;

	if (!child) {
		execv(arguments[0], arguments);
		_exit(127);
	}
	do {
		ended = wait(&status);
	} while (ended >= 0 && ended != child);
	if (ended < 0)
		return 127;
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

static void run_runner(void)
{
	char text[4096], *arguments[RUNNER_ARGUMENTS + 2] = { RUNNER };
	size_t count = 1;

	if (read_text("/runner.arguments", text, sizeof(text)))
		for (char *word = strtok(text, " "); word && count <= RUNNER_ARGUMENTS; word = strtok(NULL, " "))
			arguments[count++] = word;
	report("note runner begins");
	report("note runner ended with %d", run(arguments));
}

int main(void)
{
	mount("proc", "/proc", "proc", 0, NULL);
	mount("sysfs", "/sys", "sysfs", 0, NULL);
	/* Where the kernel has done that already, this is refused, and nothing is lost. */
	mount("devtmpfs", "/dev", "devtmpfs", 0, NULL);
	load_modules();
	reserve_huge_pages();
	hand_over_devices();
	report_boot_log();
	if (!access(RUNNER, X_OK))
		run_runner();
	else
		report("note agent ended with %d", run((char *[]){ "/agent", "/plan", NULL }));
	sync();
	reboot(RB_POWER_OFF);
	return 1;
}
