/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "kernel_log.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "report.h"

#define WINDOW "Setting up 32-bit TCE table at "

/* A PE that is named by its bus alone ("0000:03"), and the first and last address of its window, in hexadecimal. */
struct boot_window {
	char pe[32], first[32], last[32];
};

static bool find_window(const char *line, struct boot_window *found)
{
	const char *pe = strstr(line, "pci "), *window = strstr(line, WINDOW);
	int length = 0;

	if (!pe || !window || sscanf(pe, "pci %31[0-9a-f:]%n", found->pe, &length) != 1)
		return false;
	if (pe[length] == '.')
		return false;
	/* Some kernels write a colon at once, some after blanks. */
	if (found->pe[strlen(found->pe) - 1] == ':')
		found->pe[strlen(found->pe) - 1] = '\0';
	return sscanf(window, WINDOW "%31[0-9a-f]..%31[0-9a-f]", found->first, found->last) == 2;
}

void report_windows(char *log)
{
	for (char *line = strtok(log, "\n"); line; line = strtok(NULL, "\n")) {
		struct boot_window found;

		if (find_window(line, &found))
			report("window %s %s %s", found.pe, found.first, found.last);
	}
}
