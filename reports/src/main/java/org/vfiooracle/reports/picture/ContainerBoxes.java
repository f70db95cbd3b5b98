// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.State;

/** The containers, one below the other. */
final class ContainerBoxes implements Block {
    private static final int BETWEEN = 16;
    private static final int EMPTY = 60;

    private final List<ContainerBox> boxes = new ArrayList<>();
    private final Map<String, Svg.Point> anchors = new LinkedHashMap<>();
    private final int width;

    ContainerBoxes(State state, Colours colours, int width) {
        this.width = width;
        for (Container container : state.containers().values()) {
            boxes.add(new ContainerBox(state, container, colours.of(container.name()), width));
        }
    }

    /** The upper left corner of each container, once drawn. */
    Map<String, Svg.Point> anchors() {
        return anchors;
    }

    @Override
    public int height() {
        int sum = boxes.stream().mapToInt(Block::height).sum();
        return boxes.isEmpty() ? EMPTY : sum + BETWEEN * (boxes.size() - 1);
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        if (boxes.isEmpty()) {
            svg.rect("ghost", x, y, width, EMPTY, 8);
            svg.text("soft", x + 16, y + 35, "no open container");
        }
        int top = y;
        for (ContainerBox box : boxes) {
            box.draw(svg, x, top);
            anchors.put(box.name(), new Svg.Point(x, top));
            top += box.height() + BETWEEN;
        }
    }
}
