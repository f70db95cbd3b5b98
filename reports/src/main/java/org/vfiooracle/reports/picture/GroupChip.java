// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.Map;
import org.vfiooracle.engine.state.GroupState;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Group;

/** A group in use, in the colour of its container. */
final class GroupChip implements Block {
    private static final int PAD = 10;
    private static final int NAME = 8;
    private static final int HANDLE = 10;

    private final Group group;
    private final GroupState now;
    private final String colour;
    private final Row words;
    private final Row below;
    private final int width;

    GroupChip(State state, Group group, Colours colours, int width) {
        this.group = group;
        this.now = state.group(group.alias());
        this.colour = colours.of(now.container());
        this.width = width;
        this.words = new Row(width - 2 * PAD)
                .text("head", 0, "group " + Words.cut(group.alias(), NAME))
                .textTo(
                        "small",
                        now.container().map(c -> "in " + Words.cut(c, NAME)).orElse("no container"));
        this.below =
                new Row(width - 2 * PAD).text("small soft", 0, descriptor(state, group.alias()) + ", " + devices());
    }

    String alias() {
        return group.alias();
    }

    @Override
    public int height() {
        return 46 + words.more() + below.more();
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.rect((now.container().isPresent() ? "chip " : "box ") + colour, x, y, width, height(), 6);
        words.draw(svg, x + PAD, y + 19);
        below.draw(svg, x + PAD, y + 37 + words.more());
    }

    private String devices() {
        return now.devices() == 0
                ? Words.count(group.devices().size(), "device")
                : Words.count(now.devices(), "open device fd");
    }

    private static String descriptor(State state, String alias) {
        return state.handles().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Handle.GroupFd fd
                        && fd.group().equals(alias))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(name -> "fd " + Words.cut(name, HANDLE))
                .orElse("fd closed");
    }
}
