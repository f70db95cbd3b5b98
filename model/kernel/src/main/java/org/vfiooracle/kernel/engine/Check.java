// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.engine;

import java.util.function.Predicate;
import org.vfiooracle.kernel.operation.Answer;
import org.vfiooracle.kernel.operation.Errno;
import org.vfiooracle.kernel.platform.Releases;

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

    @Override
    public String id() {
        return rule.id();
    }
}
