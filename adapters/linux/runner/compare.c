/* SPDX-License-Identifier: CC0-1.0 */
#define _GNU_SOURCE
#include "compare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plan.h"

/* The value of a field in " field=value ..."; false when it is not there. */
static bool seen_field(const char *out, const char *name, unsigned long long *value)
{
	char sought[64];
	const char *at;

	snprintf(sought, sizeof(sought), " %s=", name);
	at = strstr(out, sought);
	if (at)
		*value = strtoull(at + strlen(sought), NULL, 0);
	return at != NULL;
}

static unsigned count_fields(const char *out)
{
	unsigned count = 0;

	for (; *out; out++)
		count += *out == '=';
	return count;
}

static void say_answer(char *text, size_t size, const struct seen_step *step)
{
	if (step->error)
		snprintf(text, size, "%s", errno_name(step->error));
	else if (step->descriptor)
		snprintf(text, size, "a descriptor");
	else
		snprintf(text, size, "%d", step->value);
}

static void say_expected(char *text, size_t size, int answer)
{
	if (answer == VFIO_ORACLE_FD)
		snprintf(text, size, "a descriptor");
	else if (answer < 0)
		snprintf(text, size, "%s", errno_name(-answer));
	else
		snprintf(text, size, "%d", answer);
}

static bool same_answer(const struct vfio_oracle_outcome *outcome, const struct seen_step *step, struct verdict *verdict)
{
	int answer = step->error ? -step->error : step->descriptor ? VFIO_ORACLE_FD : step->value;

	if (answer == outcome->answer)
		return true;
	say_expected(verdict->expected, sizeof(verdict->expected), outcome->answer);
	say_answer(verdict->found, sizeof(verdict->found), step);
	return false;
}

static bool same_fields(const struct vfio_oracle_platform *platform, const struct vfio_oracle_outcome *outcome,
			const struct seen_step *step, struct verdict *verdict)
{
	for (unsigned i = 0; i < outcome->field_count; i++) {
		const struct vfio_oracle_field *field = &platform->fields[outcome->first_field + i];
		const char *name = vfio_oracle_fields[field->field];
		unsigned long long value = 0;
		bool there = seen_field(step->out, name, &value);

		if (there && value == field->value)
			continue;
		snprintf(verdict->expected, sizeof(verdict->expected), "%s 0x%llx", name, (unsigned long long)field->value);
		if (there)
			snprintf(verdict->found, sizeof(verdict->found), "%s 0x%llx", name, value);
		else
			snprintf(verdict->found, sizeof(verdict->found), "%s not filled in", name);
		return false;
	}
	if (count_fields(step->out) == outcome->field_count)
		return true;
	snprintf(verdict->expected, sizeof(verdict->expected), "%u fields filled in", outcome->field_count);
	snprintf(verdict->found, sizeof(verdict->found), "%.150s", step->out);
	return false;
}

static bool same_locked(const struct vfio_oracle_outcome *outcome, const struct seen_step *step, struct verdict *verdict)
{
	if (step->locked >= 0 && (unsigned long long)step->locked == outcome->locked_pages)
		return true;
	snprintf(verdict->expected, sizeof(verdict->expected), "%llu locked pages", (unsigned long long)outcome->locked_pages);
	snprintf(verdict->found, sizeof(verdict->found), "%ld locked pages", step->locked);
	return false;
}

static bool same(const struct vfio_oracle_platform *platform, const struct vfio_oracle_outcome *outcome,
		 const struct seen_step *step, const struct unseen *unseen, struct verdict *verdict)
{
	return same_answer(outcome, step, verdict) &&
	       (unseen->fields || same_fields(platform, outcome, step, verdict)) &&
	       (unseen->locked || same_locked(outcome, step, verdict));
}

struct verdict compare(const struct vfio_oracle_platform *platform, const struct vfio_oracle_case *entry,
		       const struct seen *seen, const struct unseen *unseen)
{
	struct verdict verdict = { .kind = CONFORMS }, other;

	for (unsigned i = 0; i < entry->step_count; i++) {
		const struct vfio_oracle_step *expected = &platform->steps[entry->first_step + i];

		verdict.step = i;
		if (seen->steps[i].kind != SEEN_RESULT) {
			verdict.kind = CUT_SHORT;
			return verdict;
		}
		if (same(platform, &expected->outcome, &seen->steps[i], &unseen[i], &verdict))
			continue;
		verdict.kind = DIFFERS;
		other = verdict;
		if (expected->intended >= 0 && same(platform, &platform->intended[expected->intended].outcome,
						    &seen->steps[i], &unseen[i], &other)) {
			verdict.kind = FIXED;
			verdict.deviation = platform->intended[expected->intended].deviation;
		}
		return verdict;
	}
	return verdict;
}
