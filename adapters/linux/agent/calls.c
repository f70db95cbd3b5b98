/* SPDX-License-Identifier: CC0-1.0 */
#define _GNU_SOURCE
#include "calls.h"

#include <fcntl.h>
#include <linux/vfio.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "dma.h"
#include "group.h"
#include "process.h"
#include "requests.h"

static struct result do_open(struct performer *p)
{
	const char *path = argument(p->operation, "path"), *group = argument(p->operation, "group");
	char node[64];

	if (group) {
		snprintf(node, sizeof(node), "/dev/vfio/%d",
			 group_number(address_of(p->plan->groups, p->plan->group_count, group)));
		path = node;
	}
	if (!path)
		return unusable(p, NULL);
	return opened(p, open(path, O_RDWR | O_CLOEXEC));
}

static struct result do_close(struct performer *p)
{
	int fd = handle(p, "on");
	struct result result = finished(close(fd));

	for (int i = 0; i < p->handle_count; i++)
		if (p->handles[i].fd == fd)
			p->handles[i].fd = -1;
	return result;
}

static struct result do_dup(struct performer *p)
{
	return opened(p, dup(handle(p, "on")));
}

static struct result any_request(struct performer *p)
{
	return plain(p, (unsigned)value_of(p, "nr", 0), value_of(p, "arg", 0));
}

/* The process is as it should be, or the machine cannot do that. */
static struct result changed(struct performer *p, const char *why)
{
	return p->usable && why ? unusable(p, why) : (struct result){ 0 };
}

static struct result do_setrlimit(struct performer *p)
{
	const char *memlock = argument(p->operation, "memlock");

	return changed(p, limit_memory(memlock && !strcmp(memlock, "unlimited") ? UINT64_MAX : value_of(p, "memlock", UINT64_MAX)));
}

static struct result do_capset(struct performer *p)
{
	const char *capabilities = argument(p->operation, "capabilities");

	return changed(p, use_ipc_lock(capabilities && !strcmp(capabilities, "CAP_IPC_LOCK")));
}

static bool is_read_only(struct performer *p)
{
	const char *access = argument(p->operation, "access");

	return access && !strcmp(access, "ro");
}

static bool is_of_device(struct performer *p)
{
	const char *of = argument(p->operation, "of");

	return of && !strcmp(of, "device");
}

static struct result unmap_device(struct performer *p)
{
	struct named_fd *named = mapping(p);
	struct result result;

	if (!named)
		return unusable(p, "no such mapping");
	result = finished(munmap(named->mapped, named->size));
	if (!result.error)
		named->mapped = NULL;
	return result;
}

/* The first page of a BAR. */
static struct result map_device(struct performer *p)
{
	struct vfio_region_info bar = { .argsz = sizeof(bar), .index = (unsigned)value_of(p, "region", 0) };
	size_t size = (size_t)sysconf(_SC_PAGESIZE);
	int device = handle(p, "on");
	void *guarded, *mapped;

	if (device >= 0 && ioctl(device, VFIO_DEVICE_GET_REGION_INFO, &bar) != 0)
		return unusable(p, "the device does not tell of its region");
	/* The page behind it stays without access, whatever else the process has mapped. */
	guarded = mmap(NULL, 2 * size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (guarded == MAP_FAILED)
		return unusable(p, "no room for a page and the one behind it");
	mapped = mmap(guarded, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, device, (off_t)bar.offset);
	if (mapped == MAP_FAILED)
		return finished(-1);
	bind_mapping(p, mapped, size);
	return (struct result){ 0 };
}

static struct result do_munmap(struct performer *p)
{
	if (is_of_device(p))
		return unmap_device(p);
	return finished(munmap((void *)address_argument(p, "vaddr"), value_of(p, "size", 0)));
}

static struct result do_mmap(struct performer *p)
{
	enum backing backing = backing_named(argument(p->operation, "backing"));
	struct result gone;

	if (is_of_device(p))
		return map_device(p);
	gone = do_munmap(p);
	if (gone.error || backing == BACKING_UNKNOWN)
		return unusable(p, "memory that cannot be replaced so");
	return changed(p, put_memory(address_argument(p, "vaddr"), value_of(p, "size", 0), backing, !is_read_only(p)));
}

static struct result do_mprotect(struct performer *p)
{
	int protection = is_read_only(p) ? PROT_READ : PROT_READ | PROT_WRITE;

	return finished(mprotect((void *)address_argument(p, "vaddr"), value_of(p, "size", 0), protection));
}

/* Makes a request again and again, until one is refused. What is told is that of the last one, and how many were not refused. */
static struct result repeat(struct performer *p)
{
	const char *name = argument(p->operation, "call");
	const struct request *request = name ? request_named(name) : NULL;
	uint64_t times = value_of(p, "times", 0), made = 0;
	uint64_t iova_step = value_of(p, "iova_step", 0), vaddr_step = value_of(p, "vaddr_step", 0);
	struct result result = { 0 };

	if (!request || request->opens || !times)
		return unusable(p, "nothing that can be repeated");
	while (p->usable && !result.error && made < times) {
		p->iova_further = made * iova_step;
		p->vaddr_further = made * vaddr_step;
		p->out[0] = 0;
		result = make_request(p, request);
		made += !result.error;
	}
	p->iova_further = p->vaddr_further = 0;
	out_field(p, "made", &made, sizeof(made), false);
	return result;
}

bool call(struct performer *p, struct result *result)
{
	static const struct {
		const char *name;
		struct result (*perform)(struct performer *p);
	} calls[] = {
		{ "open", do_open },
		{ "close", do_close },
		{ "dup", do_dup },
		{ "ioctl", any_request },
		{ "repeat", repeat },
		{ "setrlimit", do_setrlimit },
		{ "capset", do_capset },
		{ "mmap", do_mmap },
		{ "munmap", do_munmap },
		{ "mprotect", do_mprotect },
		{ "dma-write", dma_write },
		{ "dma-read", dma_read },
	};
	const struct request *request = request_named(p->operation->name);

	if (request)
		*result = make_request(p, request);
	for (size_t i = 0; !request && i < sizeof(calls) / sizeof(calls[0]); i++)
		if (!strcmp(p->operation->name, calls[i].name)) {
			*result = calls[i].perform(p);
			return true;
		}
	return request != NULL;
}
