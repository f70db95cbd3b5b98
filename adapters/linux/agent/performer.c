/* SPDX-License-Identifier: CC0-1.0 */
#define _GNU_SOURCE
#include "performer.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "process.h"

uint64_t value_of(struct performer *p, const char *key, uint64_t otherwise)
{
	const char *text = argument(p->operation, key);

	return text ? number(text, &p->usable) : otherwise;
}

/* Of a mapped device, or in a buffer, or a number. */
static uint64_t resolved(struct performer *p, const char *text)
{
	for (int i = 0; i < p->handle_count; i++) {
		const struct named_fd *named = &p->handles[i];
		size_t length = strlen(named->name);

		if (named->mapped && !strncmp(text, named->name, length) && (text[length] == '+' || !text[length]))
			return (uintptr_t)named->mapped + (text[length] ? number(text + length + 1, &p->usable) : 0);
	}
	return buffer_address(p->test, text, &p->usable);
}

uint64_t address_argument(struct performer *p, const char *key)
{
	const char *text = argument(p->operation, key);

	return text ? resolved(p, text) : 0;
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
		unusable(p, "too many handles for this adapter");
		return;
	}
	p->handles[p->handle_count] = (struct named_fd){ .name = name, .fd = fd };
	p->handle_count++;
}

void bind_mapping(struct performer *p, void *mapped, size_t size)
{
	int before = p->handle_count;

	bind(p, -1);
	if (p->handle_count > before) {
		p->handles[before].mapped = mapped;
		p->handles[before].size = size;
	}
}

struct named_fd *mapping(struct performer *p)
{
	const char *name = argument(p->operation, "on");

	for (int i = p->handle_count; name && i-- > 0;)
		if (p->handles[i].mapped && !strcmp(p->handles[i].name, name))
			return &p->handles[i];
	return NULL;
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
