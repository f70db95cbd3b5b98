/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "requests.h"

/* Nothing is ever mapped here: it is below what the kernel lets a process map. */
#define UNMAPPED ((void *)0x1000)

struct result plain(struct performer *p, unsigned long request, unsigned long value)
{
	return finished(ioctl(handle(p, "on"), request, value));
}

/* One page that is written, then made read-only while a call has it as its argument. */
static void *read_only_page(const void *content, size_t size)
{
	static void *page;
	size_t room = (size_t)sysconf(_SC_PAGESIZE);

	if (!page) {
		page = mmap(NULL, room, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		if (page == MAP_FAILED)
			page = NULL;
	}
	if (!page || mprotect(page, room, PROT_READ | PROT_WRITE))
		return NULL;
	memcpy(page, content, size);
	return mprotect(page, room, PROT_READ) ? NULL : page;
}

struct result pointed(struct performer *p, unsigned long request, void *argument_struct, size_t size)
{
	const char *pointer = argument(p->operation, "pointer");
	int fd = handle(p, "on");
	void *passed = argument_struct;

	if (pointer && !strcmp(pointer, "unmapped"))
		passed = UNMAPPED;
	else if (pointer && !strcmp(pointer, "read-only"))
		passed = read_only_page(argument_struct, size);
	else if (pointer)
		return unusable(p, "no such pointer");
	if (!passed)
		return unusable(p, "no page can be made read-only");
	return finished(ioctl(fd, request, passed));
}

uint32_t argsz(struct performer *p, size_t otherwise)
{
	return (uint32_t)value_of(p, "argsz", otherwise);
}
