// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.ArrayList;
import java.util.List;

/** Texts side by side. What finds no room beside the one before goes on below it, and a text that is too long goes on there, too. */
final class Row {
    private static final int LINE = 18;

    private final int width;
    private final List<Placed> placed = new ArrayList<>();
    private int line;
    private int taken;

    Row(int width) {
        this.width = width;
    }

    /** Adds text that begins at {@code x}. */
    Row text(String style, int x, String text) {
        int from = placed.isEmpty() || x >= taken && x + Typeface.width(style, text) <= width ? x : below();
        String rest = text;
        for (int end = fitting(style, rest, from); end < rest.length(); end = fitting(style, rest, from)) {
            placed.add(new Placed(style, from, line++, rest.substring(0, end), false));
            rest = rest.substring(end).strip();
        }
        placed.add(new Placed(style, from, line, rest, false));
        taken = from + Typeface.width(style, rest);
        return this;
    }

    /** Adds text that ends at the right edge. */
    Row textTo(String style, String text) {
        if (width - Typeface.width(style, text) < taken) {
            below();
        }
        placed.add(new Placed(style, width, line, text, true));
        taken = width;
        return this;
    }

    /** The height of what is below the first line. */
    int more() {
        return LINE * line;
    }

    /** Draws the texts; {@code y} is the base line of the first. */
    void draw(Svg svg, int x, int y) {
        for (Placed each : placed) {
            if (each.toEdge()) {
                svg.textTo(each.style(), x + each.x(), y + LINE * each.line(), each.text());
            } else {
                svg.text(each.style(), x + each.x(), y + LINE * each.line(), each.text());
            }
        }
    }

    /** Begins a line below, where the first text begins. */
    private int below() {
        line++;
        taken = 0;
        return placed.get(0).x();
    }

    /** How much of a text fits between {@code from} and the edge: up to a comma or a space if there is one. */
    private int fitting(String style, String text, int from) {
        if (from + Typeface.width(style, text) <= width) {
            return text.length();
        }
        int most = 1;
        while (most < text.length() && from + Typeface.width(style, text.substring(0, most + 1)) <= width) {
            most++;
        }
        int comma = text.lastIndexOf(", ", most) + 1;
        int space = text.lastIndexOf(' ', most);
        return comma > most / 2 ? comma : space > 0 ? space : most;
    }

    private record Placed(String style, int x, int line, String text, boolean toEdge) {}
}
