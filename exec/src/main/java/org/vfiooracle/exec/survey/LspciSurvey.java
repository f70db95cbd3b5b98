// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads what lspci prints: {@code lspci -Dvvvnn}, or the form for machines, {@code lspci -Dvmmnn}, which shows no BARs. Source: its
 * manual page, and what version 3.9.0 prints.
 */
public final class LspciSurvey {
    private static final String COMMAND = "as root: lspci -Dvvvnn, of pciutils 3.7 or newer";

    private LspciSurvey() {}

    /**
     * Reads the text.
     *
     * @param label what the user calls the file, for errors
     * @throws NotSurveyed when it does not describe a computer with IOMMU groups
     */
    public static Survey of(String text, String label) {
        List<LspciDevice> listed = LspciDevice.listed(text, label);
        if (listed.isEmpty()) {
            throw new NotSurveyed(
                    label,
                    "what lspci prints: a line for each device, such as 0000:3b:00.0 Ethernet controller [0200]: ... [8086:10fb]",
                    text.isBlank() ? "nothing" : "\"" + text.lines().findFirst().orElse("") + "\"",
                    COMMAND);
        }
        Set<String> seen = new HashSet<>();
        listed.stream()
                .filter(device -> !seen.add(device.address()))
                .findFirst()
                .ifPresent(twice -> {
                    throw new NotSurveyed(
                            twice.where(),
                            "each device once",
                            twice.address() + " again",
                            "keep what one run of lspci printed");
                });
        List<String> buses =
                listed.stream().flatMap(device -> device.secondary().stream()).toList();
        List<FoundDevice> devices =
                listed.stream().map(device -> device.found(buses, listed)).toList();
        if (devices.stream().noneMatch(FoundDevice::passable)) {
            throw new NotSurveyed(
                    label,
                    "a device that is in an IOMMU group: a line IOMMU group: 12",
                    "none; PCI devices in all: " + devices.size(),
                    COMMAND
                            + ", on that computer, and its kernel makes groups (on x86: intel_iommu=on or amd_iommu=on)");
        }
        return new Survey(label, devices, OptionalLong.empty(), "", gaps(listed));
    }

    private static List<String> gaps(List<LspciDevice> listed) {
        List<String> gaps = new ArrayList<>();
        gaps.add("lspci shows no root buses: each PCI domain counts as one bridge");
        if (listed.stream().noneMatch(LspciDevice::capable)) {
            gaps.add(
                    "no capabilities, which lspci shows to root with -vv: each device counts as one that resets alone");
        }
        if (listed.stream().noneMatch(LspciDevice::sized)) {
            gaps.add("no regions, which lspci shows with -vv and without -mm: each device has one BAR of 4 KiB");
        }
        return gaps;
    }
}
