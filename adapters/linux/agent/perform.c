/* SPDX-License-Identifier: CC0-1.0 */
#define _GNU_SOURCE
#include "perform.h"

#include <string.h>

#include "calls.h"
#include "children.h"
#include "performer.h"
#include "process.h"
#include "told.h"

/* In the process that the operation belongs to. */
static bool perform_one(struct performer *p)
{
	struct result result = { 0 };

	p->usable = true;
	p->why = NULL;
	p->out[0] = 0;
	if (!strcmp(p->operation->name, "fork"))
		result = do_fork(p, perform_one);
	else if (!call(p, &result))
		unusable(p, "no such operation");
	if (result.error && strcmp(p->operation->name, "repeat"))
		p->out[0] = 0;
	if (p->usable)
		told_result(p, result, locked_pages());
	else
		told_unusable(p);
	return p->usable;
}

/* In the first process. */
static bool perform_next(struct performer *p)
{
	const char *by = argument(p->operation, "by");

	if (!by && !first_process_ends(p->test))
		return perform_one(p);
	if (!by)
		by = FIRST_PROCESS;
	p->usable = true;
	switch (delegate(p, by)) {
	case DELEGATED_DONE:
		return true;
	case DELEGATED_EXITED:
		p->out[0] = 0;
		told_result(p, (struct result){ 0 }, 0);
		return true;
	default:
		if (!p->usable)
			told_unusable(p);
		return false;
	}
}

void perform(const struct plan *plan, struct test_case *test)
{
	struct performer performer = { .plan = plan, .test = test };
	bool ends = first_process_ends(test);
	const char *why = ends ? NULL : prepare_process(test);
	int ordinal = 0;

	if (!why)
		why = prepare_children(test);
	if (why) {
		told_skipped(why);
		return;
	}
	if (plan->mutant == MUTANT_NO_STEPS)
		return;
	if (ends && !start_first(&performer, test, perform_one)) {
		end_children();
		return;
	}
	for (performer.operation = test->operations; performer.operation; performer.operation = performer.operation->next) {
		told_begun(ordinal++);
		if (!perform_next(&performer))
			break;
	}
	end_children();
}
