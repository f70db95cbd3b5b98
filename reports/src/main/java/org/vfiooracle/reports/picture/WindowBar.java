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
    private final Row head;
    private final Row foot;
    private final List<MappingRow> rows;

    WindowBar(Window window, String colour, int width) {
        this.window = window;
        this.colour = colour;
        this.width = width;
        this.runs = List.copyOf(window.tces().runs());
        this.head = new Row(width)
                .text("small bold", 0, "window " + window.number())
                .text("mono", 74, ByteText.range(window.start(), window.size()))
                .textTo("small", ByteText.about(window.size()) + from());
        this.foot = new Row(width).text("small soft", 0, table()).textTo("small soft", mapped());
        this.rows = runs.stream()
                .limit(MOST)
                .map(run -> new MappingRow(run.iova(), run.size(), run.vaddr(), run.flags(), colour, width))
                .toList();
    }

    @Override
    public int height() {
        return TOP
                + head.more()
                + foot.more()
                + rows.stream().mapToInt(Block::height).sum()
                + (runs.size() > MOST ? ROW : 0);
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        head.draw(svg, x, y + 20);
        int bar = y + head.more() + 27;
        svg.rect("free", x, bar, width, 14, 3);
        for (Span span : spans()) {
            svg.rect("live " + colour, x + span.from, bar, span.to - span.from, 14, 1);
        }
        foot.draw(svg, x, bar + 30);
        int row = bar + foot.more() + 37;
        for (MappingRow each : rows) {
            each.draw(svg, x, row);
            row += each.height();
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
