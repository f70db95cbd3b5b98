// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.exec.host.Bar;
import org.vfiooracle.exec.host.PciIds;

/** The regions that lspci prints of a device: with their numbers (-vv), or one after the other (-v). */
final class LspciRegions {
    /** One tab: with two, they are those of virtual functions. */
    private static final Pattern REGION = Pattern.compile(
            "\\t(?:Region (?<number>[0-5]): )?(?:\\[virtual\\] )?(?<what>Memory|I/O ports) at (?<rest>.*)");

    private static final Pattern SIZE = Pattern.compile(".*\\[size=([0-9]{1,6})([KMGT]?)\\].*");
    private static final String WIDE = "(64-bit";
    private static final String UNITS = "KMGT";
    private static final int STEP = 10;

    private final List<Bar> bars = new ArrayList<>(Collections.nCopies(PciIds.MOST_BARS, Bar.NONE));
    private int next;
    private boolean any;

    /** Takes a line, which may be about anything. */
    void add(String line) {
        Matcher region = REGION.matcher(line);
        if (!region.matches()) {
            return;
        }
        int number = region.group("number") == null ? next : Integer.parseInt(region.group("number"));
        Bar.Kind kind = region.group("what").startsWith("I/O")
                ? Bar.Kind.PORTS
                : region.group("rest").contains(WIDE) ? Bar.Kind.MEMORY_64 : Bar.Kind.MEMORY;
        next = number + (kind == Bar.Kind.MEMORY_64 ? 2 : 1);
        Matcher size = SIZE.matcher(region.group("rest"));
        if (size.matches() && number < PciIds.MOST_BARS) {
            any = true;
            int shift = size.group(2).isEmpty() ? 0 : STEP * (UNITS.indexOf(size.group(2)) + 1);
            bars.set(number, Bar.holding(Math.max(1, Long.parseLong(size.group(1)) << shift), kind));
        }
    }

    /** Whether there was one. */
    boolean any() {
        return any;
    }

    /** The BARs of the device. */
    List<Bar> bars() {
        return BarList.tidy(bars);
    }
}
