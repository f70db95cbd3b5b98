// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.contract.platforms.GenerationFacts;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.procedure.Deviation;

/**
 * Platforms one by one.
 *
 * @param generations the generations that they are of
 * @param rows the platforms
 * @param deviations the deviations of which those are shown that some of the platforms have; empty for none
 */
public record PlatformsPage(List<GenerationFacts> generations, List<Row> rows, List<Deviation> deviations)
        implements Page {
    /**
     * One platform.
     *
     * @param id its id
     * @param means the release that is computed
     * @param recorded the platform of the corpus that answers alike: itself, another, or none
     * @param deviations the kernel bugs that it has
     */
    public record Row(PlatformId id, Release means, Optional<PlatformId> recorded, List<Deviation> deviations) {
        public Row {
            deviations = List.copyOf(deviations);
        }
    }

    public PlatformsPage {
        generations = List.copyOf(generations);
        rows = List.copyOf(rows);
        deviations = List.copyOf(deviations);
    }

    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        for (GenerationFacts one : generations) {
            lines.add(one.name() + ": " + one.title() + "; Linux " + String.join(", ", one.ranges()) + " with pages of "
                    + String.join(" or ", one.pageSizes())
                    + one.machine().map(machine -> "; emulated as " + machine).orElse(""));
        }
        lines.add("");
        TextTable table = TextTable.headed("platform", "computed as", "fixtures", "known bugs");
        rows.forEach(row -> table.row(
                row.id().toString(),
                "Linux " + row.means(),
                row.recorded()
                        .map(other -> other.equals(row.id()) ? "recorded" : "as " + other)
                        .orElse("predicted only"),
                String.valueOf(row.deviations().size())));
        lines.addAll(table.lines(""));
        for (Deviation deviation : shown()) {
            lines.add("");
            lines.add(deviation.id() + " (Linux " + deviation.releases() + ")");
            lines.add("  " + deviation.sentence());
            lines.add("  on " + String.join(", ", having(deviation)));
        }
        return lines;
    }

    private List<Deviation> shown() {
        return deviations.stream().filter(one -> !having(one).isEmpty()).toList();
    }

    private List<String> having(Deviation deviation) {
        return rows.stream()
                .filter(row -> row.deviations().contains(deviation))
                .map(row -> row.id().toString())
                .toList();
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("platforms", rows.stream().map(PlatformsPage::json).toList());
        json.put("deviations", shown().stream().map(this::json).toList());
        return json;
    }

    private static Map<String, Object> json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("platform", row.id().toString());
        json.put("release", row.means().toString());
        row.recorded().ifPresent(other -> json.put("recorded_as", other.toString()));
        json.put("deviations", row.deviations().stream().map(Deviation::id).toList());
        return json;
    }

    private Map<String, Object> json(Deviation deviation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("deviation", deviation.id());
        json.put("releases", deviation.releases().toString());
        json.put("sentence", deviation.sentence());
        json.put("platforms", having(deviation));
        return json;
    }
}
