// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.exec.host.Bar;
import org.vfiooracle.exec.host.PciIds;

/** BARs as a source lists them, made such that a device can have them. */
final class BarList {
    private BarList() {}

    /** Returns the BARs without those behind the last that is there. One of 64 bits without room for its other half has 32. */
    static List<Bar> tidy(List<Bar> listed) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            Bar bar = listed.get(i);
            boolean room = i + 1 < PciIds.MOST_BARS
                    && (i + 1 >= listed.size() || !listed.get(i + 1).there());
            bars.add(bar.kind() == Bar.Kind.MEMORY_64 && !room ? Bar.holding(bar.size(), Bar.Kind.MEMORY) : bar);
        }
        while (bars.size() > 1 && !bars.get(bars.size() - 1).there()) {
            bars.remove(bars.size() - 1);
        }
        return bars.isEmpty() ? List.of(Bar.NONE) : List.copyOf(bars);
    }
}
