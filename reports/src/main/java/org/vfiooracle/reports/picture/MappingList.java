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
    private final Row headline;
    private final List<MappingRow> rows;

    MappingList(List<Mapping> mappings, String colour, int width) {
        this.mappings = mappings;
        this.headline = new Row(width).text("small", 0, headline());
        this.rows = mappings.stream()
                .limit(MOST)
                .map(each -> new MappingRow(each.iova(), each.size(), each.vaddr(), each.flags(), colour, width))
                .toList();
    }

    @Override
    public int height() {
        return ROW
                + headline.more()
                + rows.stream().mapToInt(Block::height).sum()
                + (mappings.size() > MOST ? ROW : 0)
                + 4;
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        headline.draw(svg, x, y + 13);
        int row = y + ROW + headline.more();
        for (MappingRow each : rows) {
            each.draw(svg, x, row);
            row += each.height();
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
                + (invalid == 0 ? "" : ", the vaddr of " + invalid + " invalidated");
    }
}
