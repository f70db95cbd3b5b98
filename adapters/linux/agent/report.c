/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "report.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* A line starts with the mark and ends with the stop, so that the host knows a line that the kernel cut in two. */
static const char MARK[] = "@@ ";
static const char STOP[] = " ;\n";

static int kernel_log = -1;

static void write_all(const char *text, size_t length)
{
	while (length) {
		ssize_t done = write(STDOUT_FILENO, text, length);

		if (done < 0 && errno != EINTR)
			_exit(3);
		if (done > 0) {
			text += done;
			length -= (size_t)done;
		}
	}
	tcdrain(STDOUT_FILENO);
}

void report(const char *format, ...)
{
	char line[1200];
	va_list arguments;
	size_t at = sizeof(MARK) - 1, room = sizeof(line) - sizeof(STOP) - at;
	int length;

	memcpy(line, MARK, at);
	va_start(arguments, format);
	length = vsnprintf(line + at, room, format, arguments);
	va_end(arguments);
	at += length < 0 ? 0 : (size_t)length < room ? (size_t)length : room - 1;
	memcpy(line + at, STOP, sizeof(STOP) - 1);
	write_all(line, at + sizeof(STOP) - 1);
}

void open_kernel_log(void)
{
	kernel_log = open("/dev/kmsg", O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (kernel_log >= 0)
		lseek(kernel_log, 0, SEEK_END);
}

void report_kernel_log(const char *verb)
{
	char record[8192];

	if (kernel_log < 0)
		return;
	for (;;) {
		ssize_t length = read(kernel_log, record, sizeof(record) - 1);
		char *text, *end;

		if (length < 0 && (errno == EPIPE || errno == EINTR))
			continue; /* EPIPE: records were overwritten before they could be read */
		if (length <= 0)
			return;
		record[length] = 0;
		text = strchr(record, ';');
		if (!text || !verb)
			continue;
		end = strchr(++text, '\n');
		if (end)
			*end = 0;
		report("%s %.900s", verb, text);
	}
}
