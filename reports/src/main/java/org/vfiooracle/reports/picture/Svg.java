// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

/** An SVG text being written. What it looks like is said by classes, see {@link Style}. */
final class Svg {
    private final StringBuilder out = new StringBuilder();

    /** Begins a picture on a card of its own, readable on any background. */
    Svg(int width, int height, String title, String description, String style) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"vfio\" role=\"img\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\">\n");
        out.append("<title>").append(escape(title)).append("</title>\n");
        out.append("<desc>").append(escape(description)).append("</desc>\n");
        out.append("<style>\n").append(style).append("</style>\n");
        rect("card", 1, 1, width - 2, height - 2, 10);
    }

    /** Draws a rectangle with round corners. */
    void rect(String style, int x, int y, int width, int height, int radius) {
        open("rect", style);
        attribute("x", x);
        attribute("y", y);
        attribute("width", width);
        attribute("height", height);
        attribute("rx", radius);
        out.append("/>\n");
    }

    /** Writes text; {@code y} is its base line. */
    void text(String style, int x, int y, String text) {
        open("text", style);
        attribute("x", x);
        attribute("y", y);
        out.append('>').append(escape(text)).append("</text>\n");
    }

    /** Writes text that ends at {@code x}. */
    void textTo(String style, int x, int y, String text) {
        open("text", style + " end");
        attribute("x", x);
        attribute("y", y);
        out.append('>').append(escape(text)).append("</text>\n");
    }

    /** Draws a curve that leaves and arrives horizontally, with a dot at its end. */
    void curve(String style, Point from, Point to) {
        int middle = (from.x() + to.x()) / 2;
        open("path", "line " + style);
        out.append(" d=\"M")
                .append(from.x())
                .append(' ')
                .append(from.y())
                .append(" C")
                .append(middle)
                .append(' ')
                .append(from.y())
                .append(' ')
                .append(middle)
                .append(' ')
                .append(to.y())
                .append(' ')
                .append(to.x())
                .append(' ')
                .append(to.y())
                .append("\"/>\n");
        open("circle", "dot " + style);
        attribute("cx", to.x());
        attribute("cy", to.y());
        attribute("r", 4);
        out.append("/>\n");
    }

    /** Ends the picture and returns it. */
    String text() {
        return out + "</svg>\n";
    }

    private void open(String element, String style) {
        out.append('<').append(element).append(" class=\"").append(style).append('"');
    }

    private void attribute(String name, int value) {
        out.append(' ').append(name).append("=\"").append(value).append('"');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A place in the picture. */
    record Point(int x, int y) {}
}
