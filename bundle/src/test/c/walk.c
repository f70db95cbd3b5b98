/* SPDX-License-Identifier: Apache-2.0 */
/* Prints what a table holds, as a program without any parser sees it. */
#include <stdio.h>

#include "vfio_oracle_cases.h"

extern const struct vfio_oracle_platform *const walked;

static void outcome(const struct vfio_oracle_outcome *o)
{
	unsigned i;

	if (o->answer == VFIO_ORACLE_FD)
		printf("fd");
	else
		printf("%ld", (long)o->answer);
	for (i = 0; i < o->field_count; i++)
		printf(" %s=%llx", vfio_oracle_fields[walked->fields[o->first_field + i].field],
		       (unsigned long long)walked->fields[o->first_field + i].value);
	printf(" locked=%llu effects=%u rule=%s", (unsigned long long)o->locked_pages, o->effect_count, o->rule);
}

int main(void)
{
	unsigned i, j, k;

	printf("%s %s %u\n", walked->name, walked->corpus, walked->page_size);
	for (i = 0; i < walked->case_count; i++) {
		const struct vfio_oracle_case *c = &walked->cases[i];

		printf("%s %s %d\n", c->id, walked->topologies[c->topology].name, c->ipc_lock);
		for (j = 0; j < c->step_count; j++) {
			const struct vfio_oracle_step *s = &walked->steps[c->first_step + j];

			printf("  %s on %s as %s", vfio_oracle_calls[s->op].name, walked->names[s->on], walked->names[s->as]);
			for (k = 0; k < s->argument_count; k++) {
				const struct vfio_oracle_argument *a = &walked->arguments[s->first_argument + k];

				printf(" %s=%s%s%llx", vfio_oracle_keys[a->key], walked->names[a->name], a->name ? "+" : "",
				       (unsigned long long)a->value);
			}
			printf(": ");
			outcome(&s->outcome);
			if (s->intended >= 0) {
				printf(" intended=%s ", walked->intended[s->intended].deviation);
				outcome(&walked->intended[s->intended].outcome);
			}
			printf("\n");
		}
	}
	return 0;
}
