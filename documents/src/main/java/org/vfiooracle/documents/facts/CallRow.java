// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.KernelFunction;
import org.vfiooracle.engine.source.Source;

/**
 * A line of the table of a call.
 *
 * @param kind what sort of line it is
 * @param text the sentence of the rule, or the name of the step
 * @param performs the parts that the step performs
 * @param rule the rule that it gives
 * @param items what the model has there: one check or step, or one check of each of several eras; none for a reason or for success
 */
public record CallRow(Kind kind, String text, List<String> performs, Optional<Rule> rule, List<Item<?>> items) {
    /** What a line stands for. */
    public enum Kind {
        /** It may refuse the call. */
        CHECK,
        /** It does something. */
        STEP,
        /** The step before it may end the call so, or give this as the reason for success. */
        REASON,
        /** It is the reason for success where nothing gave another. */
        SUCCESS
    }

    public CallRow {
        performs = List.copyOf(performs);
        items = List.copyOf(items);
    }

    static CallRow of(Check<?> check) {
        return new CallRow(Kind.CHECK, check.rule().sentence(), List.of(), Optional.of(check.rule()), List.of(check));
    }

    static CallRow of(Step<?> step) {
        List<String> parts = step.performs().stream().map(Procedure.Name::text).toList();
        return new CallRow(Kind.STEP, step.id(), parts, Optional.empty(), List.of(step));
    }

    static CallRow reason(Rule rule) {
        return new CallRow(Kind.REASON, rule.sentence(), List.of(), Optional.of(rule), List.of());
    }

    static CallRow success(Rule rule) {
        return new CallRow(Kind.SUCCESS, rule.sentence(), List.of(), Optional.of(rule), List.of());
    }

    /** Returns this and the same check of other eras. */
    CallRow and(CallRow later) {
        List<Item<?>> both = Stream.concat(items.stream(), later.items.stream()).toList();
        return new CallRow(kind, text, performs, rule, both);
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
