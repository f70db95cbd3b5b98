// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.state.GroupState;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Group;

/** A PCI host bridge: a chip for each group in use, and one line for those that nobody has opened. */
final class Phb implements Block {
    private static final int HEAD = 30;
    private static final int GAP = 8;
    private static final int IDLE = 22;
    private static final int NAMES = 24;

    private final int ordinal;
    private final List<GroupChip> chips;
    private final Row idle;
    private final boolean idling;
    private final int width;
    private final Map<String, Svg.Point> anchors;

    /** Makes the drawing of a PHB, which says in {@code anchors} where the line of each group begins. */
    Phb(int ordinal, List<Group> groups, State state, Colours colours, int width, Map<String, Svg.Point> anchors) {
        this.ordinal = ordinal;
        this.width = width;
        this.anchors = anchors;
        chips = groups.stream()
                .filter(group -> inUse(state.group(group.alias())))
                .map(group -> new GroupChip(state, group, colours, width - 2 * GAP))
                .toList();
        List<String> unopened = groups.stream()
                .map(Group::alias)
                .filter(alias -> !inUse(state.group(alias)))
                .toList();
        idling = !unopened.isEmpty();
        idle = new Row(width - 2 * GAP - 8)
                .text("small soft", 0, Words.cut(names(unopened), NAMES))
                .textTo("small soft", "not opened");
    }

    @Override
    public int height() {
        return HEAD + chips.stream().mapToInt(chip -> chip.height() + GAP).sum() + (idling ? IDLE + idle.more() : 0);
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.rect("pane", x, y, width, height(), 8);
        svg.text("head", x + GAP + 4, y + 20, "PHB " + ordinal);
        int top = y + HEAD;
        for (GroupChip chip : chips) {
            chip.draw(svg, x + GAP, top);
            anchors.put(chip.alias(), new Svg.Point(x + width - GAP, top + chip.height() / 2));
            top += chip.height() + GAP;
        }
        if (idling) {
            idle.draw(svg, x + GAP + 4, top + 9);
        }
    }

    private static String names(List<String> unopened) {
        return (unopened.size() == 1 ? "group " : "groups ") + String.join(", ", unopened);
    }

    private static boolean inUse(GroupState group) {
        return group.open() || group.container().isPresent() || group.devices() > 0;
    }
}
