// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

/** A default window that nobody has needed yet. */
final class PendingWindow implements Block {
    private final int width;
    private final Row words;

    PendingWindow(int width) {
        this.width = width;
        this.words =
                new Row(width - 20).text("small soft", 0, "default window: created by the first call that needs it");
    }

    @Override
    public int height() {
        return 38 + words.more();
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.rect("ghost", x, y + 8, width, 26 + words.more(), 4);
        words.draw(svg, x + 10, y + 25);
    }
}
