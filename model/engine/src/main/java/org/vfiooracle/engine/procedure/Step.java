// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.procedure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.state.State;

/**
 * Changes the state, or stops the procedure.
 *
 * @param <A> what the procedure is called with
 * @param id its name within the procedure
 * @param releases the kernels that have the step
 * @param apply what it does
 * @param rollBack how it is taken back when a later entry stops the procedure; empty when it stays
 * @param reasons the rules that it may give itself
 * @param performs the procedures that it may perform and that may stop it or give the rule; for explaining a call
 */
public record Step<A>(
        String id,
        Releases releases,
        Function<Call<A>, Progress> apply,
        Optional<Function<Call<A>, Progress.Done>> rollBack,
        List<Rule> reasons,
        List<Procedure.Name<?>> performs)
        implements Item<A> {
    public Step {
        reasons = List.copyOf(reasons);
        performs = List.copyOf(performs);
    }

    /** Returns a step of every kernel that is not taken back. */
    public static <A> Step<A> of(String id, Function<Call<A>, Progress> apply) {
        return of(id, Releases.ALL, apply);
    }

    /** Returns a step of some kernels that is not taken back. */
    public static <A> Step<A> of(String id, Releases releases, Function<Call<A>, Progress> apply) {
        return new Step<>(id, releases, apply, Optional.empty(), List.of(), List.of());
    }

    /** Returns a step of some kernels that only replaces the state. */
    public static <A> Step<A> change(String id, Releases releases, Function<Call<A>, State> change) {
        return of(id, releases, call -> Progress.done(change.apply(call)));
    }

    /** Returns a step that only replaces the state. */
    public static <A> Step<A> change(String id, Function<Call<A>, State> change) {
        return change(id, Releases.ALL, change);
    }

    /** Returns this step, taken back by {@code undo} when a later entry stops the procedure. */
    public Step<A> rolledBackBy(Function<Call<A>, Progress.Done> undo) {
        return new Step<>(id, releases, apply, Optional.of(undo), reasons, performs);
    }

    /** Returns this step, kept when a later entry stops the procedure; for deviations. */
    public Step<A> kept() {
        return new Step<>(id, releases, apply, Optional.empty(), reasons, performs);
    }

    /** Returns this step, which says itself why it ends as it does. */
    public Step<A> giving(Rule... rules) {
        return new Step<>(id, releases, apply, rollBack, List.of(rules), performs);
    }

    /** Returns this step, which leaves the decision to these procedures, or may do so. */
    public Step<A> performing(Procedure.Name<?>... names) {
        return new Step<>(id, releases, apply, rollBack, reasons, List.of(names));
    }
}
