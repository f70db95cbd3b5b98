// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Step;

/** A procedure with one of its entries changed. */
final class Editions {
    private static final Answer INVALID = Answer.of(Errno.EINVAL);

    private Editions() {}

    static <A> Procedure<A> without(Procedure<A> whole, int at) {
        List<Item<A>> items = new ArrayList<>(whole.items());
        items.remove(at);
        return new Procedure<>(whole.name(), whole.granted(), items);
    }

    static <A> Procedure<A> swapped(Procedure<A> whole, int at) {
        List<Item<A>> items = new ArrayList<>(whole.items());
        items.add(at, items.remove(at + 1));
        return new Procedure<>(whole.name(), whole.granted(), items);
    }

    static <A> Procedure<A> with(Procedure<A> whole, int at, Item<A> item) {
        List<Item<A>> items = new ArrayList<>(whole.items());
        items.set(at, item);
        return new Procedure<>(whole.name(), whole.granted(), items);
    }

    /** An answer that is another one, of the same kind. */
    static Answer other(Answer answer) {
        if (answer instanceof Answer.Value value) {
            return new Answer.Value(value.value() == 0 ? 1 : 0);
        }
        return answer.equals(INVALID) ? Answer.of(Errno.EPERM) : INVALID;
    }

    /** The step, whose own refusals have another answer; those of procedures that it performs stay. */
    static <A> Step<A> otherAnswer(Step<A> step) {
        return applying(step, call -> {
            Progress done = step.apply().apply(call);
            return done instanceof Progress.Stopped stopped && step.reasons().contains(stopped.rule())
                    ? new Progress.Stopped(stopped.state(), stopped.effects(), stopped.rule(), other(stopped.answer()))
                    : done;
        });
    }

    /** The step, which tells the hardware of the first group alone. */
    static <A> Step<A> firstGroupOnly(Step<A> step) {
        return applying(step, call -> {
            Progress done = step.apply().apply(call);
            Optional<String> first = done.effects().stream()
                    .flatMap(effect -> group(effect).stream())
                    .findFirst();
            return telling(
                    done, effect -> group(effect).isEmpty() || group(effect).equals(first));
        });
    }

    /** The step, which tells the hardware of no group. */
    static <A> Step<A> nobodyTold(Step<A> step) {
        return applying(
                step,
                call -> telling(
                        step.apply().apply(call), effect -> group(effect).isEmpty()));
    }

    /** The check, which sees another call than was made. */
    static <A> Check<A> seeing(Check<A> check, Function<Call<A>, Call<A>> other) {
        return new Check<>(
                check.rule(), check.releases(), call -> check.fails().test(other.apply(call)), check.answer());
    }

    static <A> Step<A> applying(Step<A> step, Function<Call<A>, Progress> apply) {
        return new Step<>(step.id(), step.releases(), apply, step.rollBack(), step.reasons(), step.performs());
    }

    /** The group whose hardware an effect is about. */
    static Optional<String> group(Effect effect) {
        if (effect instanceof Effect.WindowSet set) {
            return Optional.of(set.group());
        }
        if (effect instanceof Effect.WindowUnset unset) {
            return Optional.of(unset.group());
        }
        return effect instanceof Effect.Bypass bypass ? Optional.of(bypass.group()) : Optional.empty();
    }

    private static Progress telling(Progress done, Predicate<Effect> told) {
        List<Effect> effects = done.effects().stream().filter(told).toList();
        if (done instanceof Progress.Stopped stopped) {
            return new Progress.Stopped(stopped.state(), effects, stopped.rule(), stopped.answer());
        }
        Progress.Done whole = (Progress.Done) done;
        return new Progress.Done(whole.state(), effects, whole.out(), whole.answer(), whole.rule());
    }
}
