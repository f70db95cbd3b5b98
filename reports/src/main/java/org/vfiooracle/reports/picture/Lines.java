// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.State;

/** From each group to its container: solid when the driver has attached it, broken when the container has no driver. */
final class Lines {
    private static final int FIRST = 14;
    private static final int STEP = 12;

    private final State state;
    private final Colours colours;

    Lines(State state, Colours colours) {
        this.state = state;
        this.colours = colours;
    }

    void draw(Svg svg, Map<String, Svg.Point> groups, Map<String, Svg.Point> containers) {
        for (Container container : state.containers().values()) {
            String style = colours.of(container.name()) + (container.iommu().isEmpty() ? " loose" : "");
            Svg.Point corner = containers.getOrDefault(container.name(), new Svg.Point(0, 0));
            int y = corner.y() + FIRST;
            for (String group : inOrder(container, List.copyOf(groups.keySet()))) {
                svg.curve(style, groups.getOrDefault(group, corner), new Svg.Point(corner.x(), y));
                y += STEP;
            }
        }
    }

    /** The groups from top to bottom, so that lines to one container do not cross. */
    private static List<String> inOrder(Container container, List<String> drawn) {
        return drawn.stream().filter(container.groups()::contains).toList();
    }
}
