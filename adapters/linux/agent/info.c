/* SPDX-License-Identifier: Apache-2.0 */
#include <linux/vfio.h>
#include <string.h>

#include "requests.h"

/* Room for the struct of GET_INFO with every capability that a kernel may append. */
#define INFO_ROOM 4096

/* Capabilities of VFIO_IOMMU_GET_INFO, and the room that the longest one takes. */
#define INFO_CAPS 2
#define CAP_IOVA_RANGE 1
#define CAP_MIGRATION 2
#define CAP_DMA_AVAIL 3
#define MOST_RANGES 2
#define MOST_CAPABILITIES 8
#define CAPABILITY_ROOM 64

struct result device_get_info(struct performer *p)
{
	union {
		struct vfio_device_info info;
		char room[INFO_ROOM];
	} whole;
	struct result result;

	memset(&whole, POISON, sizeof(whole));
	whole.info.argsz = argsz(p, 16);
	result = POINTED(p, VFIO_DEVICE_GET_INFO, &whole);
	OUT_HEX(p, &whole.info, flags);
	OUT_COUNT(p, &whole.info, num_regions);
	OUT_COUNT(p, &whole.info, num_irqs);
	return result;
}

/*
 * Both requests have one number, and fill in the struct of the driver that answers: sPAPR on POWER, Type1 elsewhere. What the
 * case names says only how long the struct is when it does not.
 */
static struct result spapr_info(struct performer *p, uint32_t size)
{
	struct vfio_iommu_spapr_tce_info info;
	struct result result;

	memset(&info, POISON, sizeof(info));
	info.argsz = argsz(p, size);
	result = POINTED(p, VFIO_IOMMU_SPAPR_TCE_GET_INFO, &info);
	OUT_HEX(p, &info, flags);
	OUT_HEX(p, &info, dma32_window_start);
	OUT_HEX(p, &info, dma32_window_size);
	out_field(p, "ddw_pgsizes", &info.ddw.pgsizes, 8, true);
	out_field(p, "ddw_max_dynamic_windows_supported", &info.ddw.max_dynamic_windows_supported, 4, false);
	out_field(p, "ddw_levels", &info.ddw.levels, 4, false);
	return result;
}

/* One capability of GET_INFO; what the header of this computer may not know yet is spelled out. */
static void out_capability(struct performer *p, const struct vfio_info_cap_header *header)
{
	const char *body = (const char *)(header + 1);
	uint32_t ranges;

	switch (header->id) {
	case CAP_IOVA_RANGE:
		memcpy(&ranges, body, sizeof(ranges));
		out_field(p, "nr_iovas", body, 4, false);
		for (uint32_t i = 0; i < ranges && i < MOST_RANGES; i++) {
			static const char *const starts[] = { "iova_0_start", "iova_1_start" };
			static const char *const ends[] = { "iova_0_end", "iova_1_end" };

			out_field(p, starts[i], body + 8 + 16 * i, 8, true);
			out_field(p, ends[i], body + 16 + 16 * i, 8, true);
		}
		break;
	case CAP_MIGRATION:
		out_field(p, "pgsize_bitmap", body + 8, 8, true);
		out_field(p, "max_dirty_bitmap_size", body + 16, 8, true);
		break;
	case CAP_DMA_AVAIL:
		out_field(p, "avail", body, 4, false);
		break;
	}
}

/* Goes along the chain of capabilities, which stands inside the room. */
static void out_capabilities(struct performer *p, const char *room, uint32_t at)
{
	for (int i = 0; i < MOST_CAPABILITIES && at && at + CAPABILITY_ROOM <= INFO_ROOM; i++) {
		struct vfio_info_cap_header header;

		memcpy(&header, room + at, sizeof(header));
		out_capability(p, (const struct vfio_info_cap_header *)(room + at));
		at = header.next;
	}
}

static struct result type1_info(struct performer *p, uint32_t size)
{
	union {
		struct vfio_iommu_type1_info info;
		char room[INFO_ROOM];
	} whole;
	uint32_t told = argsz(p, size);
	struct result result;

	memset(&whole, POISON, sizeof(whole));
	whole.info.argsz = told;
	result = POINTED(p, VFIO_IOMMU_GET_INFO, &whole);
	OUT_HEX(p, &whole.info, flags);
	OUT_HEX(p, &whole.info, iova_pgsizes);
	OUT_COUNT(p, &whole.info, cap_offset);
	if (whole.info.argsz != told)
		OUT_COUNT(p, &whole.info, argsz);
	if (!result.error && told >= sizeof(whole.info) && whole.info.flags & INFO_CAPS)
		out_capabilities(p, whole.room, whole.info.cap_offset);
	return result;
}

#ifdef __powerpc__
#define ANSWERED_BY_SPAPR true
#else
#define ANSWERED_BY_SPAPR false
#endif

static struct result iommu_info(struct performer *p, uint32_t size)
{
	return ANSWERED_BY_SPAPR ? spapr_info(p, size) : type1_info(p, size);
}

struct result spapr_get_info(struct performer *p)
{
	return iommu_info(p, 32);
}

struct result type1_get_info(struct performer *p)
{
	return iommu_info(p, 16);
}
