/* SPDX-License-Identifier: CC0-1.0 */
/* A case in a process of its own, with a limit of time, and what a machine is good for afterwards. */
#ifndef CASE_RUN_H
#define CASE_RUN_H

#include "plan.h"

/* The case was performed; took too long; was killed by a signal; could not begin. */
enum ending_kind { CASE_DONE, CASE_LATE, CASE_KILLED, CASE_NOT_BEGUN };

struct ending {
	enum ending_kind kind;
	int detail; /* late: whether it is gone; killed: by which signal; not begun: errno */
};

/* Whether other cases can follow: yes; no, a group stays busy; no, a device has changed. */
enum fitness { FIT, FIT_GROUP_BUSY, FIT_DEVICE_CHANGED };

/* Once, before the first case: this process becomes the parent of what cases leave behind. */
void prepare_to_run(void);

/* Once, before the first case: what the devices of a plan are like when nothing has happened to them. */
void remember_devices(const struct plan *plan);

/* Performs a case in a child. */
struct ending run_case(const struct plan *plan, struct test_case *test);

/* Waits until the groups can be opened again; an EEH reset that is not brought to its end leaves its device dead. */
enum fitness machine_fitness(const struct plan *plan, const struct test_case *test);

#endif
