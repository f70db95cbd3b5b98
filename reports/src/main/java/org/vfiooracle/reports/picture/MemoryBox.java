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
    private final int width;

    MemoryBox(State state, Spapr spapr, int width) {
        this.state = state;
        this.spapr = spapr;
        this.width = width;
        spapr.regions().forEach(key -> registrations.merge(key, 1, Integer::sum));
    }

    @Override
    public int height() {
        return ROW + ROW * Math.min(registrations.size(), MOST) + (registrations.size() > MOST ? ROW : 0) + 4;
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.text("small", x, y + 13, headline());
        int row = y + ROW;
        for (Map.Entry<Region.Key, Integer> each : shown()) {
            svg.text("mono", x + 12, row + 13, Words.cut(each.getKey().vaddr().toString(), NAME));
            svg.text("mono", x + 190, row + 13, Words.both(each.getKey().size()));
            svg.textTo("small soft", x + width, row + 13, use(each.getKey(), each.getValue()));
            row += ROW;
        }
        if (registrations.size() > MOST) {
            svg.text("small soft", x + 12, row + 13, "and " + (registrations.size() - MOST) + " more");
        }
    }

    private List<Map.Entry<Region.Key, Integer>> shown() {
        return registrations.entrySet().stream().limit(MOST).toList();
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
