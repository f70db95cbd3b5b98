// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.Collection;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.State;

/** A state: PHBs on the left, containers on the right, what connects them, refused calls as arrows, and the locked memory below. */
final class StateBlock implements Block {
    private static final int GAP = 18;

    private final Layout layout;
    private final HardwareBoxes hardware;
    private final ContainerBoxes containers;
    private final Lines lines;
    private final RefusedCallArrows arrows;
    private final Locked locked;

    StateBlock(State state, PlatformId platform, Collection<RefusedCall> refused, Colours colours, Layout layout) {
        this.layout = layout;
        this.hardware = new HardwareBoxes(state, colours, layout.hardware());
        this.containers = new ContainerBoxes(state, colours, layout.containers());
        this.lines = new Lines(state, colours);
        this.arrows = new RefusedCallArrows(refused);
        this.locked = new Locked(state, platform, layout.width());
    }

    @Override
    public int height() {
        return boxes() + GAP + locked.height();
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        hardware.draw(svg, x, y);
        containers.draw(svg, x + layout.hardware() + layout.lines(), y);
        lines.draw(svg, hardware.anchors(), containers.anchors());
        arrows.draw(svg, hardware.anchors(), containers.anchors());
        locked.draw(svg, x, y + boxes() + GAP);
    }

    private int boxes() {
        return Math.max(hardware.height(), containers.height());
    }
}
