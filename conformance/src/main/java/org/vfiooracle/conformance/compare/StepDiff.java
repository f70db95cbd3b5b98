// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.vfiooracle.contract.observation.ObservedStep;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.contract.wording.CallText;
import org.vfiooracle.contract.wording.EffectText;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.engine.operation.Outcome;

/** Compares one operation; the differences come in the order of {@link Part}. */
final class StepDiff {
    private final Place place;
    private final Observes observes;
    private final List<Difference> found = new ArrayList<>();

    /** Which operation it is, in words that are made where it differs, and the rule that decided what is expected. */
    record Place(int step, Supplier<String> operation, String rule) {
        Difference difference(Part part, String field, String expected, String found) {
            return new Difference(step, operation.get(), part, field, expected, found, rule);
        }
    }

    private StepDiff(Place place, Observes observes) {
        this.place = place;
        this.observes = observes;
    }

    /** Returns what differs, of the parts that are observed. */
    static List<Difference> between(Place place, Outcome expected, ObservedStep found, Observes observes) {
        StepDiff diff = new StepDiff(place, observes);
        diff.field(Part.ANSWER, Part.ANSWER.key(), expected.answer().toString(), found.answer());
        diff.out(ObservedStep.spelled(expected), found.out());
        diff.lockedPages(expected, found);
        diff.effects(expected.effects(), found.effects());
        diff.calls(expected.calls(), found.calls());
        return diff.found;
    }

    private void out(Map<String, String> expected, Map<String, String> answered) {
        expected.forEach(
                (key, value) -> field(Part.OUT, "out." + key, value, answered.getOrDefault(key, Difference.NOTHING)));
        answered.forEach((key, value) -> {
            if (!expected.containsKey(key)) {
                field(Part.OUT, "out." + key, Difference.NOTHING, value);
            }
        });
    }

    private void lockedPages(Outcome expected, ObservedStep answered) {
        String pages = answered.lockedPages().isPresent()
                ? Long.toString(answered.lockedPages().getAsLong())
                : Difference.NOTHING;
        field(Part.LOCKED_PAGES, Part.LOCKED_PAGES.key(), Long.toString(expected.lockedPages()), pages);
    }

    private void effects(List<Effect> expected, List<Effect> answered) {
        if (expected.isEmpty() && answered.isEmpty()) {
            return;
        }
        int before = found.size();
        for (Part part : observes.parts()) {
            if (part.ofEffects()) {
                list(
                        part,
                        part.key(),
                        expected.stream().filter(part::shows).toList(),
                        answered.stream().filter(part::shows).toList());
            }
        }
        if (found.size() == before) {
            order(seen(expected), seen(answered));
        }
    }

    /** Each kind by itself agrees; the order among the kinds may still differ. */
    private void order(List<Effect> expected, List<Effect> answered) {
        observes.parts().stream()
                .filter(Part::ofEffects)
                .findFirst()
                .ifPresent(part -> list(part, "effects.order", expected, answered));
    }

    private List<Effect> seen(List<Effect> effects) {
        return effects.stream()
                .filter(effect -> observes.parts().stream().anyMatch(part -> part.shows(effect)))
                .toList();
    }

    /** The rule of a call is the model's, and not compared. */
    private void calls(List<HostCall> expected, List<HostCall> answered) {
        texts(
                Part.CALLS,
                Part.CALLS.key(),
                expected.stream().map(CallText::of).toList(),
                answered.stream().map(CallText::of).toList());
    }

    private void list(Part part, String name, List<Effect> expected, List<Effect> answered) {
        texts(
                part,
                name,
                expected.stream().map(EffectText::of).toList(),
                answered.stream().map(EffectText::of).toList());
    }

    /** Adds the first place at which two lists differ: what comes after it is a consequence. */
    private void texts(Part part, String name, List<String> expected, List<String> answered) {
        for (int i = 0; i < Math.max(expected.size(), answered.size()); i++) {
            String wanted = text(expected, i);
            String got = text(answered, i);
            if (!wanted.equals(got)) {
                field(part, name + "[" + i + "]", wanted, got);
                return;
            }
        }
    }

    private static String text(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : Difference.NOTHING;
    }

    private void field(Part part, String name, String expected, String answered) {
        if (observes.sees(part) && !expected.equals(answered)) {
            found.add(place.difference(part, name, expected, answered));
        }
    }
}
