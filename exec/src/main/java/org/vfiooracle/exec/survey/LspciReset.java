// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import java.util.List;
import java.util.regex.Pattern;
import org.vfiooracle.engine.topology.Device;

/**
 * How a device can be reset, as its capabilities say. Source: drivers/pci/pci.c of Linux, which tries FLR, then power management, then
 * the bus of a device that is alone on it.
 *
 * @param reset how
 * @param from what says so
 */
record LspciReset(Device.Reset reset, String from) {
    private static final Pattern FLR = Pattern.compile("\\t.*(?:FLReset\\+|AFCap:.*FLR\\+).*");
    private static final Pattern POWER = Pattern.compile("\\t.*Status: D[0-3].*NoSoftRst-.*");

    /**
     * Reads the lines below a device.
     *
     * @param shown whether lspci has shown capabilities at all
     * @param aloneBehindBridge whether no other function is on its bus, which is behind a bridge
     */
    static LspciReset of(List<String> lines, boolean shown, boolean aloneBehindBridge) {
        if (!shown) {
            return new LspciReset(Device.Reset.OWN, "assumed, see the top");
        }
        if (lines.stream().anyMatch(line -> FLR.matcher(line).matches())) {
            return new LspciReset(Device.Reset.OWN, "FLReset+ or FLR+");
        }
        if (lines.stream().anyMatch(line -> POWER.matcher(line).matches())) {
            return new LspciReset(Device.Reset.OWN, "NoSoftRst-");
        }
        return aloneBehindBridge
                ? new LspciReset(Device.Reset.BUS, "alone behind a bridge, without FLReset+, FLR+ and NoSoftRst-")
                : new LspciReset(Device.Reset.NONE, "not alone behind a bridge, without FLReset+, FLR+ and NoSoftRst-");
    }
}
