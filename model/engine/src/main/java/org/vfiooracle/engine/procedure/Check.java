// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.procedure;

import java.util.List;
import java.util.function.Predicate;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.State;

/**
 * Ends a procedure with {@code answer} when {@code fails} holds.
 *
 * @param <A> what the procedure is called with
 * @param rule the reason
 * @param releases the kernels that have the check
 * @param fails whether the call is refused
 * @param answer what it is refused with
 */
public record Check<A>(Rule rule, Releases releases, Predicate<Call<A>> fails, Answer answer) implements Item<A> {
    /**
     * Returns a check with a rule of its own, which the releases have that its source names.
     *
     * @param id of the rule
     * @param source of the rule
     * @param sentence of the rule
     * @param errno what the call is refused with
     * @param fails whether it is refused
     */
    public static <A> Check<A> that(String id, Source source, String sentence, Errno errno, Predicate<Call<A>> fails) {
        return that(Rule.read(id, source, sentence), errno, fails);
    }

    /** Returns a check that the releases of its rule have. */
    public static <A> Check<A> that(Rule rule, Errno errno, Predicate<Call<A>> fails) {
        return that(rule, rule.source().releases(), errno, fails);
    }

    /** Returns a check that only {@code releases} have, where the rule is of more. */
    public static <A> Check<A> that(Rule rule, Releases releases, Errno errno, Predicate<Call<A>> fails) {
        return new Check<>(rule, releases, fails, Answer.of(errno));
    }

    /** Returns what a call comes to that this ends in {@code state}, after {@code effects}. */
    Progress.Stopped stopping(State state, List<Effect> effects) {
        return new Progress.Stopped(state, effects, rule, answer);
    }

    /** Returns this with another answer. */
    public Check<A> answering(Answer other) {
        return new Check<>(rule, releases, fails, other);
    }

    @Override
    public String id() {
        return rule.id();
    }
}
