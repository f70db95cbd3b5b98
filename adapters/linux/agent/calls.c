/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/vfio.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "perform.h"
#include "performer.h"
#include "requests.h"

/*
 * What stands behind a struct: a kernel reads on there when a flag says so, or when a request of this number is another
 * one to its driver.
 */
#define BEHIND 64

/* VFIO_EEH_PE_OP up to its field op; the rest of the struct stays zero. */
#define EEH_ARGSZ 12

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
	return plain(p, _IO(VFIO_TYPE, (unsigned)value_of(p, "nr", 0)), value_of(p, "arg", 0));
}

static struct result get_api_version(struct performer *p)
{
	return plain(p, VFIO_GET_API_VERSION, 0);
}

static struct result check_extension(struct performer *p)
{
	return plain(p, VFIO_CHECK_EXTENSION, value_of(p, "extension", 0));
}

static struct result set_iommu(struct performer *p)
{
	return plain(p, VFIO_SET_IOMMU, value_of(p, "type", 0));
}

static struct result get_status(struct performer *p)
{
	struct vfio_group_status status;
	struct result result;

	memset(&status, POISON, sizeof(status));
	status.argsz = argsz(p, sizeof(status));
	result = POINTED(p, VFIO_GROUP_GET_STATUS, &status);
	OUT_HEX(p, &status, flags);
	return result;
}

static struct result set_container(struct performer *p)
{
	/* No process can open so many. */
	const char *name = argument(p->operation, "container");
	int container = name && !strcmp(name, "closed") ? INT_MAX : handle(p, "container");

	return POINTED(p, VFIO_GROUP_SET_CONTAINER, &container);
}

static struct result unset_container(struct performer *p)
{
	return plain(p, VFIO_GROUP_UNSET_CONTAINER, 0);
}

static struct result get_device(struct performer *p)
{
	const char *alias = argument(p->operation, "device");
	const char *name = address_of(p->plan->devices, p->plan->device_count, alias);
	struct result result;

	if (!name)
		name = alias ? alias : "";
	result = pointed(p, VFIO_GROUP_GET_DEVICE_FD, (void *)(uintptr_t)name, strlen(name) + 1);
	return p->usable ? opened(p, result.error ? (errno = result.error, -1) : result.value) : result;
}

static struct result memory(struct performer *p, unsigned long request)
{
	struct {
		struct vfio_iommu_spapr_register_memory memory;
		char behind[BEHIND];
	} whole = { .memory = { .argsz = argsz(p, sizeof(whole.memory)) } };

	whole.memory.flags = (uint32_t)value_of(p, "flags", 0);
	whole.memory.vaddr = address_argument(p, "vaddr");
	whole.memory.size = value_of(p, "size", 0);
	return POINTED(p, request, &whole);
}

static struct result register_memory(struct performer *p)
{
	return memory(p, VFIO_IOMMU_SPAPR_REGISTER_MEMORY);
}

static struct result unregister_memory(struct performer *p)
{
	return memory(p, VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY);
}

static struct result enable(struct performer *p)
{
	return plain(p, VFIO_IOMMU_ENABLE, 0);
}

static struct result disable(struct performer *p)
{
	return plain(p, VFIO_IOMMU_DISABLE, 0);
}

static struct result map_dma(struct performer *p)
{
	struct vfio_iommu_type1_dma_map map = { .argsz = argsz(p, sizeof(map)) };

	map.flags = (uint32_t)value_of(p, "flags", 0);
	map.vaddr = address_argument(p, "vaddr");
	map.iova = value_of(p, "iova", 0);
	map.size = value_of(p, "size", 0);
	return POINTED(p, VFIO_IOMMU_MAP_DMA, &map);
}

/*
 * Type1 writes the struct back, with the bytes it unmapped; sPAPR does not. A value alone cannot tell, since it may be
 * the one that was asked for, so after success the container is asked what it is.
 */
