/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "perform.h"

#include <string.h>

#include "calls.h"
#include "children.h"
#include "performer.h"
#include "process.h"
#include "report.h"

static void report_result(struct performer *p, struct result result, long locked)
{
	char *last = strrchr(p->out, ' ');

	if (result.error)
		p->out[0] = 0;
	if (p->plan->mutant == MUTANT_ZERO_ANSWER && !result.descriptor)
		result = (struct result){ 0 };
	if (p->plan->mutant == MUTANT_DROP_OUT && last)
		*last = 0;
	if (p->plan->mutant == MUTANT_LOCKED_OFF_BY_ONE)
		locked++;
	report_kernel_log("log");
	if (result.error)
		report("did err=%s locked=%ld", errno_name(result.error), locked);
	else if (result.descriptor)
		report("did fd locked=%ld", locked);
	else
		report("did ret=%d locked=%ld%s", result.value, locked, p->out);
}

static void report_unusable(struct performer *p)
{
	report("skip %s %s: %s", p->operation->name, argument(p->operation, "on") ? argument(p->operation, "on") : "",
	       p->why ? p->why : "the operation cannot be performed");
}

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
	if (p->usable)
		report_result(p, result, locked_pages());
	else
		report_unusable(p);
	return p->usable;
}

/* In the first process. */
static bool perform_next(struct performer *p)
{
	const char *by = argument(p->operation, "by");

	if (!by)
		return perform_one(p);
	p->usable = true;
	switch (delegate(p, by)) {
	case DELEGATED_DONE:
		return true;
	case DELEGATED_EXITED:
		p->out[0] = 0;
		report_result(p, (struct result){ 0 }, 0);
		return true;
	default:
		if (!p->usable)
			report_unusable(p);
		return false;
	}
}

void perform(const struct plan *plan, struct test_case *test)
{
	struct performer performer = { .plan = plan, .test = test };
	const char *why = prepare_process(test);
	int ordinal = 0;

	if (!why)
		why = prepare_children(test);
	if (why) {
		report("skip %s", why);
		return;
	}
	if (plan->mutant == MUTANT_NO_STEPS)
		return;
	for (performer.operation = test->operations; performer.operation; performer.operation = performer.operation->next) {
		report("op %d", ordinal++);
		if (!perform_next(&performer))
			break;
	}
	end_children();
}
