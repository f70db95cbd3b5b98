// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.operation;

/** A field that a call fills in, as the UAPI struct names it. Source: {@code <linux/vfio.h>}. */
public enum OutField {
    FLAGS("flags", true),
    DMA32_WINDOW_START("dma32_window_start", true),
    DMA32_WINDOW_SIZE("dma32_window_size", true),
    DDW_PGSIZES("ddw_pgsizes", true),
    DDW_MAX_DYNAMIC_WINDOWS_SUPPORTED("ddw_max_dynamic_windows_supported", false),
    DDW_LEVELS("ddw_levels", false),
    START_ADDR("start_addr", true);

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
