// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** An SVG text being written. What it looks like is said by classes, see {@link Style}. */
final class Svg {
    private final StringBuilder out = new StringBuilder();
    private final Notation notation;

    /** Begins a picture on a card of its own, readable on any background. */
    Svg(int width, int height, String title, String description, String style) {
        notation = Notation.XML;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        begin("img", width, height);
        out.append("\n<title>").append(escape(title)).append("</title>\n");
        out.append("<desc>").append(escape(description)).append("</desc>\n");
        out.append("<style>\n").append(style).append("</style>\n");
        rect("card", 1, 1, width - 2, height - 2, 10);
    }

    /** Begins a picture inside a page of HTML, whose style sheet holds for it; {@code label} is read to those who cannot see it. */
    Svg(int width, int height, String label) {
        notation = Notation.HTML;
        out.append("<svg");
        words("aria-label", escape(label).replace("'", "&#39;"));
        begin("img", width, height);
        rect("card", 1, 1, width - 2, height - 2, 10);
    }

    private void begin(String role, int width, int height) {
        words("class", "vfio");
        words("role", role);
        attribute("width", width);
        attribute("height", height);
        words("viewBox", "0 0 " + width + " " + height);
        out.append('>');
    }

    /** Draws a rectangle with round corners. */
    void rect(String style, int x, int y, int width, int height, int radius) {
        open("rect", style);
        attribute("x", x);
        attribute("y", y);
        attribute("width", width);
        attribute("height", height);
        attribute("rx", radius);
        out.append(notation.close());
    }

    /** Writes text; {@code y} is its base line. */
    void text(String style, int x, int y, String text) {
        open("text", style);
        attribute("x", x);
        attribute("y", y);
        out.append('>').append(escape(text)).append("</text>").append(notation.line());
    }

    /** Writes text that ends at {@code x}. */
    void textTo(String style, int x, int y, String text) {
        open("text", style + " end");
        attribute("x", x);
        attribute("y", y);
        out.append('>').append(escape(text)).append("</text>").append(notation.line());
    }

    /** Draws a curve that leaves and arrives horizontally, with a dot at its end. */
    void curve(String style, Point from, Point to) {
        int middle = (from.x() + to.x()) / 2;
        open("path", "line " + style);
        words("d", "M" + from + " C" + middle + " " + from.y() + " " + middle + " " + to.y() + " " + to);
        out.append(notation.close());
        open("circle", "dot " + style);
        attribute("cx", to.x());
        attribute("cy", to.y());
        attribute("r", 4);
        out.append(notation.close());
    }

    /** Draws straight lines from each place to the next. */
    void path(String style, List<Point> places) {
        open("path", style);
        words("d", places.stream().map(Point::toString).collect(joining(" L", "M", "")));
        out.append(notation.close());
    }

    /** Draws an arrow of what was refused, which leaves and arrives horizontally, and says why above its end. */
    void arrow(Point from, Point to, String label) {
        int middle = (from.x() + to.x()) / 2;
        int ahead = from.x() < to.x() ? 1 : -1;
        open("path", "line refused");
        words("d", "M" + from + " C" + middle + " " + from.y() + " " + middle + " " + to.y() + " " + to);
        out.append(notation.close());
        open("path", "line stop");
        words(
                "d",
                "M" + (to.x() - 9 * ahead) + " " + (to.y() - 5) + " L" + to + " L" + (to.x() - 9 * ahead) + " "
                        + (to.y() + 5));
        out.append(notation.close());
        if (ahead > 0) {
            textTo("small no", to.x() - 12, to.y() - 5, label);
        } else {
            text("small no", to.x() + 12, to.y() - 5, label);
        }
    }

    /** Ends the picture and returns it. */
    String text() {
        return out + "</svg>\n";
    }

    private void open(String element, String style) {
        out.append('<').append(element);
        words("class", style);
    }

    private void words(String name, String value) {
        attribute(name, notation.aroundWords(), value);
    }

    private void attribute(String name, int value) {
        attribute(name, notation.aroundNumber(), Integer.toString(value));
    }

    private void attribute(String name, String quote, String value) {
        out.append(' ').append(name).append('=').append(quote).append(value).append(quote);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A place in the picture. */
    record Point(int x, int y) {
        @Override
        public String toString() {
            return x + " " + y;
        }
    }

    /**
     * How elements are written.
     *
     * @param aroundWords the quotes of an attribute that holds words
     * @param aroundNumber the quotes of an attribute that holds a number
     * @param close ends an element that holds nothing
     * @param line between elements
     */
    private record Notation(String aroundWords, String aroundNumber, String close, String line) {
        static final Notation XML = new Notation("\"", "\"", "/>\n", "\n");

        /** As short as HTML allows: pictures are most of the report, and in JSON each double quote is two characters. */
        static final Notation HTML = new Notation("'", "", " />", "");
    }
}
