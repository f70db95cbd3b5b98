/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "perform.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/vfio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "process.h"
#include "report.h"

#define MAX_HANDLES 256

/* Out structs start with this byte everywhere; a field that still holds it was not written and is not reported. */
#define POISON 0xa5

struct performer {
	const struct plan *plan;
	const struct test_case *test;
	const struct operation *operation; /* the one being performed */
	bool usable;                       /* its arguments made sense so far */
	int handle_count;
	struct argument_fd {
		const char *name;
		int fd;
	} handles[MAX_HANDLES];
	char out[512]; /* " field=value" for each out-field the call wrote */
};

/* What a call did: a descriptor, or its return value with errno. */
struct result {
	bool descriptor;
	int value;
	int error;
};

static uint64_t value_of(struct performer *p, const char *key, uint64_t otherwise)
{
	const char *text = argument(p->operation, key);

	return text ? number(text, &p->usable) : otherwise;
}

static uint64_t address(struct performer *p, const char *key)
{
	const char *text = argument(p->operation, key);

	return text ? buffer_address(p->test, text, &p->usable) : 0;
}

/* The descriptor of the handle an argument names; -1 when that handle was never bound or is closed. */
static int handle(struct performer *p, const char *key)
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

	if (!name || p->handle_count == MAX_HANDLES)
		return;
	p->handles[p->handle_count].name = name;
	p->handles[p->handle_count].fd = fd;
	p->handle_count++;
}

static void out_bytes(struct performer *p, const char *name, const void *field, size_t size, bool hex)
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
	snprintf(p->out + at, sizeof(p->out) - at, hex ? " %s=0x%llx" : " %s=%llu", name, (unsigned long long)value);
}

#define OUT_HEX(p, structure, field) out_bytes(p, #field, &(structure)->field, sizeof((structure)->field), true)

static struct result finished(int value)
{
	return (struct result){ .value = value, .error = value < 0 ? errno : 0 };
}

static struct result opened(struct performer *p, int fd)
{
	struct result result = finished(fd);

	result.descriptor = fd >= 0;
	bind(p, fd);
	return result;
}

int group_number(const char *address)
{
	char link[128], target[256];
	ssize_t length;
	char *slash;

	snprintf(link, sizeof(link), "/sys/bus/pci/devices/%s/iommu_group", address ? address : "-");
	length = readlink(link, target, sizeof(target) - 1);
	if (length < 0)
		return -1;
	target[length] = 0;
	slash = strrchr(target, '/');
	return slash ? atoi(slash + 1) : -1;
}

static struct result do_open(struct performer *p)
{
	const char *path = argument(p->operation, "path"), *group = argument(p->operation, "group");
	char node[64];

	if (group) {
		snprintf(node, sizeof(node), "/dev/vfio/%d",
			 group_number(address_of(p->plan->groups, p->plan->group_count, group)));
		path = node;
	}
	if (!path) {
		p->usable = false;
		return finished(0);
	}
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

static struct result plain(struct performer *p, unsigned long request, unsigned long value)
{
	return finished(ioctl(handle(p, "on"), request, value));
}

static struct result with_struct(struct performer *p, unsigned long request, void *structure)
{
	return finished(ioctl(handle(p, "on"), request, structure));
}

static struct result get_status(struct performer *p)
{
	struct vfio_group_status status;
	struct result result;

	memset(&status, POISON, sizeof(status));
	status.argsz = (uint32_t)value_of(p, "argsz", sizeof(status));
	result = with_struct(p, VFIO_GROUP_GET_STATUS, &status);
	OUT_HEX(p, &status, flags);
	return result;
}

static struct result set_container(struct performer *p)
{
	int container = handle(p, "container");

	return with_struct(p, VFIO_GROUP_SET_CONTAINER, &container);
}

static struct result get_device(struct performer *p)
{
	const char *alias = argument(p->operation, "device");
	const char *name = address_of(p->plan->devices, p->plan->device_count, alias);

	if (!name)
		name = alias ? alias : "";
	return opened(p, ioctl(handle(p, "on"), VFIO_GROUP_GET_DEVICE_FD, name));
}

static struct result get_info(struct performer *p)
{
	struct vfio_iommu_spapr_tce_info info;
	struct result result;

	memset(&info, POISON, sizeof(info));
	info.argsz = (uint32_t)value_of(p, "argsz", sizeof(info));
	result = with_struct(p, VFIO_IOMMU_SPAPR_TCE_GET_INFO, &info);
	OUT_HEX(p, &info, flags);
	OUT_HEX(p, &info, dma32_window_start);
	OUT_HEX(p, &info, dma32_window_size);
	out_bytes(p, "ddw_pgsizes", &info.ddw.pgsizes, 8, true);
	out_bytes(p, "ddw_max_dynamic_windows_supported", &info.ddw.max_dynamic_windows_supported, 4, false);
	out_bytes(p, "ddw_levels", &info.ddw.levels, 4, false);
	return result;
}

static struct result memory(struct performer *p, unsigned long request)
{
	struct vfio_iommu_spapr_register_memory memory = { .argsz = (uint32_t)value_of(p, "argsz", sizeof(memory)) };

	memory.flags = (uint32_t)value_of(p, "flags", 0);
	memory.vaddr = address(p, "vaddr");
	memory.size = value_of(p, "size", 0);
	return with_struct(p, request, &memory);
}

static struct result map_dma(struct performer *p)
{
	struct vfio_iommu_type1_dma_map map = { .argsz = (uint32_t)value_of(p, "argsz", sizeof(map)) };

