/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "perform.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "children.h"
#include "performer.h"
#include "process.h"
#include "report.h"

uint64_t value_of(struct performer *p, const char *key, uint64_t otherwise)
{
	const char *text = argument(p->operation, key);

	return text ? number(text, &p->usable) : otherwise;
}

uint64_t address_argument(struct performer *p, const char *key)
{
	const char *text = argument(p->operation, key);

	return text ? buffer_address(p->test, text, &p->usable) : 0;
}

int handle(struct performer *p, const char *key)
{
	const char *name = argument(p->operation, key);

	if (!name)
		p->usable = false;
	for (int i = p->handle_count; name && i-- > 0;)
		if (!strcmp(p->handles[i].name, name))
			return p->handles[i].fd;
	return -1;
}

static void bind(struct performer *p, int fd)
{
	const char *name = argument(p->operation, "as");

	if (!name)
		return;
	if (p->handle_count == MAX_HANDLES) {
		unusable(p, "more handles than this adapter has room for");
		return;
	}
	p->handles[p->handle_count].name = name;
	p->handles[p->handle_count].fd = fd;
	p->handle_count++;
}

void out_number(struct performer *p, const char *name, uint64_t value)
{
	size_t at = strlen(p->out);

	snprintf(p->out + at, sizeof(p->out) - at, " %s=0x%llx", name, (unsigned long long)value);
}

void out_field(struct performer *p, const char *name, const void *field, size_t size, bool hex)
{
	size_t at = strlen(p->out);
	unsigned char poison[8];
	uint64_t value = 0;

	memset(poison, POISON, sizeof(poison));
	if (!memcmp(field, poison, size))
		return;
	if (size == 4) {
		uint32_t small;

		memcpy(&small, field, 4);
		value = small;
	} else {
		memcpy(&value, field, 8);
	}
	if (hex)
		out_number(p, name, value);
	else
		snprintf(p->out + at, sizeof(p->out) - at, " %s=%llu", name, (unsigned long long)value);
}

struct result finished(int value)
{
	return (struct result){ .value = value, .error = value < 0 ? errno : 0 };
}

struct result opened(struct performer *p, int fd)
{
	struct result result = finished(fd);

	result.descriptor = fd >= 0;
	bind(p, fd);
	return result;
}

struct result unusable(struct performer *p, const char *why)
{
	p->usable = false;
	p->why = why;
	return (struct result){ 0 };
}

int group_number(const char *address)
{
	char link[128], target[256];
	ssize_t length;
	char *slash;

	snprintf(link, sizeof(link), "/sys/bus/pci/devices/%s/iommu_group", address ? address : "-");
	length = readlink(link, target, sizeof(target) - 1);
	if (length < 0)
		return -1;
	target[length] = 0;
	slash = strrchr(target, '/');
	return slash ? atoi(slash + 1) : -1;
}

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
	       p->why ? p->why : "the operation makes no sense");
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
