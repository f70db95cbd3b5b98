/* SPDX-License-Identifier: Apache-2.0 */
/* What the first program of a machine reads from a kernel log, as a program for the computer that runs the tests. */
#include <stdio.h>

#include "kernel_log.h"

int main(void)
{
	static char log[1 << 16];
	size_t length = fread(log, 1, sizeof(log) - 1, stdin);

	log[length] = '\0';
	report_windows(log);
	return 0;
}
