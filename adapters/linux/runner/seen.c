/* SPDX-License-Identifier: CC0-1.0 */
#define _GNU_SOURCE
#include "seen.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#include "told.h"

static struct seen *seen;

struct seen *seen_memory(void)
{
	void *memory = mmap(NULL, sizeof(*seen), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	seen = memory == MAP_FAILED ? NULL : memory;
	return seen;
}

void seen_forget(void)
{
	memset(seen, 0, sizeof(*seen));
}

void told_skipped(const char *why)
{
	snprintf(seen->why, sizeof(seen->why), "%s", why);
}

void told_begun(int ordinal)
{
	seen->begun = ordinal + 1;
}

void told_result(struct performer *p, struct result result, long locked)
{
	struct seen_step *step = &seen->steps[seen->begun - 1];

	step->descriptor = result.descriptor;
	step->value = result.value;
	step->error = result.error;
	step->locked = locked;
	snprintf(step->out, sizeof(step->out), "%s", p->out);
	step->kind = SEEN_RESULT;
}

void told_unusable(const struct performer *p)
{
	snprintf(seen->why, sizeof(seen->why), "%s: %s", p->operation->name,
		 p->why ? p->why : "the operation cannot be performed");
	seen->steps[seen->begun - 1].kind = SEEN_UNUSABLE;
}

void told_late(pid_t process_group, unsigned limit_seconds)
{
	(void)process_group, (void)limit_seconds;
}
