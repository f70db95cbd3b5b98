// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.corpus.explain.Decisions.Decision;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Rules;

/**
 * An operation of programs: what it has answered in the corpus, and why. Unlike a call of the kernel it is no list of checks:
 * each program does it in its own way.
 *
 * @param call its name
 * @param answer the only answer that is asked about, if it is one
 * @param decided what the rules decided, by rule
 */
public record ProgramCallPage(String call, Optional<Answer> answer, SortedMap<String, List<Decision>> decided)
        implements Page {
    private record Reason(String answer, Rule rule, List<Decision> decisions) {}

    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(call + " (an operation of programs above VFIO, see docs/reference/programs)");
        lines.add(answer.map(a -> "  why it returned " + a + " in the corpus")
                .orElse("  what it returned in the corpus, and why"));
        lines.add("");
        List<Reason> reasons = reasons();
        if (reasons.isEmpty()) {
            lines.add("  in no fixture");
        }
        for (Reason reason : reasons) {
            lines.add("  " + String.format(Locale.ROOT, "%-12s ", reason.answer())
                    + reason.rule().id());
            lines.addAll(RuleText.lines(reason.rule(), "               "));
            lines.add("               " + new DecidedIn(reason.decisions()).summary() + ", @"
                    + reason.decisions().get(0).id() + " for example");
        }
        lines.add("");
        lines.add(
                "./oracle explain RULE lists the cases of a rule; ./oracle explain @ID shows the kernel calls of a case");
        return lines;
    }

    /** By answer and rule, in order of their names. */
    private List<Reason> reasons() {
        Map<String, List<Reason>> byAnswer = new TreeMap<>();
        decided.forEach((rule, decisions) -> {
            Map<String, List<Decision>> answers = new TreeMap<>();
            decisions.stream()
                    .filter(d -> answer.isEmpty() || d.answer().equals(answer.get()))
                    .forEach(d -> answers.computeIfAbsent(d.answer().toString(), any -> new ArrayList<>())
                            .add(d));
            answers.forEach((said, some) -> byAnswer.computeIfAbsent(said, any -> new ArrayList<>())
                    .add(new Reason(said, Rules.find(rule).orElseThrow(), some)));
        });
        return byAnswer.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("call", call);
        answer.ifPresent(a -> json.put("answer", a.toString()));
        json.put("reasons", reasons().stream().map(ProgramCallPage::json).toList());
        return json;
    }

    private static Map<String, Object> json(Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answer", reason.answer());
        json.putAll(RuleText.json(reason.rule()));
        json.put("decided", new DecidedIn(reason.decisions()).json());
        return json;
    }
}
