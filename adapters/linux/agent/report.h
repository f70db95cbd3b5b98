/* SPDX-License-Identifier: Apache-2.0 */
/* What goes back to the host: marked lines on standard output, and where they are read from. */
#ifndef REPORT_H
#define REPORT_H

/* Prints one marked line, and waits until the console has taken it: a hang after it is charged to the right place. */
void report(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Opens the kernel log and goes to its end. */
void open_kernel_log(void);

/* Reports what the kernel logged since the last call as "log TEXT" lines; with verb NULL the lines are skipped. */
void report_kernel_log(const char *verb);

#endif
