// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Group;

/** The PHBs, one below the other, each with its groups. */
final class HardwareBoxes implements Block {
    private static final int BETWEEN = 12;

    private final Map<String, Svg.Point> anchors = new LinkedHashMap<>();
    private final List<Phb> phbs;

    HardwareBoxes(State state, Colours colours, int width) {
        Map<Integer, List<Group>> groups = new TreeMap<>();
        for (Group group : state.topology().groups()) {
            groups.computeIfAbsent(group.phb(), any -> new ArrayList<>()).add(group);
        }
        phbs = groups.entrySet().stream()
                .map(phb -> new Phb(phb.getKey(), phb.getValue(), state, colours, width, anchors))
                .toList();
    }

    /** Where the line of each group begins, once drawn. */
    Map<String, Svg.Point> anchors() {
        return anchors;
    }

    @Override
    public int height() {
        return phbs.stream().mapToInt(Block::height).sum() + BETWEEN * Math.max(0, phbs.size() - 1);
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        int top = y;
        for (Phb phb : phbs) {
            phb.draw(svg, x, top);
            top += phb.height() + BETWEEN;
        }
    }
}
