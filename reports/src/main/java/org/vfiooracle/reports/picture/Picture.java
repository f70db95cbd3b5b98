// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.List;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;

/**
 * The state after the last operation of a fixture, as an SVG picture: on the left the PHBs with their groups, on the right
 * the containers with their memory, windows and mappings, and a line from each group to its container.
 */
public final class Picture {
    static final int WIDTH = 880;
    static final int MARGIN = 24;
    private static final int HARDWARE = 236;
    private static final int CONTAINERS = 326;
    private static final int GAP = 18;

    private Picture() {}

    /** Returns the picture of a fixture; the same text for the same fixture. */
    public static String svg(Fixture fixture) {
        Heading heading = new Heading(fixture);
        Colours colours = Colours.of(fixture.last());
        HardwareBoxes hardware = new HardwareBoxes(fixture.last(), colours, HARDWARE);
        ContainerBoxes containers = new ContainerBoxes(fixture.last(), colours, WIDTH - MARGIN - CONTAINERS);
        Locked locked = new Locked(fixture.last(), fixture.platform());
        int body = MARGIN + heading.height() + GAP;
        int foot = body + Math.max(hardware.height(), containers.height()) + GAP;

        Svg svg = new Svg(
                WIDTH,
                foot + locked.height() + MARGIN,
                heading.title(),
                summary(fixture),
                Style.css(fixture.last().containers().size()));
        heading.draw(svg, MARGIN, MARGIN);
        hardware.draw(svg, MARGIN, body);
        containers.draw(svg, CONTAINERS, body);
        new Lines(fixture.last(), colours).draw(svg, hardware.anchors(), containers.anchors());
        locked.draw(svg, MARGIN, foot);
        return svg.text();
    }

    private static String summary(Fixture fixture) {
        List<RecordedStep> steps = fixture.steps();
        return "The state after " + steps.size() + (steps.size() == 1 ? " operation. " : " operations. ")
                + Words.state(fixture.last());
    }
}
