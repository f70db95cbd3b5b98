/* SPDX-License-Identifier: CC0-1.0 */
/*
 * What becomes of a case while it is performed. These are defined by the program that has cases performed: the agent reports to
 * its host, the runner keeps what it compares.
 */
#ifndef TOLD_H
#define TOLD_H

#include <sys/types.h>

#include "performer.h"

/* The case cannot be performed on this machine. */
void told_skipped(const char *why);

/* Operation number N, from 0, begins. */
void told_begun(int ordinal);

/* The operation of the performer was performed, in the process that it belongs to. */
void told_result(struct performer *p, struct result result, long locked);

/* The operation of the performer cannot be performed on this machine. */
void told_unusable(const struct performer *p);

/* The case has taken too long, and these processes are about to be killed. */
void told_late(pid_t process_group, unsigned limit_seconds);

#endif
