// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Refused calls: a broken arrow from the group to what refused it, or from nowhere to what it was made on, with the errno. */
final class RefusedCallArrows {
    /** Below the lines of groups that are in a container. */
    private static final int FIRST = 52;

    private static final int STEP = 20;
    private static final int BELOW_LINE = 12;
    private static final int LENGTH = 52;

    private final Collection<RefusedCall> calls;

    RefusedCallArrows(Collection<RefusedCall> calls) {
        this.calls = calls;
    }

    void draw(Svg svg, Map<String, Svg.Point> groups, Map<String, Svg.Point> containers) {
        Map<Svg.Point, Integer> drawn = new HashMap<>();
        for (RefusedCall call : calls) {
            Svg.Point group = call.group().map(groups::get).orElse(null);
            Svg.Point container = call.container().map(containers::get).orElse(null);
            if (container != null) {
                int y = container.y() + FIRST + STEP * (drawn.merge(container, 1, Integer::sum) - 1);
                Svg.Point to = new Svg.Point(container.x(), y);
                Svg.Point from = group == null
                        ? new Svg.Point(container.x() - LENGTH, y)
                        : new Svg.Point(group.x(), group.y() + BELOW_LINE);
                svg.arrow(from, to, call.answer());
            } else if (group != null) {
                int y = group.y() + BELOW_LINE + STEP * (drawn.merge(group, 1, Integer::sum) - 1);
                svg.arrow(new Svg.Point(group.x() + LENGTH, y), new Svg.Point(group.x(), y), call.answer());
            }
        }
    }
}
