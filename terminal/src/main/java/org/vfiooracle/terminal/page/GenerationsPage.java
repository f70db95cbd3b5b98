// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.platforms.GenerationFacts;
import org.vfiooracle.corpus.naming.HardwareNames;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * What can be asked, by hardware generation.
 *
 * @param generations the generations
 * @param recorded the platforms of the corpus
 * @param programs the programs above VFIO
 */
public record GenerationsPage(List<GenerationFacts> generations, List<PlatformId> recorded, List<String> programs)
        implements Page {
    private static final int IN_A_LINE = 10;

    public GenerationsPage {
        generations = List.copyOf(generations);
        recorded = List.copyOf(recorded);
        programs = List.copyOf(programs);
    }

    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        TextTable table = TextTable.headed("generation", "hardware", "Linux", "pages", "recorded", "also called");
        generations.forEach(one -> table.row(
                one.name(),
                one.title(),
                String.join(", ", one.ranges()),
                String.join(", ", one.pageSizes()),
                String.valueOf(platforms(one).size()),
                String.join(
                        ", ",
                        HardwareNames.of(one).stream()
                                .filter(name -> !name.equals(one.name()))
                                .toList())));
        lines.addAll(table.lines(""));
        lines.add("");
        lines.add("A platform is GENERATION-linux-RELEASE-PAGES, such as phb4-linux-6.12-64k. Hardware with a release");
        lines.add("(\"POWER9 6.12 64k\") and the output of uname -r are understood, too.");
        lines.add("");
        lines.add("Programs above VFIO:");
        for (int i = 0; i < programs.size(); i += IN_A_LINE) {
            lines.add("  " + String.join(", ", programs.subList(i, Math.min(i + IN_A_LINE, programs.size()))));
        }
        lines.add("");
        lines.add("./oracle platforms POWER9 lists its platforms; --releases all releases, --deviations kernel bugs.");
        return lines;
    }

    private List<PlatformId> platforms(GenerationFacts generation) {
        return recorded.stream()
                .filter(id -> id.generation().equals(generation.name()))
                .toList();
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("generations", generations.stream().map(this::json).toList());
        json.put("programs", programs);
        return json;
    }

    private Map<String, Object> json(GenerationFacts generation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("generation", generation.name());
        json.put("hardware", generation.title());
        json.put("also_called", generation.alsoCalled());
        generation.machine().ifPresent(machine -> json.put("machine", machine));
        json.put("page_sizes", generation.pageSizes());
        json.put("releases", generation.series().stream().map(Object::toString).toList());
        json.put(
                "recorded",
                platforms(generation).stream().map(PlatformId::toString).toList());
        return json;
    }
}
