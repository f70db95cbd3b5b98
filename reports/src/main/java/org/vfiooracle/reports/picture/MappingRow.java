// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.engine.operation.Address;

/** One mapping: bus addresses, size, where it points, and what the device may do. */
final class MappingRow implements Block {
    private static final int TARGET = 18;
    private static final int READ = 1;
    private static final int WRITE = 2;

    private final String colour;
    private final Row row;

    MappingRow(long iova, long size, Address vaddr, long flags, String colour, int width) {
        this.colour = colour;
        this.row = new Row(width)
                .text("mono", 14, Hex.of(iova))
                .text("mono soft", 160, Words.both(size))
                .text("mono", 310, "→ " + Words.cut(vaddr.toString(), TARGET))
                .textTo("small soft", access(flags));
    }

    @Override
    public int height() {
        return 18 + row.more();
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.rect("live " + colour, x, y + 4, 8, 8, 2);
        row.draw(svg, x, y + 12);
    }

    private static String access(long flags) {
        String read = (flags & READ) != 0 ? "read" : "";
        String write = (flags & WRITE) != 0 ? "write" : "";
        return read.isEmpty() || write.isEmpty() ? read + write : "read, write";
    }
}
