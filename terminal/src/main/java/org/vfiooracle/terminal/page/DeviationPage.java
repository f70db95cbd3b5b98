// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.corpus.explain.Decisions.Decision;
import org.vfiooracle.corpus.explain.Edit;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Deviation;

/**
 * A deviation: what goes wrong, where, and where that shows.
 *
 * @param deviation the departure
 * @param edits what it changes in the model
 * @param platforms the platforms of the corpus that have it
 * @param decisions where it makes the difference in the corpus
 */
public record DeviationPage(Deviation deviation, List<Edit> edits, List<PlatformId> platforms, List<Decision> decisions)
        implements Page {
    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(deviation.id() + " (deviation)");
        lines.add("  " + deviation.sentence());
        lines.add("");
        lines.add("  source       " + deviation.source());
        lines.add("  releases     " + deviation.releases());
        lines.add("  platforms    "
                + (platforms.isEmpty()
                        ? "none of the corpus"
                        : String.join(
                                ", ",
                                platforms.stream().map(PlatformId::toString).toList())));
        edits.forEach(edit -> lines.add("  changes      " + edit.procedure() + ": " + edit.entry()));
        lines.add("");
        lines.addAll(new DecidedIn(decisions).below());
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("deviation", deviation.id());
        json.put("sentence", deviation.sentence());
        json.put("source", deviation.source());
        json.put("releases", deviation.releases().toString());
        json.put("platforms", platforms.stream().map(PlatformId::toString).toList());
        json.put("changes", edits.stream().map(DeviationPage::json).toList());
        json.put("decided", new DecidedIn(decisions).json());
        return json;
    }

    private static Map<String, Object> json(Edit edit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("procedure", edit.procedure());
        json.put("entry", edit.entry());
        return json;
    }
}
