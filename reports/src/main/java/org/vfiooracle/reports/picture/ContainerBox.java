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

    private final Container container;
    private final String colour;
    private final int width;
    private final List<Block> parts;

    ContainerBox(State state, Container container, String colour, int width) {
        this.container = container;
        this.colour = colour;
        this.width = width;
        this.parts = parts(state, container, colour, width - 2 * PAD);
    }

    String name() {
        return container.name();
    }

    @Override
    public int height() {
        return HEAD + parts.stream().mapToInt(Block::height).sum() + PAD;
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.rect("box " + colour, x, y, width, height(), 8);
        svg.rect("band " + colour, x + 1, y + 1, width - 2, HEAD - 4, 7);
        svg.text("head", x + PAD, y + 21, Words.cut(container.name(), NAME));
        svg.text("small soft", x + PAD + 150, y + 20, container.open() ? "fd open" : "fd closed, kept by its groups");
        svg.textTo("small bold", x + width - PAD, y + 20, driver());
        int top = y + HEAD;
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
