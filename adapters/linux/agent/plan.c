/* SPDX-License-Identifier: Apache-2.0 */
#include "plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_WORDS (MAX_ARGUMENTS + 2)

static int line_number;

static void reject(const char *why, const char *what)
{
	fprintf(stderr, "plan line %d: %s: %s\n", line_number, why, what);
	exit(2);
}

static void *zeroed(size_t size)
{
	void *memory = calloc(1, size);

	if (!memory) {
		fprintf(stderr, "plan: out of memory\n");
		exit(2);
	}
	return memory;
}

static char *copy(const char *text)
{
	return strcpy(zeroed(strlen(text) + 1), text);
}

static uint64_t required_number(const char *text)
{
	bool ok = true;
	uint64_t value = number(text, &ok);

	if (!ok)
		reject("not a number", text ? text : "(nothing)");
	return value;
}

static void add_alias(struct alias *aliases, int *count, char **words)
{
	if (*count == MAX_ALIASES)
		reject("too many aliases", words[1]);
	aliases[*count].name = copy(words[1]);
	aliases[*count].address = copy(words[2]);
	++*count;
}

static void add_buffer(struct test_case *test, char **words)
{
	struct buffer *buffer = &test->buffers[test->buffer_count];

	if (test->buffer_count == MAX_BUFFERS)
		reject("too many buffers", words[1]);
	buffer->name = copy(words[1]);
	buffer->size = required_number(words[2]);
	buffer->backing = backing_named(words[3]);
	if (buffer->backing == BACKING_UNKNOWN)
		reject("unknown backing", words[3]);
	buffer->writable = !strcmp(words[4], "rw");
	test->buffer_count++;
}

static struct operation *new_operation(char **words, int count)
{
	struct operation *operation = zeroed(sizeof(*operation));

	operation->name = copy(words[1]);
	for (int i = 2; i < count; i++) {
		char *equals = strchr(words[i], '=');

		if (!equals)
			reject("not key=value", words[i]);
		*equals = 0;
		operation->arguments[operation->count].key = copy(words[i]);
		operation->arguments[operation->count].value = copy(equals + 1);
		operation->count++;
	}
	return operation;
}

static enum mutant mutant_named(const char *name)
{
	static const char *const names[] = { "none", "zero-answer", "drop-out", "locked-off-by-one", "no-steps" };

	for (int i = 0; i < 5; i++)
		if (!strcmp(names[i], name))
			return (enum mutant)i;
	reject("unknown mutant", name);
	return MUTANT_NONE;
}

/* One statement; *test and *tail are the case being read and where its next operation goes. */
static void statement(struct plan *plan, struct test_case **test, struct operation ***tail, char **words, int count)
{
	const char *verb = words[0];

	if (!strcmp(verb, "limit") && count == 2) {
		plan->limit_seconds = (unsigned)required_number(words[1]);
	} else if (!strcmp(verb, "mutant") && count == 2) {
		plan->mutant = mutant_named(words[1]);
	} else if (!strcmp(verb, "group") && count == 3) {
		add_alias(plan->groups, &plan->group_count, words);
	} else if (!strcmp(verb, "device") && count == 3) {
		add_alias(plan->devices, &plan->device_count, words);
	} else if (!strcmp(verb, "case") && count == 2) {
		*test = zeroed(sizeof(**test));
		(*test)->id = copy(words[1]);
		(*test)->memlock = UINT64_MAX;
		*tail = &(*test)->operations;
	} else if (!*test) {
		reject("unexpected statement", verb);
	} else if (!strcmp(verb, "memlock") && count == 2) {
		(*test)->memlock = strcmp(words[1], "unlimited") ? required_number(words[1]) : UINT64_MAX;
	} else if (!strcmp(verb, "capability") && count == 2) {
		(*test)->ipc_lock |= !strcmp(words[1], "CAP_IPC_LOCK");
	} else if (!strcmp(verb, "obeys-permissions") && count == 1) {
		(*test)->obeys_permissions = true;
	} else if (!strcmp(verb, "buffer") && count == 5) {
		add_buffer(*test, words);
	} else if (!strcmp(verb, "op") && count >= 2) {
		**tail = new_operation(words, count);
		*tail = &(**tail)->next;
	} else {
		reject("unknown statement", verb);
	}
}

struct plan *read_plan(const char *path)
{
	struct plan *plan = zeroed(sizeof(*plan));
	struct test_case **next_case = &plan->cases, *test = NULL;
	struct operation **tail = NULL;
	char line[2048];
	FILE *file = fopen(path, "r");

	if (!file) {
		perror(path);
		exit(2);
	}
	plan->limit_seconds = 60;
	while (fgets(line, sizeof(line), file)) {
		char *words[MAX_WORDS], *rest = NULL;
		int count = 0;

		line_number++;
		for (char *w = strtok_r(line, " \n", &rest); w; w = strtok_r(NULL, " \n", &rest)) {
			if (count == MAX_WORDS)
				reject("too many words", words[0]);
			words[count++] = w;
		}
		if (!count || *words[0] == '#')
			continue;
		if (!strcmp(words[0], "end") && test) {
			*next_case = test;
			next_case = &test->next;
			test = NULL;
		} else {
			statement(plan, &test, &tail, words, count);
		}
	}
	fclose(file);
	if (test)
		reject("case without end", test->id);
	return plan;
}
