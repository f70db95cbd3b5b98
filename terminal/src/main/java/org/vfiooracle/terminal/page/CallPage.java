// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.corpus.explain.BeyondCases;
import org.vfiooracle.corpus.explain.CallEntry;
import org.vfiooracle.corpus.explain.WhereToLook;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Rule;

/**
 * A call taken apart, for one platform or several.
 *
 * @param call its name
 * @param answer the only answer that is asked about, if it is one
 * @param platforms what holds on which platforms
 */
public record CallPage(String call, Optional<Answer> answer, List<Grouped<Facts>> platforms) implements Page {
    /**
     * What holds on a platform.
     *
     * @param entries the checks and steps, in order
     * @param deviations the departures of this release that change them
     * @param beyond reasons that no case can express
     */
    public record Facts(List<CallEntry> entries, List<Deviation> deviations, List<BeyondCases> beyond) {
        public Facts {
            beyond = List.copyOf(beyond);
            entries = List.copyOf(entries);
            deviations = List.copyOf(deviations);
        }
    }

    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        for (Grouped<Facts> group : platforms) {
            lines.add(call + " on " + group.names());
            Facts facts = group.what();
            if (answer.isPresent() && facts.entries().isEmpty()) {
                lines.add("  No modelled check of this call returns " + answer.get() + ".");
            } else {
                lines.add(answer.map(a -> "  checks that return " + a + ", in the order in which they are made")
                        .orElse("  checks and steps, in order; the first check that fails decides the answer"));
                lines.add("");
                entries(group, lines);
            }
            facts.deviations().forEach(deviation -> {
                lines.add("  kernel bug in this release: " + deviation.id());
                lines.add("           " + deviation.sentence() + " (" + deviation.source() + ")");
            });
            beyond(facts.beyond(), lines);
            lines.add("");
        }
        if (answer.isPresent()) {
            lines.add("To see " + WhereToLook.CALLS);
        } else {
            lines.add("./oracle explain \"" + call + "\" ERRNO shows only what returns that errno, and where to look");
        }
        return lines;
    }

    private static void beyond(List<BeyondCases> reasons, List<String> lines) {
        if (!reasons.isEmpty()) {
            lines.add("");
            lines.add("  other causes on a real machine:");
        }
        for (BeyondCases reason : reasons) {
            lines.add("  " + String.format(Locale.ROOT, "%-8s ", reason.answer()) + reason.sentence() + " ("
                    + reason.source() + ")");
            lines.add("           look at " + reason.look());
        }
    }

    /** A rule is told in full where it stands first, and a place to look once. */
    private void entries(Grouped<Facts> group, List<String> lines) {
        Set<String> told = new HashSet<>(Set.of(WhereToLook.CALLS));
        for (CallEntry entry : group.what().entries()) {
            String indent = "  ".repeat(entry.depth() + 1);
            if (entry.kind() == CallEntry.Kind.STEP) {
                lines.add(indent + "step: " + entry.text());
                continue;
            }
            Rule rule = entry.rule().orElseThrow();
            boolean first = told.add(rule.id());
            lines.add(indent
                    + String.format(Locale.ROOT, "%-8s ", outcome(entry))
                    + rule.id()
                    + (first ? "" : " (as above)"));
            if (first) {
                lines.addAll(RuleText.lines(rule, group.platforms(), indent + "         "));
            }
            if (answer.isPresent() && told.add(WhereToLook.of(rule))) {
                lines.add(indent + "         look at " + WhereToLook.of(rule));
            }
        }
    }

    private static String outcome(CallEntry entry) {
        return switch (entry.kind()) {
            case CHECK -> entry.answer().orElseThrow().toString();
            case REASON -> "decides";
            case GRANTED -> "else";
            case STEP -> "";
        };
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("call", call);
        answer.ifPresent(a -> json.put("answer", a.toString()));
        json.put("on", platforms.stream().map(this::json).toList());
        return json;
    }

    private Map<String, Object> json(Grouped<Facts> group) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("platforms", group.strings());
        json.put("entries", group.what().entries().stream().map(this::json).toList());
        json.put(
                "deviations",
                group.what().deviations().stream().map(Deviation::id).toList());
        json.put(
                "beyond_cases",
                group.what().beyond().stream().map(CallPage::json).toList());
        return json;
    }

    private static Map<String, Object> json(BeyondCases reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answer", reason.answer().toString());
        json.put("sentence", reason.sentence());
        json.put("source", reason.source());
        json.put("look", reason.look());
        return json;
    }

    private Map<String, Object> json(CallEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("depth", entry.depth());
        json.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
        if (entry.rule().isEmpty()) {
            json.put("step", entry.text());
            return json;
        }
        entry.answer().ifPresent(a -> json.put("answer", a.toString()));
        json.putAll(RuleText.json(entry.rule().get()));
        json.put("look", WhereToLook.of(entry.rule().get()));
        return json;
    }
}
