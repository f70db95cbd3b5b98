// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.engine.state.Region;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;

/** What a container may map: nothing before ENABLE (v1), and only registered memory (v2). */
final class MemoryBox implements Block {
    private static final int MOST = 4;
    private static final int ROW = 18;
    private static final int NAME = 22;

    private final State state;
    private final Spapr spapr;
    private final Map<Region.Key, Integer> registrations = new LinkedHashMap<>();
    private final Row headline;
    private final List<Row> rows;

    MemoryBox(State state, Spapr spapr, int width) {
        this.state = state;
        this.spapr = spapr;
        spapr.regions().forEach(key -> registrations.merge(key, 1, Integer::sum));
        this.headline = new Row(width).text("small", 0, headline());
        this.rows = registrations.entrySet().stream()
                .limit(MOST)
                .map(each -> new Row(width)
                        .text("mono", 12, Words.cut(each.getKey().vaddr().toString(), NAME))
                        .text("mono", 190, Words.both(each.getKey().size()))
                        .textTo("small soft", use(each.getKey(), each.getValue())))
                .toList();
    }

    @Override
    public int height() {
        return ROW
                + headline.more()
                + rows.stream().mapToInt(row -> ROW + row.more()).sum()
                + (registrations.size() > MOST ? ROW : 0)
                + 4;
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        headline.draw(svg, x, y + 13);
        int top = y + ROW + headline.more();
        for (Row row : rows) {
            row.draw(svg, x, top + 13);
            top += ROW + row.more();
        }
        if (registrations.size() > MOST) {
            svg.text("small soft", x + 12, top + 13, "and " + (registrations.size() - MOST) + " more");
        }
    }

    private String headline() {
        if (spapr.version() == 1) {
            return spapr.enabled()
                    ? "enabled, accounts " + Words.count(spapr.enabledPages(), "page") + " as locked"
                    : "not enabled";
        }
        return registrations.isEmpty() ? "no registered memory" : "registered memory";
    }

    private String use(Region.Key key, int times) {
        long mapped = state.region(key).map(Region::mapped).orElse(0L);
        return (times > 1 ? "registered " + times + " times, " : "")
                + (mapped == 0 ? "not mapped" : Words.count(mapped, "TCE") + " point here");
    }
}
