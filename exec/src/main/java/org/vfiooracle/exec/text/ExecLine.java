// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.wording.CallText;
import org.vfiooracle.contract.wording.EffectText;
import org.vfiooracle.contract.wording.OutcomeText;
import org.vfiooracle.corpus.explain.CallJson;
import org.vfiooracle.corpus.explain.Translated;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.exec.trace.Happening;

/** What happens in a run of a program, as it happens: lines for people, and one JSON object for each happening. */
public final class ExecLine {
    private static final String INDENT = "      ";

    private final Translated translated = new Translated();

    /**
     * Returns the lines of a happening.
     *
     * @param accesses whether mere accesses to registers are shown
     */
    public List<String> text(Happening happening, boolean accesses) {
        if (happening instanceof Happening.Called called) {
            return called(called);
        }
        if (happening instanceof Happening.Answered answered) {
            return answered.access() && !accesses
                    ? List.of()
                    : List.of("   .  " + answered.call() + " = " + answered.answer());
        }
        if (happening instanceof Happening.NotKnown unknown) {
            return List.of(
                    "   !  " + unknown.call() + " = " + unknown.answer(),
                    INDENT + "NOT MODELLED: " + unknown.what() + "; this answer is made up and means nothing");
        }
        if (happening instanceof Happening.Injected injected) {
            return List.of("   x  " + injected.call() + " = " + injected.answer() + "   (injected by --fail)");
        }
        return List.of(INDENT + ((Happening.Noted) happening).text());
    }

    /** Returns a happening as a JSON object. */
    public Map<String, Object> json(Happening happening) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (happening instanceof Happening.Called called) {
            json.put("what", "call");
            json.put("process", called.process());
            json.put("number", (long) called.number());
            CallJson.json(called.done(), json);
        } else if (happening instanceof Happening.Answered answered) {
            json.put("what", answered.access() ? "access" : "device");
            json.put("process", answered.process());
            json.put("call", answered.call());
            json.put("answer", answered.answer());
        } else if (happening instanceof Happening.NotKnown unknown) {
            json.put("what", "not-modelled");
            json.put("process", unknown.process());
            json.put("call", unknown.call());
            json.put("reason", unknown.what());
            json.put("answer", unknown.answer());
        } else if (happening instanceof Happening.Injected injected) {
            json.put("what", "injected");
            json.put("process", injected.process());
            json.put("call", injected.call());
            json.put("answer", injected.answer());
        } else {
            json.put("what", "note");
            json.put("process", happening.process());
            json.put("text", ((Happening.Noted) happening).text());
        }
        return json;
    }

    private List<String> called(Happening.Called called) {
        Transition transition = called.done().transition();
        List<String> lines = new ArrayList<>();
        String number = String.valueOf(called.number());
        lines.add(" ".repeat(Math.max(0, 4 - number.length())) + number + "  "
                + CallText.of(called.done().operation(), transition.outcome()) + "   "
                + transition.rule().id());
        if (transition.outcome().answer() instanceof Answer.Failed) {
            lines.add(INDENT + transition.rule().sentence());
        }
        called.done().departure().ifPresent(departure -> lines.add(INDENT + intended(transition.outcome(), departure)));
        transition.outcome().effects().forEach(effect -> lines.add(INDENT + "effect " + EffectText.of(effect)));
        translated.changed(transition.next()).forEach(line -> lines.add(INDENT + line));
        return lines;
    }

    private static String intended(Outcome outcome, Transition.Departure departure) {
        String told = OutcomeText.of(departure.intended()).equals(OutcomeText.of(outcome))
                ? "intended with " + departure.intended().lockedPages() + " locked pages instead of "
                        + outcome.lockedPages() + ", or other effects"
                : "intended " + OutcomeText.of(departure.intended());
        return told + ", but this release has " + departure.deviation();
    }
}
