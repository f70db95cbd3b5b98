// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.List;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.state.Mapping;

/** What a Type1 container maps: there is no window, and all bus addresses that the IOMMU translates are free for it. */
final class MappingList implements Block {
    private static final int MOST = 6;
    private static final int ROW = 18;

    private final List<Mapping> mappings;
    private final String colour;
    private final int width;

    MappingList(List<Mapping> mappings, String colour, int width) {
        this.mappings = mappings;
        this.colour = colour;
        this.width = width;
    }

    @Override
    public int height() {
        return ROW + ROW * Math.min(mappings.size(), MOST) + (mappings.size() > MOST ? ROW : 0) + 4;
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.text("small", x, y + 13, headline());
        int row = y + ROW;
        for (Mapping mapping : mappings.subList(0, Math.min(mappings.size(), MOST))) {
            new MappingRow(mapping.iova(), mapping.size(), mapping.vaddr(), mapping.flags(), colour, width)
                    .draw(svg, x, row);
            row += ROW;
        }
        if (mappings.size() > MOST) {
            svg.text("small soft", x + 14, row + 13, "and " + (mappings.size() - MOST) + " more");
        }
    }

    private String headline() {
        if (mappings.isEmpty()) {
            return "nothing mapped";
        }
        long bytes = mappings.stream().mapToLong(Mapping::size).sum();
        long invalid = mappings.stream().filter(Mapping::vaddrInvalid).count();
        return Words.count(mappings.size(), "mapping") + ", " + ByteText.about(bytes)
                + (invalid == 0 ? "" : ", the address of " + invalid + " taken back");
    }
}
