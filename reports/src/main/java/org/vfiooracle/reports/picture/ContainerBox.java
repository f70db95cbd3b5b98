// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Iommu;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;

/** A container: its descriptor, its driver, and what the driver holds. */
final class ContainerBox implements Block {
    private static final int HEAD = 34;
    private static final int PAD = 14;
    private static final int NAME = 14;
    private static final int DESCRIPTOR = 150;

    private final Container container;
    private final String colour;
    private final int width;
    private final List<Block> parts;
    private final Row head;

    ContainerBox(State state, Container container, String colour, int width) {
        this.container = container;
        this.colour = colour;
        this.width = width;
        this.parts = parts(state, container, colour, width - 2 * PAD);
        this.head = new Row(width - 2 * PAD)
                .text("head", 0, Words.cut(container.name(), NAME))
                .text("small soft", DESCRIPTOR, container.open() ? "fd open" : "fd closed, kept by its groups")
                .textTo("small bold", driver());
    }

    String name() {
        return container.name();
    }

    @Override
    public int height() {
        return HEAD + head.more() + parts.stream().mapToInt(Block::height).sum() + PAD;
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.rect("box " + colour, x, y, width, height(), 8);
        svg.rect("band " + colour, x + 1, y + 1, width - 2, HEAD + head.more() - 4, 7);
        head.draw(svg, x + PAD, y + 20);
        int top = y + HEAD + head.more();
        for (Block part : parts) {
            part.draw(svg, x + PAD, top);
            top += part.height();
        }
    }

    private String driver() {
        return container.iommu().map(ContainerBox::driver).orElse("no IOMMU type set");
    }

    private static String driver(Iommu iommu) {
        return iommu instanceof Type1 type1
                ? (type1.second() ? "Type1 v2" : "Type1")
                : "sPAPR TCE v" + ((Spapr) iommu).version();
    }

    private static List<Block> parts(State state, Container container, String colour, int width) {
        List<Block> parts = new ArrayList<>();
        if (container.iommu().orElse(null) instanceof Spapr spapr) {
            parts.add(new MemoryBox(state, spapr, width));
            spapr.windows().values().forEach(window -> parts.add(new WindowBar(window, colour, width)));
            if (spapr.defaultPending()) {
                parts.add(new PendingWindow(width));
            } else if (spapr.windows().isEmpty()) {
                parts.add(new Line("no window"));
            }
        } else if (container.iommu().orElse(null) instanceof Type1 type1) {
            parts.add(new MappingList(type1.mappings(), colour, width));
        } else if (container.iommu().isEmpty()) {
            parts.add(new Line(container.groups().isEmpty() ? "no group" : "its groups wait for VFIO_SET_IOMMU"));
        }
        return parts;
    }
}
