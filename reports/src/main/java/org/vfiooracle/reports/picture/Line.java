// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

/** One line of text. */
record Line(String text) implements Block {
    @Override
    public int height() {
        return 20;
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.text("small soft", x, y + 14, text);
    }
}
