/* SPDX-License-Identifier: CC0-1.0 */
#define _GNU_SOURCE
#include "requests.h"

#include <errno.h>
#include <limits.h>
#include <linux/vfio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "operations.h"

/* Nothing is ever mapped here: it is below what the kernel lets a process map. */
#define UNMAPPED ((void *)0x1000)

/*
 * Room for a struct with all that a kernel may append. It holds zeros behind the struct: a kernel reads on there when a flag
 * says so, or when a request of this number is another one to its driver.
 */
#define ROOM 4096

#define MOST_CAPABILITIES 8

/* A device takes this number, which two requests of containers have, for one of its own. */
#define TOLD_BY_DEVICES 112

/* A test says otherwise, where a program answers for a machine of another kind. */
#ifdef DRIVER_HERE
#elif defined(__powerpc__)
#define DRIVER_HERE SPAPR_DRIVER
#else
#define DRIVER_HERE TYPE1_DRIVER
#endif

#define REQUEST_COUNT (sizeof(requests) / sizeof(requests[0]))

const struct request *request_named(const char *name)
{
	for (size_t i = 0; i < REQUEST_COUNT; i++)
		if (!strcmp(requests[i].name, name))
			return &requests[i];
	return NULL;
}

struct result plain(struct performer *p, unsigned nr, unsigned long value)
{
	return finished(ioctl(handle(p, "on"), _IO(VFIO_TYPE, nr), value));
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

/* Makes a request whose argument is a pointer to size bytes, put where the argument "pointer" says. */
static struct result pointed(struct performer *p, unsigned nr, void *bytes, size_t size)
{
	const char *pointer = argument(p->operation, "pointer");
	void *passed = bytes;

	if (pointer && !strcmp(pointer, "unmapped"))
		passed = UNMAPPED;
	else if (pointer && !strcmp(pointer, "read-only"))
		passed = read_only_page(bytes, size);
	else if (pointer)
		return unusable(p, "unknown pointer");
	if (!passed)
		return unusable(p, "cannot make a page read-only");
	return plain(p, nr, (unsigned long)passed);
}

static struct result of_device(struct performer *p, unsigned nr, const char *key)
{
	const char *alias = argument(p->operation, key);
	const char *name = address_of(p->plan->devices, p->plan->device_count, alias);

	if (!name)
		name = alias ? alias : "";
	return pointed(p, nr, (void *)(uintptr_t)name, strlen(name) + 1);
}

/* A descriptor; "closed" is one that no process can have open. */
static uint64_t descriptor(struct performer *p, const char *key)
{
	const char *name = argument(p->operation, key);

	return (uint64_t)(name && !strcmp(name, "closed") ? INT_MAX : handle(p, key));
}

static uint64_t value_in(struct performer *p, const struct request *request, const struct in_field *in)
{
	switch (in->kind) {
	case SIZE:
		return value_of(p, in->key, request->size);
	case ADDRESS:
		return address_argument(p, in->key) + p->vaddr_further;
	case DESCRIPTOR:
		return descriptor(p, in->key);
	default:
		return value_of(p, in->key, 0) + (strcmp(in->key, "iova") ? 0 : p->iova_further);
	}
}

static void store(char *to, size_t bytes, uint64_t value)
{
	uint32_t small = (uint32_t)value;

	memcpy(to, bytes == sizeof(small) ? (void *)&small : (void *)&value, bytes);
}

/* Requests of one number fill in the struct of the driver that answers, whichever was asked for. */
static const struct request *answered(const struct request *asked)
{
	for (size_t i = 0; i < REQUEST_COUNT; i++)
		if (requests[i].nr == asked->nr && requests[i].driver == DRIVER_HERE)
			return &requests[i];
	return asked;
}

/* Poison where the call may write, then the arguments. */
static void fill(struct performer *p, const struct request *asked, char *room)
{
	const struct request *answer = answered(asked);

	memset(room, 0, ROOM);
	for (const struct out_field *out = answer->out; out->key; out++)
		if (out->capability)
			memset(room + answer->size, POISON, ROOM - answer->size);
		else if (out->told == WRITTEN)
			memset(room + out->at, POISON, out->bytes);
	for (const struct in_field *in = asked->in; in->key; in++)
		if (in->kind != GIVEN || argument(p->operation, in->key))
			store(room + in->at, in->bytes, value_in(p, asked, in));
}

/*
 * Goes along the chain of capabilities, which stands inside the room. A capability ends before the next one; the last one ends
 * where the poison begins.
 */
static void out_capabilities(struct performer *p, const struct request *request, const char *room, size_t at)
{
	for (int i = 0; i < MOST_CAPABILITIES && at && at + sizeof(struct vfio_info_cap_header) <= ROOM; i++) {
		struct vfio_info_cap_header header;
		size_t end;

		memcpy(&header, room + at, sizeof(header));
		end = header.next > at && header.next < ROOM ? header.next : ROOM;
		for (const struct out_field *out = request->out; out->key; out++)
			if (out->capability == header.id && at + out->at + out->bytes <= end)
				out_field(p, out->key, room + at + out->at, out->bytes, out->hex);
		at = header.next;
	}
}

static uint64_t loaded(const char *from, size_t bytes)
{
	uint32_t small;
	uint64_t value;

	if (bytes == sizeof(small))
		memcpy(&small, from, sizeof(small));
	else
		memcpy(&value, from, sizeof(value));
	return bytes == sizeof(small) ? small : value;
}

/*
 * Type1 may write the value that was passed, so that a value alone cannot tell who answered: the container is asked what it
 * is.
 */
static bool is_told(struct performer *p, const struct out_field *out, const char *room, const char *before)
{
	switch (out->told) {
	case CHANGED:
		return memcmp(room + out->at, before + out->at, out->bytes) != 0;
	case BY_TYPE1:
		return ioctl(handle(p, "on"), VFIO_CHECK_EXTENSION, VFIO_TYPE1v2_IOMMU) > 0;
	default:
		return true;
	}
}

static void tell(struct performer *p, const struct request *request, const char *room, const char *before)
{
	for (const struct out_field *out = request->out; out->key; out++)
		if (!out->capability && is_told(p, out, room, before))
			out_field(p, out->key, room + out->at, out->bytes, out->hex);
	for (const struct out_field *out = request->out; out->key; out++)
		if (!strcmp(out->key, "cap_offset"))
			out_capabilities(p, request, room, loaded(room + out->at, out->bytes));
}

static bool is_device(int fd)
{
	struct vfio_device_info info = { .argsz = sizeof(info) };

	return !ioctl(fd, VFIO_DEVICE_GET_INFO, &info);
}

static struct result with_struct(struct performer *p, const struct request *request)
{
	static char room[ROOM], before[ROOM];
	struct result result;

	fill(p, request, room);
	memcpy(before, room, ROOM);
	result = pointed(p, request->nr, room, ROOM);
	if (!result.error && !(request->nr == TOLD_BY_DEVICES && is_device(handle(p, "on"))))
		tell(p, answered(request), room, before);
	return result;
}

struct result make_request(struct performer *p, const struct request *request)
{
	const struct in_field *first = &request->in[0];
	struct result result;

	if (request->size)
		result = with_struct(p, request);
	else if (first->key && first->kind == DEVICE)
		result = of_device(p, request->nr, first->key);
	else
		result = plain(p, request->nr, first->key ? value_of(p, first->key, 0) : 0);
	if (!request->opens || !p->usable)
		return result;
	errno = result.error;
	return opened(p, result.error ? -1 : result.value);
}
