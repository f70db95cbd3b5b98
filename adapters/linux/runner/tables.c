/* SPDX-License-Identifier: CC0-1.0 */
#define _GNU_SOURCE
#include "tables.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *zeroed(size_t size)
{
	void *memory = calloc(1, size);

	if (!memory) {
		printf("Bail out! out of memory\n");
		exit(3);
	}
	return memory;
}

static const char *text(const char *format, ...)
{
	char line[80];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	return strcpy(zeroed(strlen(line) + 1), line);
}

const char *name_at(const struct vfio_oracle_platform *platform, unsigned index)
{
	return index ? platform->names[index] : NULL;
}

static void give(struct operation *operation, const char *key, const char *value)
{
	if (!value)
		return;
	if (operation->count == MAX_ARGUMENTS) {
		printf("Bail out! a call has more arguments than this program has room for\n");
		exit(3);
	}
	operation->arguments[operation->count++] = (struct argument){ .key = key, .value = value };
}

static const char *value_text(const struct vfio_oracle_platform *platform, const struct vfio_oracle_argument *argument)
{
	switch (argument->kind) {
	case VFIO_ORACLE_NUMBER:
		return text("0x%llx", (unsigned long long)argument->value);
	case VFIO_ORACLE_ADDRESS:
		return text("%s+0x%llx", name_at(platform, argument->name), (unsigned long long)argument->value);
	default:
		return name_at(platform, argument->name);
	}
}

static struct operation *operation_of(const struct vfio_oracle_platform *platform, const struct vfio_oracle_step *step)
{
	static const char *const pointers[] = { NULL, "unmapped", "read-only" };
	struct operation *operation = zeroed(sizeof(*operation));

	operation->name = vfio_oracle_calls[step->op].name;
	give(operation, "by", name_at(platform, step->by));
	give(operation, "on", name_at(platform, step->on));
	give(operation, "as", name_at(platform, step->as));
	give(operation, "pointer", pointers[step->pointer]);
	for (unsigned i = 0; i < step->argument_count; i++) {
		const struct vfio_oracle_argument *argument = &platform->arguments[step->first_argument + i];

		give(operation, vfio_oracle_keys[argument->key], value_text(platform, argument));
	}
	return operation;
}

static enum backing backing_of(unsigned shift)
{
	return shift == 21 ? BACKING_2M : shift == 24 ? BACKING_16M : shift == 30 ? BACKING_1G : BACKING_PAGE;
}

struct test_case *test_case_of(const struct vfio_oracle_platform *platform, const struct vfio_oracle_case *entry)
{
	struct test_case *test = zeroed(sizeof(*test));
	struct operation **next = &test->operations;

	test->id = entry->id;
	test->memlock = entry->memlock;
	test->ipc_lock = entry->ipc_lock;
	for (unsigned i = 0; i < entry->buffer_count && test->buffer_count < MAX_BUFFERS; i++) {
		const struct vfio_oracle_buffer *buffer = &platform->buffers[entry->first_buffer + i];

		test->buffers[test->buffer_count++] = (struct buffer){
			.name = name_at(platform, buffer->name),
			.size = buffer->size,
			.backing = backing_of(buffer->page_shift),
			.writable = buffer->writable,
		};
	}
	for (unsigned i = 0; i < entry->step_count; i++) {
		*next = operation_of(platform, &platform->steps[entry->first_step + i]);
		next = &(*next)->next;
	}
	return test;
}
