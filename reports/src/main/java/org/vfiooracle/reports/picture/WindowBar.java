// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.state.Tces;
import org.vfiooracle.engine.state.Window;

/** A DMA window as a bar from its first to its last address; what is mapped is filled in, at least three pixels wide. */
final class WindowBar implements Block {
    private static final int MOST = 4;
    private static final int ROW = 18;
    private static final int TOP = 66;
    private static final int THIN = 3;

    private final Window window;
    private final String colour;
    private final int width;
    private final List<Tces.Run> runs;

    WindowBar(Window window, String colour, int width) {
        this.window = window;
        this.colour = colour;
        this.width = width;
        this.runs = List.copyOf(window.tces().runs());
    }

    @Override
    public int height() {
        return TOP + ROW * Math.min(runs.size(), MOST) + (runs.size() > MOST ? ROW : 0);
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.text("small bold", x, y + 20, "window " + window.number());
        svg.text("mono", x + 74, y + 20, ByteText.range(window.start(), window.size()));
        svg.textTo("small", x + width, y + 20, ByteText.about(window.size()) + from());
        svg.rect("free", x, y + 27, width, 14, 3);
        for (Span span : spans()) {
            svg.rect("live " + colour, x + span.from, y + 27, span.to - span.from, 14, 1);
        }
        svg.text("small soft", x, y + 57, table());
        svg.textTo("small soft", x + width, y + 57, mapped());
        int row = y + TOP - 2;
        for (Tces.Run run : runs.subList(0, Math.min(runs.size(), MOST))) {
            new MappingRow(run.iova(), run.size(), run.vaddr(), run.flags(), colour, width).draw(svg, x, row);
            row += ROW;
        }
        if (runs.size() > MOST) {
            svg.text("small soft", x + 14, row + 13, "and " + (runs.size() - MOST) + " more");
        }
    }

    private String table() {
        String kind = window.ofGroup()
                ? "table of the group, from boot"
                : "created, table locks " + Words.count(window.lockedPages(), "page");
        return ByteText.about(window.pageSize()) + " pages, " + Words.count(window.levels(), "level") + ", " + kind;
    }

    private String from() {
        return Long.bitCount(window.start()) == 1 ? " from 2^" + Long.numberOfTrailingZeros(window.start()) : "";
    }

    private String mapped() {
        if (runs.isEmpty()) {
            return "nothing mapped";
        }
        long bytes = runs.stream().mapToLong(Tces.Run::size).sum();
        return Words.count(runs.size(), "mapping") + ", " + ByteText.about(bytes);
    }

    /** The mapped parts in pixels, those that touch as one. */
    private List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (Tces.Run run : runs) {
            int from = Math.min(pixel(run.iova()), width - THIN);
            int to = Math.min(width, Math.max(pixel(run.iova() + run.size()), from + THIN));
            Span last = spans.isEmpty() ? new Span(-1, -1) : spans.get(spans.size() - 1);
            if (from <= last.to) {
                spans.set(spans.size() - 1, new Span(last.from, Math.max(last.to, to)));
            } else {
                spans.add(new Span(from, to));
            }
        }
        return spans;
    }

    private int pixel(long iova) {
        return (int) Math.round((double) (iova - window.start()) / window.size() * width);
    }

    private record Span(int from, int to) {}
}
