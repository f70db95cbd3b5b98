// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.State;

/**
 * One operation as an SVG picture: the state before it and the state after it, side by side. A call that was refused is an arrow in
 * the state before it.
 */
public final class BeforeAfter {
    private static final int BETWEEN = 40;
    private static final int LABEL = 26;

    /** The title of each half, so that the state before one call and the state after another can be one picture. */
    private static final String STATE = "State";

    static final int WIDTH = 2 * Layout.HALF.width() + BETWEEN + 2 * Picture.MARGIN;

    private final PlatformId platform;
    private final PerformedOperation step;
    private final Answer answer;
    private final Colours colours;

    /**
     * A state by itself.
     *
     * @param title which one it is: {@code before} or {@code after}
     * @param told the state in words
     * @param svg the picture, which stands by itself and names neither case nor platform
     * @param width of the picture in pixels
     * @param height of the picture in pixels
     */
    public record Half(String title, String told, String svg, int width, int height) {}

    /** Prepares to draw an operation as a platform performs it. */
    public BeforeAfter(PlatformId platform, PerformedOperation step) {
        this.platform = platform;
        this.step = step;
        this.answer = step.transition().outcome().answer();
        this.colours = Colours.of(step.before(), step.after());
    }

    /** Returns the picture, which stands by itself; {@code number} is that of the operation in the case, from 1. */
    public String svg(CaseId id, int number) {
        String words = "operation " + number + ": ";
        Heading heading = new Heading(id, platform, words, OperationText.of(step.operation()), answer, WIDTH);
        return draw(Picture.MARGIN + heading.height() + Picture.GAP, height -> {
            Svg svg = new Svg(WIDTH, height, heading.title(), told(), Style.css(colours.count()));
            heading.draw(svg, Picture.MARGIN, Picture.MARGIN);
            return svg;
        });
    }

    /** Returns the picture for a page of HTML that holds {@link Picture#style} once; it names neither case nor platform. */
    public String inline() {
        return draw(Picture.MARGIN, height -> new Svg(WIDTH, height, told()));
    }

    /** Returns the states before and after the call by themselves, for a page that may be narrow. Where nothing changed, one is both. */
    public List<Half> halves() {
        StateBlock before = new StateBlock(step.before(), platform, refused(), colours, Layout.HALF);
        StateBlock after = new StateBlock(step.after(), platform, within(), colours, Layout.HALF);
        return step.before().equals(step.after()) && within().isEmpty()
                ? List.of(half("before and after: nothing changed", step.before(), before))
                : List.of(half("before", step.before(), before), half("after", step.after(), after));
    }

    private Half half(String title, State state, StateBlock block) {
        String told = Words.state(state);
        int width = Layout.HALF.width() + 2 * Picture.MARGIN;
        int height = block.height() + 2 * Picture.MARGIN;
        String unstyled = drawn(block, new Svg(width, height, STATE, told, ""));
        String style = Style.compact(colours.count(), unstyled);
        return new Half(title, told, drawn(block, new Svg(width, height, STATE, told, style)), width, height);
    }

    private static String drawn(StateBlock block, Svg svg) {
        block.draw(svg, Picture.MARGIN, Picture.MARGIN);
        return svg.text();
    }

    /** Returns what {@link #inline} draws: where it is equal, pictures are equal. */
    public Object looks() {
        return List.of(
                platform.page(),
                step.before(),
                step.after(),
                step.operation(),
                step.transition().outcome());
    }

    /** How many containers have a colour. */
    public int containers() {
        return colours.count();
    }

    private String draw(int top, IntFunction<Svg> begin) {
        StateBlock before = new StateBlock(step.before(), platform, refused(), colours, Layout.HALF);
        StateBlock after = new StateBlock(step.after(), platform, within(), colours, Layout.HALF);
        int end = top + LABEL + Math.max(before.height(), after.height());
        Svg svg = begin.apply(end + Picture.MARGIN);
        half(svg, before, "before", Picture.MARGIN, top);
        String changed = step.before().equals(step.after()) ? "after: nothing changed" : "after";
        half(svg, after, changed, WIDTH - Picture.MARGIN - Layout.HALF.width(), top);
        svg.rect("pane", WIDTH / 2, top, 1, end - top, 0);
        return svg.text();
    }

    private static void half(Svg svg, StateBlock state, String label, int x, int y) {
        svg.text("bold", x, y + 13, label);
        state.draw(svg, x, y + LABEL);
    }

    private Set<RefusedCall> refused() {
        Set<RefusedCall> refused = new LinkedHashSet<>();
        RefusedCall.of(step.operation(), answer, step.before()).ifPresent(refused::add);
        return refused;
    }

    /** What containers refused while a program performed the operation. */
    private Set<RefusedCall> within() {
        return RefusedCall.joins(step.transition().outcome().calls(), step.after());
    }

    private String told() {
        return "Before: " + Words.state(step.before()) + " After: " + Words.state(step.after());
    }
}
