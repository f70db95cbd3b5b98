/* SPDX-License-Identifier: CC0-1.0 */
/*
 * Every request that the oracle knows, as requests.h describes one. Made by ./oracle docs from the records in
 * model/engine (org.vfiooracle.engine.operation): edit those.
 */
#ifndef OPERATIONS_H
#define OPERATIONS_H

#include "requests.h"

static const struct request requests[] = {
	{
		.name = "VFIO_GET_API_VERSION",
		.nr = 100,
		.driver = ANY_DRIVER,
		.size = 0,
		.opens = false,
	},
	{
		.name = "VFIO_CHECK_EXTENSION",
		.nr = 101,
		.driver = ANY_DRIVER,
		.size = 0,
		.opens = false,
		.in = {
			{ "extension", NUMBER, 0, 0 },
		},
	},
	{
		.name = "VFIO_SET_IOMMU",
		.nr = 102,
		.driver = ANY_DRIVER,
		.size = 0,
		.opens = false,
		.in = {
			{ "type", NUMBER, 0, 0 },
		},
	},
	{
		.name = "VFIO_GROUP_GET_STATUS",
		.nr = 103,
		.driver = ANY_DRIVER,
		.size = 8,
		.opens = false,
		.in = {
			{ "argsz", SIZE, 0, 4 },
			{ "flags", GIVEN, 4, 4 },
		},
		.out = {
			{ "flags", true, 4, 4, 0, WRITTEN },
		},
	},
	{
		.name = "VFIO_GROUP_SET_CONTAINER",
		.nr = 104,
		.driver = ANY_DRIVER,
		.size = 4,
		.opens = false,
		.in = {
			{ "container", DESCRIPTOR, 0, 4 },
		},
	},
	{
		.name = "VFIO_GROUP_UNSET_CONTAINER",
		.nr = 105,
		.driver = ANY_DRIVER,
		.size = 0,
		.opens = false,
	},
	{
		.name = "VFIO_GROUP_GET_DEVICE_FD",
		.nr = 106,
		.driver = ANY_DRIVER,
		.size = 0,
		.opens = true,
		.in = {
			{ "device", DEVICE, 0, 0 },
		},
	},
	{
		.name = "VFIO_DEVICE_GET_INFO",
		.nr = 107,
		.driver = ANY_DRIVER,
		.size = 16,
		.opens = false,
		.in = {
			{ "argsz", SIZE, 0, 4 },
			{ "flags", GIVEN, 4, 4 },
		},
		.out = {
			{ "flags", true, 4, 4, 0, WRITTEN },
			{ "num_regions", false, 8, 4, 0, WRITTEN },
			{ "num_irqs", false, 12, 4, 0, WRITTEN },
		},
	},
	{
		.name = "VFIO_IOMMU_GET_INFO",
		.nr = 112,
		.driver = TYPE1_DRIVER,
		.size = 16,
		.opens = false,
		.in = {
			{ "argsz", SIZE, 0, 4 },
			{ "flags", GIVEN, 4, 4 },
		},
		.out = {
			{ "flags", true, 4, 4, 0, WRITTEN },
			{ "iova_pgsizes", true, 8, 8, 0, WRITTEN },
			{ "cap_offset", false, 16, 4, 0, WRITTEN },
			{ "argsz", false, 0, 4, 0, CHANGED },
			{ "pgsize_bitmap", true, 16, 8, 2, WRITTEN },
			{ "max_dirty_bitmap_size", true, 24, 8, 2, WRITTEN },
			{ "avail", false, 8, 4, 3, WRITTEN },
			{ "nr_iovas", false, 8, 4, 1, WRITTEN },
			{ "iova_0_start", true, 16, 8, 1, WRITTEN },
			{ "iova_0_end", true, 24, 8, 1, WRITTEN },
			{ "iova_1_start", true, 32, 8, 1, WRITTEN },
			{ "iova_1_end", true, 40, 8, 1, WRITTEN },
		},
	},
	{
		.name = "VFIO_IOMMU_SPAPR_TCE_GET_INFO",
		.nr = 112,
		.driver = SPAPR_DRIVER,
		.size = 32,
		.opens = false,
		.in = {
			{ "argsz", SIZE, 0, 4 },
			{ "flags", GIVEN, 4, 4 },
		},
		.out = {
			{ "flags", true, 4, 4, 0, WRITTEN },
			{ "dma32_window_start", true, 8, 4, 0, WRITTEN },
			{ "dma32_window_size", true, 12, 4, 0, WRITTEN },
			{ "ddw_pgsizes", true, 16, 8, 0, WRITTEN },
			{ "ddw_max_dynamic_windows_supported", false, 24, 4, 0, WRITTEN },
			{ "ddw_levels", false, 28, 4, 0, WRITTEN },
		},
	},
	{
		.name = "VFIO_IOMMU_MAP_DMA",
		.nr = 113,
		.driver = ANY_DRIVER,
		.size = 32,
		.opens = false,
		.in = {
			{ "argsz", SIZE, 0, 4 },
			{ "flags", NUMBER, 4, 4 },
			{ "vaddr", ADDRESS, 8, 8 },
			{ "iova", NUMBER, 16, 8 },
			{ "size", NUMBER, 24, 8 },
		},
	},
	{
		.name = "VFIO_IOMMU_UNMAP_DMA",
		.nr = 114,
		.driver = ANY_DRIVER,
		.size = 24,
		.opens = false,
		.in = {
			{ "argsz", SIZE, 0, 4 },
			{ "flags", NUMBER, 4, 4 },
			{ "iova", NUMBER, 8, 8 },
			{ "size", NUMBER, 16, 8 },
		},
		.out = {
			{ "size", true, 16, 8, 0, BY_TYPE1 },
		},
	},
	{
		.name = "VFIO_IOMMU_ENABLE",
		.nr = 115,
		.driver = ANY_DRIVER,
		.size = 0,
		.opens = false,
	},
	{
		.name = "VFIO_IOMMU_DISABLE",
		.nr = 116,
		.driver = ANY_DRIVER,
		.size = 0,
		.opens = false,
	},
	{
		.name = "VFIO_IOMMU_SPAPR_REGISTER_MEMORY",
		.nr = 117,
		.driver = ANY_DRIVER,
		.size = 24,
		.opens = false,
		.in = {
			{ "argsz", SIZE, 0, 4 },
			{ "flags", NUMBER, 4, 4 },
			{ "vaddr", ADDRESS, 8, 8 },
			{ "size", NUMBER, 16, 8 },
		},
	},
	{
		.name = "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY",
		.nr = 118,
		.driver = ANY_DRIVER,
		.size = 24,
		.opens = false,
		.in = {
			{ "argsz", SIZE, 0, 4 },
			{ "flags", NUMBER, 4, 4 },
			{ "vaddr", ADDRESS, 8, 8 },
			{ "size", NUMBER, 16, 8 },
		},
	},
	{
		.name = "VFIO_IOMMU_SPAPR_TCE_CREATE",
		.nr = 119,
		.driver = ANY_DRIVER,
		.size = 40,
		.opens = false,
		.in = {
			{ "argsz", SIZE, 0, 4 },
			{ "flags", NUMBER, 4, 4 },
			{ "page_shift", NUMBER, 8, 4 },
			{ "resv1", GIVEN, 12, 4 },
			{ "window_size", NUMBER, 16, 8 },
			{ "levels", NUMBER, 24, 4 },
			{ "resv2", GIVEN, 28, 4 },
		},
		.out = {
			{ "start_addr", true, 32, 8, 0, WRITTEN },
		},
	},
	{
		.name = "VFIO_IOMMU_SPAPR_TCE_REMOVE",
		.nr = 120,
		.driver = ANY_DRIVER,
		.size = 16,
		.opens = false,
		.in = {
			{ "argsz", SIZE, 0, 4 },
			{ "flags", NUMBER, 4, 4 },
			{ "start_addr", NUMBER, 8, 8 },
		},
	},
	{
		.name = "VFIO_EEH_PE_OP",
		.nr = 121,
		.driver = ANY_DRIVER,
		.size = 12,
		.opens = false,
		.in = {
			{ "argsz", SIZE, 0, 4 },
			{ "flags", NUMBER, 4, 4 },
			{ "pe_op", NUMBER, 8, 4 },
			{ "err_type", GIVEN, 16, 4 },
			{ "err_func", GIVEN, 20, 4 },
			{ "err_addr", GIVEN, 24, 8 },
			{ "err_mask", GIVEN, 32, 8 },
		},
	},
};

#endif
