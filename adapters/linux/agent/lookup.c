/* SPDX-License-Identifier: CC0-1.0 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plan.h"

uint64_t number(const char *text, bool *ok)
{
	char *end;
	uint64_t value;

	if (!text || *text < '0' || *text > '9') {
		*ok = false;
		return 0;
	}
	value = strtoull(text, &end, 0);
	if (*end)
		*ok = false;
	return value;
}

const char *address_of(const struct alias *aliases, int count, const char *name)
{
	for (int i = 0; i < count; i++)
		if (name && !strcmp(aliases[i].name, name))
			return aliases[i].address;
	return NULL;
}

const char *argument(const struct operation *operation, const char *key)
{
	for (int i = 0; i < operation->count; i++)
		if (!strcmp(operation->arguments[i].key, key))
			return operation->arguments[i].value;
	return NULL;
}

enum backing backing_named(const char *name)
{
	static const char *const names[] = { "page", "2m", "16m", "1g", "none", "thp" };
	int i = 0;

	while (i < BACKING_UNKNOWN && (!name || strcmp(names[i], name)))
		i++;
	return (enum backing)i;
}

const char *errno_name(int value)
{
	static char unnamed[16];
	const char *name = strerrorname_np(value);

	if (name)
		return name;
	snprintf(unnamed, sizeof(unnamed), "E%d", value);
	return unnamed;
}
