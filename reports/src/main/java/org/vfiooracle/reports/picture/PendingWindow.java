// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

/** A default window that nobody has needed yet. */
record PendingWindow(int width) implements Block {
    @Override
    public int height() {
        return 38;
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.rect("ghost", x, y + 8, width, 26, 4);
        svg.text("small soft", x + 10, y + 25, "default window: made by the first call that needs it");
    }
}
