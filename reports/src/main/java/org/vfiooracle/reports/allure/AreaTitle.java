// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import java.util.Locale;
import java.util.Map;

/** How reports call the areas. */
public final class AreaTitle {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("attach", "Attaching groups"),
            Map.entry("fallback-container", "Falling back to another container"),
            Map.entry("dma-window", "DMA windows"),
            Map.entry("mapping", "Mappings"),
            Map.entry("memory", "Preregistered memory"),
            Map.entry("accounting", "Accounting of locked memory"),
            Map.entry("lifecycle", "Opening and closing"),
            Map.entry("malformed-input", "Malformed input"),
            Map.entry("eeh", "Error handling of PCI (EEH)"),
            Map.entry("type1", "Type1, for contrast"),
            Map.entry("guest", "Guests"),
            Map.entry("hotplug", "Hotplug"));

    private AreaTitle() {}

    /** Returns the title of the area with this folder; of one without title, the folder's name in words. */
    public static String of(String area) {
        String words = area.replace('-', ' ');
        return TITLES.getOrDefault(area, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }
}
