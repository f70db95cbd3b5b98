/* SPDX-License-Identifier: CC0-1.0 */
/* The processes of a case besides its first one, which gives them their operations one at a time. */
#ifndef CHILDREN_H
#define CHILDREN_H

#include "performer.h"

/* Performs the operation of a performer in this process and reports it; false when the case cannot go on. */
typedef bool (*perform_here)(struct performer *p);

enum delegated { DELEGATED_DONE, DELEGATED_EXITED, DELEGATED_FAILED };

/* The name of the first process of a case, when it is a child of the process that goes through the case. */
#define FIRST_PROCESS ""

/* Whether a case goes on after the end of its first process, which then has to be a child itself. */
bool first_process_ends(const struct test_case *test);

/* Makes the first process of such a case, and prepares it. False, and the case is skipped, when it cannot be made. */
bool start_first(struct performer *p, struct test_case *test, perform_here perform);

/* Makes room for the children that the operations of a case may fork. NULL, or why there is none. */
const char *prepare_children(const struct test_case *test);

/* fork: makes a child of this process, which performs what it is given until it ends. */
struct result do_fork(struct performer *p, perform_here perform);

/* Has a child perform and report the operation, and waits for that. A child that is killed takes this process along. */
enum delegated delegate(struct performer *p, const char *name);

/* Ends all children and waits until they are gone. */
void end_children(void);

#endif