	map.flags = (uint32_t)value_of(p, "flags", 0);
	map.vaddr = address(p, "vaddr");
	map.iova = value_of(p, "iova", 0);
	map.size = value_of(p, "size", 0);
	return with_struct(p, VFIO_IOMMU_MAP_DMA, &map);
}

static struct result unmap_dma(struct performer *p)
{
	struct vfio_iommu_type1_dma_unmap unmap = { .argsz = (uint32_t)value_of(p, "argsz", sizeof(unmap)) };

	unmap.flags = (uint32_t)value_of(p, "flags", 0);
	unmap.iova = value_of(p, "iova", 0);
	unmap.size = value_of(p, "size", 0);
	return with_struct(p, VFIO_IOMMU_UNMAP_DMA, &unmap);
}

static struct result create_window(struct performer *p)
{
	struct vfio_iommu_spapr_tce_create create = { .argsz = (uint32_t)value_of(p, "argsz", sizeof(create)) };
	struct result result;

	create.flags = (uint32_t)value_of(p, "flags", 0);
	create.page_shift = (uint32_t)value_of(p, "page_shift", 0);
	create.window_size = value_of(p, "window_size", 0);
	create.levels = (uint32_t)value_of(p, "levels", 0);
	memset(&create.start_addr, POISON, sizeof(create.start_addr));
	result = with_struct(p, VFIO_IOMMU_SPAPR_TCE_CREATE, &create);
	OUT_HEX(p, &create, start_addr);
	return result;
}

static struct result remove_window(struct performer *p)
{
	struct vfio_iommu_spapr_tce_remove gone = { .argsz = (uint32_t)value_of(p, "argsz", sizeof(gone)) };

	gone.flags = (uint32_t)value_of(p, "flags", 0);
	gone.start_addr = value_of(p, "start_addr", 0);
	return with_struct(p, VFIO_IOMMU_SPAPR_TCE_REMOVE, &gone);
}

static struct result perform_one(struct performer *p)
{
	const char *name = p->operation->name;

#define NAMED(text) (!strcmp(name, text))
	if (NAMED("open"))
		return do_open(p);
	if (NAMED("close"))
		return do_close(p);
	if (NAMED("VFIO_GET_API_VERSION"))
		return plain(p, VFIO_GET_API_VERSION, 0);
	if (NAMED("VFIO_CHECK_EXTENSION"))
		return plain(p, VFIO_CHECK_EXTENSION, value_of(p, "extension", 0));
	if (NAMED("VFIO_SET_IOMMU"))
		return plain(p, VFIO_SET_IOMMU, value_of(p, "type", 0));
	if (NAMED("VFIO_GROUP_GET_STATUS"))
		return get_status(p);
	if (NAMED("VFIO_GROUP_SET_CONTAINER"))
		return set_container(p);
	if (NAMED("VFIO_GROUP_UNSET_CONTAINER"))
		return plain(p, VFIO_GROUP_UNSET_CONTAINER, 0);
	if (NAMED("VFIO_GROUP_GET_DEVICE_FD"))
		return get_device(p);
	if (NAMED("VFIO_IOMMU_SPAPR_TCE_GET_INFO"))
		return get_info(p);
	if (NAMED("VFIO_IOMMU_ENABLE"))
		return plain(p, VFIO_IOMMU_ENABLE, 0);
	if (NAMED("VFIO_IOMMU_DISABLE"))
		return plain(p, VFIO_IOMMU_DISABLE, 0);
	if (NAMED("VFIO_IOMMU_SPAPR_REGISTER_MEMORY"))
		return memory(p, VFIO_IOMMU_SPAPR_REGISTER_MEMORY);
	if (NAMED("VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY"))
		return memory(p, VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY);
	if (NAMED("VFIO_IOMMU_MAP_DMA"))
		return map_dma(p);
	if (NAMED("VFIO_IOMMU_UNMAP_DMA"))
		return unmap_dma(p);
	if (NAMED("VFIO_IOMMU_SPAPR_TCE_CREATE"))
		return create_window(p);
	if (NAMED("VFIO_IOMMU_SPAPR_TCE_REMOVE"))
		return remove_window(p);
#undef NAMED
	p->usable = false;
	return finished(0);
}

static void report_result(struct performer *p, struct result result)
{
	long locked = locked_pages();
	char *last = strrchr(p->out, ' ');

	if (result.error)
		p->out[0] = 0;
	if (p->plan->mutant == MUTANT_ZERO_ANSWER && !result.descriptor)
		result = (struct result){ 0 };
	if (p->plan->mutant == MUTANT_DROP_OUT && last)
		*last = 0;
	if (p->plan->mutant == MUTANT_LOCKED_OFF_BY_ONE)
		locked++;
	report_kernel_log("log");
	if (result.error)
		report("did err=%s locked=%ld", errno_name(result.error), locked);
	else if (result.descriptor)
		report("did fd locked=%ld", locked);
	else
		report("did ret=%d locked=%ld%s", result.value, locked, p->out);
}

void perform(const struct plan *plan, struct test_case *test)
{
	struct performer performer = { .plan = plan, .test = test };
	const char *why = prepare_process(test);
	int ordinal = 0;

	if (why) {
		report("skip %s", why);
		return;
	}
	if (plan->mutant == MUTANT_NO_STEPS)
		return;
	for (performer.operation = test->operations; performer.operation; performer.operation = performer.operation->next) {
		struct result result;

		performer.usable = true;
		performer.out[0] = 0;
		report("op %d", ordinal++);
		result = perform_one(&performer);
		if (!performer.usable) {
			report("skip operation %d makes no sense: %s", ordinal, performer.operation->name);
			return;
		}
		report_result(&performer, result);
	}
}
