// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

/** A field that a call fills in, as the UAPI struct names it. Source: {@code <linux/vfio.h>}. */
public enum OutField {
    FLAGS("flags", true),
    DMA32_WINDOW_START("dma32_window_start", true),
    DMA32_WINDOW_SIZE("dma32_window_size", true),
    DDW_PGSIZES("ddw_pgsizes", true),
    DDW_MAX_DYNAMIC_WINDOWS_SUPPORTED("ddw_max_dynamic_windows_supported", false),
    DDW_LEVELS("ddw_levels", false),
    START_ADDR("start_addr", true),
    SIZE("size", true),
    IOVA_PGSIZES("iova_pgsizes", true),
    CAP_OFFSET("cap_offset", false),
    ARGSZ("argsz", false),
    /** Of the capability of bus addresses: how many ranges there are, and the first two. */
    NR_IOVAS("nr_iovas", false),
    IOVA_0_START("iova_0_start", true),
    IOVA_0_END("iova_0_end", true),
    IOVA_1_START("iova_1_start", true),
    IOVA_1_END("iova_1_end", true),
    /** Of the capability of migration. */
    PGSIZE_BITMAP("pgsize_bitmap", true),
    MAX_DIRTY_BITMAP_SIZE("max_dirty_bitmap_size", true),
    /** Of the capability of entries: how many mappings more there can be. */
    AVAIL("avail", false),
    NUM_REGIONS("num_regions", false),
    NUM_IRQS("num_irqs", false),
    /** Of RTAS calls and hypercalls, named after PAPR. */
    WINDOWS_AVAILABLE("windows_available", false),
    LARGEST_BLOCK("largest_block", true),
    PAGE_SIZES("page_sizes", true),
    MIGRATION_CAPABLE("migration_capable", true),
    LIOBN("liobn", true),
    BUS_ADDRESS("bus_address", true),
    TCE("tce", true),
    PE_STATE("state", false),
    /** Not of a struct: where a device wrote, as the ordinal of the buffer by name times 1 TiB, plus the offset. */
    LANDED("landed", true),
    /** Not of a struct: where what a device read came from, spelled alike. */
    FETCHED("fetched", true),
    /** Not of a struct: how many of the requests that are repeated were not refused. */
    MADE("made", false);

    private final String key;
    private final boolean hex;

    OutField(String key, boolean hex) {
        this.key = key;
        this.hex = hex;
    }

    /** The name of the field in a fixture. */
    public String key() {
        return key;
    }

    /** Whether a fixture writes the value as a hex string (addresses, sizes, masks) or as an integer (counts). */
    public boolean hex() {
        return hex;
    }
}
