// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.KernelFunction;
import org.vfiooracle.engine.source.Source;

/**
 * A line of a table of {@code docs/reference/calls}.
 *
 * @param text what it asks or does
 * @param rule the rule that it gives
 * @param items what the model has there: one check or step, or one check of each of several eras; none for a reason of the step
 *     before, or for success
 * @param success whether it is the reason for success where nothing gave another
 */
record CallRow(String text, Optional<Rule> rule, List<Item<?>> items, boolean success) {
    CallRow {
        items = List.copyOf(items);
    }

    static CallRow of(Check<?> check) {
        return new CallRow(check.rule().sentence(), Optional.of(check.rule()), List.of(check), false);
    }

    /** Returns the line of a step, with the names of the parts that it performs. */
    static CallRow of(Step<?> step, List<String> parts) {
        String text = "*" + step.id() + "*" + (parts.isEmpty() ? "" : ": see " + String.join(", ", parts));
        return new CallRow(text, Optional.empty(), List.of(step), false);
    }

    /** Returns the line of a rule that the step before may give itself. */
    static CallRow reason(Rule rule) {
        return new CallRow("may decide: " + rule.sentence(), Optional.of(rule), List.of(), false);
    }

    /** Returns the line of the reason for success. */
    static CallRow success(Rule rule) {
        return new CallRow(rule.sentence(), Optional.of(rule), List.of(), true);
    }

    /** Returns this and the same check of other eras. */
    CallRow and(CallRow later) {
        return new CallRow(
                text, rule, Stream.concat(items.stream(), later.items.stream()).toList(), success);
    }

    /** Tells whether {@code next} is the same check, of other releases. */
    boolean continuedBy(CallRow next, List<Release> releases) {
        return rule.isPresent()
                && rule.equals(next.rule)
                && !items.isEmpty()
                && !next.items.isEmpty()
                && releases.stream().noneMatch(release -> on(release) && next.on(release));
    }

    /** Tells whether a release has it. */
    boolean on(Release release) {
        return items.isEmpty()
                ? rule.orElseThrow().source().releases().contains(release)
                : items.stream().anyMatch(item -> item.releases().contains(release));
    }

    /** Where Linux does it, in those of some releases that have it. */
    String source(List<Release> releases) {
        if (rule.isEmpty()) {
            return "";
        }
        Source source = rule.get().source();
        Releases having = items.size() == 1 ? source.releases().and(items.get(0).releases()) : source.releases();
        List<KernelFunction> functions = source.functions().stream()
                .filter(function -> releases.stream()
                        .anyMatch(release ->
                                having.contains(release) && function.releases().contains(release)))
                .toList();
        return new Source(functions, having, source.elsewhere()).text();
    }
}
