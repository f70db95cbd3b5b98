// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.engine.operation.Address;

/** One mapping: bus addresses, size, where it points, and what the device may do. */
record MappingRow(long iova, long size, Address vaddr, long flags, String colour, int width) implements Block {
    private static final int TARGET = 18;
    private static final int READ = 1;
    private static final int WRITE = 2;

    @Override
    public int height() {
        return 18;
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.rect("live " + colour, x, y + 4, 8, 8, 2);
        svg.text("mono", x + 14, y + 12, Hex.of(iova));
        svg.text("mono soft", x + 160, y + 12, Words.both(size));
        svg.text("mono", x + 310, y + 12, "→ " + Words.cut(vaddr.toString(), TARGET));
        svg.textTo("small soft", x + width, y + 12, access());
    }

    private String access() {
        String read = (flags & READ) != 0 ? "read" : "";
        String write = (flags & WRITE) != 0 ? "write" : "";
        return read.isEmpty() || write.isEmpty() ? read + write : "read, write";
    }
}
