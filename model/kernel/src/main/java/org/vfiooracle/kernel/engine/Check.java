// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.engine;

import java.util.List;
import java.util.function.Predicate;
import org.vfiooracle.kernel.operation.Answer;
import org.vfiooracle.kernel.operation.Effect;
import org.vfiooracle.kernel.operation.Errno;
import org.vfiooracle.kernel.platform.Releases;
import org.vfiooracle.kernel.state.State;

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
    /** Returns a check that every kernel has. */
    public static <A> Check<A> that(Rule rule, Errno errno, Predicate<Call<A>> fails) {
        return new Check<>(rule, Releases.ALL, fails, Answer.of(errno));
    }

    /** Returns a check that only {@code releases} have. */
    public static <A> Check<A> that(Rule rule, Releases releases, Errno errno, Predicate<Call<A>> fails) {
        return new Check<>(rule, releases, fails, Answer.of(errno));
    }

    /** Returns what a call comes to that this ends in {@code state}, after {@code effects}. */
    Progress.Stopped stopping(State state, List<Effect> effects) {
        return new Progress.Stopped(state, effects, rule, answer);
    }

    @Override
    public String id() {
        return rule.id();
    }
}
