// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.List;
import java.util.function.IntFunction;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.engine.state.State;

/**
 * The state after the last operation of a fixture, as an SVG picture: on the left the PHBs with their groups, on the right
 * the containers with their memory, windows and mappings, a line from each group to its container, and a red arrow for a group
 * that a container refused.
 */
public final class Picture {
    static final int MARGIN = 24;
    static final int WIDTH = Layout.WHOLE.width() + 2 * MARGIN;
    static final int GAP = 18;

    private Picture() {}

    /** Returns the picture of a fixture, which stands by itself; the same text for the same fixture. */
    public static String svg(Fixture fixture) {
        Heading heading = Heading.of(fixture, WIDTH);
        int body = MARGIN + heading.height() + GAP;
        return draw(fixture, body, height -> {
            Svg svg = new Svg(
                    WIDTH,
                    height,
                    heading.title(),
                    summary(fixture),
                    Style.css(fixture.last().containers().size()));
            heading.draw(svg, MARGIN, MARGIN);
            return svg;
        });
    }

    /**
     * Returns the picture for a page of HTML that holds {@link #style} once. It names neither case nor platform, so that fixtures
     * that look alike have equal pictures.
     */
    public static String inline(Fixture fixture) {
        return draw(fixture, MARGIN, height -> new Svg(WIDTH, height, Words.state(fixture.last())));
    }

    /** Returns what {@link #inline} draws of a fixture: those for which it is equal have equal pictures. */
    public static Object looks(Fixture fixture) {
        return List.of(fixture.platform().page(), fixture.last(), RefusedCall.of(fixture));
    }

    /** Returns the style sheet of a page with pictures of up to {@code containers} containers. */
    public static String style(int containers) {
        return Style.day(containers);
    }

    private static String draw(Fixture fixture, int top, IntFunction<Svg> begin) {
        State state = fixture.last();
        StateBlock block =
                new StateBlock(state, fixture.platform(), RefusedCall.of(fixture), Colours.of(state), Layout.WHOLE);
        Svg svg = begin.apply(top + block.height() + MARGIN);
        block.draw(svg, MARGIN, top);
        return svg.text();
    }

    private static String summary(Fixture fixture) {
        List<RecordedStep> steps = fixture.steps();
        return "The state after " + steps.size() + (steps.size() == 1 ? " operation. " : " operations. ")
                + Words.state(fixture.last());
    }
}
