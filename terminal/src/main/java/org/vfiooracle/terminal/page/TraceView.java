// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.contract.wording.CallText;
import org.vfiooracle.contract.wording.EffectText;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.contract.wording.OutcomeText;
import org.vfiooracle.corpus.explain.CallJson;
import org.vfiooracle.corpus.explain.Translated;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Transition;

/**
 * A case as a machine performs it: every operation with its outcome, its rule, and the windows when they change. Machines
 * that perform it alike have equal views.
 *
 * @param text lines for people, each operation numbered from 1
 * @param answers what each operation answers, and why
 * @param json the operations with all windows after each
 */
public record TraceView(List<String> text, List<String> answers, List<Map<String, Object>> json) {
    private static final String INDENT = "       ";

    public TraceView {
        text = List.copyOf(text);
        answers = List.copyOf(answers);
        json = List.copyOf(json);
    }

    /** Returns the view of a trace. */
    public static TraceView of(Performance trace) {
        return of(trace, List.of(), OptionalInt.empty());
    }

    /**
     * Returns the view of a trace with the sentence and the source of every rule.
     *
     * @param only the only operation to show, from 1, if not all
     * @param platforms all platforms whose views are to be compared; sources are told as their releases call them
     */
    public static TraceView explained(Performance trace, OptionalInt only, List<PlatformId> platforms) {
        return of(trace, platforms, only);
    }

    private static TraceView of(Performance trace, List<PlatformId> explained, OptionalInt only) {
        List<String> text = new ArrayList<>();
        List<Map<String, Object>> json = new ArrayList<>();
        Translated translated = new Translated();
        long locked = 0;
        for (int i = 0; i < trace.steps().size(); i++) {
            PerformedOperation step = trace.steps().get(i);
            List<String> now = translated.changed(step.transition().next());
            long nowLocked = step.transition().outcome().lockedPages();
            if (only.isEmpty() || only.getAsInt() == i + 1) {
                operation(i + 1, step, explained, text);
                if (nowLocked != locked) {
                    text.add(INDENT + "locked memory: " + nowLocked + " host pages");
                }
                now.forEach(line -> text.add(INDENT + line));
                json.add(json(step));
            }
            locked = nowLocked;
        }
        return new TraceView(text, trace.steps().stream().map(TraceView::answer).toList(), json);
    }

    private static String answer(PerformedOperation step) {
        Transition transition = step.transition();
        return OperationText.of(step.operation()) + " " + transition.outcome().answer() + " "
                + transition.rule().id();
    }

    private static void operation(int number, PerformedOperation step, List<PlatformId> explained, List<String> text) {
        Transition transition = step.transition();
        String ordinal = String.valueOf(number);
        text.add(" ".repeat(Math.max(0, 3 - ordinal.length())) + ordinal + "  " + OperationText.of(step.operation()));
        text.add(INDENT + "-> " + OutcomeText.of(transition.outcome()) + "   rule "
                + transition.rule().id());
        if (!explained.isEmpty()) {
            text.addAll(RuleText.lines(transition.rule(), explained, INDENT + "   "));
        }
        step.departure().ifPresent(departure -> {
            text.add(INDENT + "intended " + OutcomeText.of(departure.intended()) + ", but this release has "
                    + departure.deviation());
            if (!explained.isEmpty()) {
                text.addAll(RuleText.lines(departure.rule(), explained, INDENT + "   "));
            }
        });
        transition.outcome().calls().forEach(call -> text.add(INDENT + "calls " + called(call)));
        transition.outcome().effects().forEach(effect -> text.add(INDENT + "effect " + EffectText.of(effect)));
    }

    /** A call of a program; of one that was refused also why. */
    private static String called(HostCall call) {
        String why = call.answer().succeeded() ? "" : "   rule " + call.rule();
        return CallText.of(call) + why;
    }

    private static Map<String, Object> json(PerformedOperation step) {
        Map<String, Object> json = new LinkedHashMap<>();
        CallJson.json(step, json);
        return json;
    }
}
