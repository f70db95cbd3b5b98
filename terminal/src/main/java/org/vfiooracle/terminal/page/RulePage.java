// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vfiooracle.corpus.explain.Decisions.Decision;
import org.vfiooracle.corpus.explain.RulePlace;
import org.vfiooracle.corpus.explain.WhereToLook;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Rule;

/**
 * A rule: what it says, where that is written, where it decides and what departs from it.
 *
 * @param rule the rule
 * @param places where it is asked
 * @param deviations the departures that take it away, change it or made it matter
 * @param decisions what it decided in the corpus
 * @param on the platform that is asked about, whose release calls the source its own way; none when all are
 */
public record RulePage(
        Rule rule, List<RulePlace> places, List<Deviation> deviations, List<Decision> decisions, List<PlatformId> on)
        implements Page {
    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(rule.id());
        lines.add("  " + rule.sentence());
        lines.add("");
        lines.add("  requirement  " + rule.requirement().name().toLowerCase(Locale.ROOT));
        lines.add("  source       " + RuleText.basis(rule, on));
        lines.add("  look at      " + WhereToLook.of(rule));
        lines.add("");
        places.forEach(place -> lines.add("  in " + place.procedure() + " on Linux " + place.releases()
                + place.answer().map(answer -> ": answers " + answer).orElse("")));
        deviations.forEach(deviation -> lines.add("  overridden by deviation " + deviation.id() + " on Linux "
                + deviation.releases() + ": " + deviation.sentence()));
        lines.addAll(new DecidedIn(decisions).below());
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = RuleText.json(rule);
        json.put("look", WhereToLook.of(rule));
        json.put("places", places.stream().map(RulePage::json).toList());
        json.put("deviations", deviations.stream().map(Deviation::id).toList());
        json.put("decided", new DecidedIn(decisions).json());
        return json;
    }

    private static Map<String, Object> json(RulePlace place) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("procedure", place.procedure());
        json.put("releases", place.releases().toString());
        place.answer().ifPresent(answer -> json.put("answer", answer.toString()));
        return json;
    }
}