static struct result unmap_dma(struct performer *p)
{
	struct {
		struct vfio_iommu_type1_dma_unmap unmap;
		char behind[BEHIND];
	} whole = { .unmap = { .argsz = argsz(p, sizeof(whole.unmap)) } };
	struct result result;

	whole.unmap.flags = (uint32_t)value_of(p, "flags", 0);
	whole.unmap.iova = value_of(p, "iova", 0);
	whole.unmap.size = value_of(p, "size", 0);
	result = POINTED(p, VFIO_IOMMU_UNMAP_DMA, &whole);
	if (!result.error && ioctl(handle(p, "on"), VFIO_CHECK_EXTENSION, VFIO_TYPE1v2_IOMMU) > 0)
		out_number(p, "size", whole.unmap.size);
	return result;
}

static struct result create_window(struct performer *p)
{
	struct vfio_iommu_spapr_tce_create create = { .argsz = argsz(p, sizeof(create)) };
	struct result result;

	create.flags = (uint32_t)value_of(p, "flags", 0);
	create.page_shift = (uint32_t)value_of(p, "page_shift", 0);
	create.window_size = value_of(p, "window_size", 0);
	create.levels = (uint32_t)value_of(p, "levels", 0);
	memset(&create.start_addr, POISON, sizeof(create.start_addr));
	result = POINTED(p, VFIO_IOMMU_SPAPR_TCE_CREATE, &create);
	OUT_HEX(p, &create, start_addr);
	return result;
}

static struct result remove_window(struct performer *p)
{
	struct vfio_iommu_spapr_tce_remove gone = { .argsz = argsz(p, sizeof(gone)) };

	gone.flags = (uint32_t)value_of(p, "flags", 0);
	gone.start_addr = value_of(p, "start_addr", 0);
	return POINTED(p, VFIO_IOMMU_SPAPR_TCE_REMOVE, &gone);
}

static struct result eeh_pe_op(struct performer *p)
{
	struct vfio_eeh_pe_op operation = { .argsz = argsz(p, EEH_ARGSZ) };

	operation.flags = (uint32_t)value_of(p, "flags", 0);
	operation.op = (uint32_t)value_of(p, "pe_op", 0);
	return POINTED(p, VFIO_EEH_PE_OP, &operation);
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
		{ "VFIO_GET_API_VERSION", get_api_version },
		{ "VFIO_CHECK_EXTENSION", check_extension },
		{ "VFIO_SET_IOMMU", set_iommu },
		{ "VFIO_GROUP_GET_STATUS", get_status },
		{ "VFIO_GROUP_SET_CONTAINER", set_container },
		{ "VFIO_GROUP_UNSET_CONTAINER", unset_container },
		{ "VFIO_GROUP_GET_DEVICE_FD", get_device },
		{ "VFIO_DEVICE_GET_INFO", device_get_info },
		{ "VFIO_IOMMU_GET_INFO", type1_get_info },
		{ "VFIO_IOMMU_SPAPR_TCE_GET_INFO", spapr_get_info },
		{ "VFIO_IOMMU_ENABLE", enable },
		{ "VFIO_IOMMU_DISABLE", disable },
		{ "VFIO_IOMMU_SPAPR_REGISTER_MEMORY", register_memory },
		{ "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY", unregister_memory },
		{ "VFIO_IOMMU_MAP_DMA", map_dma },
		{ "VFIO_IOMMU_UNMAP_DMA", unmap_dma },
		{ "VFIO_IOMMU_SPAPR_TCE_CREATE", create_window },
		{ "VFIO_IOMMU_SPAPR_TCE_REMOVE", remove_window },
		{ "VFIO_EEH_PE_OP", eeh_pe_op },
		{ "dma-write", dma_write },
		{ "dma-read", dma_read },
	};

	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
		if (!strcmp(p->operation->name, calls[i].name)) {
			*result = calls[i].perform(p);
			return true;
		}
	return false;
}
