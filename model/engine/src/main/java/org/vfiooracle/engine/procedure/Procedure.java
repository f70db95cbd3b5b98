// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vfiooracle.engine.platform.Release;

/**
 * A call, or a part of one that several calls share, as data: checks and steps in the order in which they are taken.
 *
 * @param <A> what it is called with
 * @param name how it is found
 * @param granted the reason for success when no step knows a better one
 * @param items checks and steps of all kernels
 */
public record Procedure<A>(Name<A> name, Rule granted, List<Item<A>> items) {
    /**
     * The name of a procedure, with the type of what it is called with.
     *
     * @param <A> what it is called with
     */
    public record Name<A>(String text, Class<A> argument) {}

    public Procedure {
        items = List.copyOf(items);
    }

    /** Returns a procedure with these entries. */
    @SafeVarargs
    public static <A> Procedure<A> of(Name<A> name, Rule granted, Item<A>... items) {
        return new Procedure<>(name, granted, Arrays.asList(items));
    }

    /** Returns this with only the entries that {@code release} has. */
    public Procedure<A> on(Release release) {
        List<Item<A>> had =
                items.stream().filter(i -> i.releases().contains(release)).toList();
        return had.size() == items.size() ? this : new Procedure<>(name, granted, had);
    }

    /**
     * Returns this with the entries {@code id} edited; an edit to nothing removes one.
     *
     * @throws IllegalArgumentException when there is no such entry
     */
    public Procedure<A> edit(String id, UnaryOperator<Optional<Item<A>>> edit) {
        List<Item<A>> next = new ArrayList<>();
        boolean found = false;
        for (Item<A> item : items) {
            if (item.id().equals(id)) {
                found = true;
                edit.apply(Optional.of(item)).ifPresent(next::add);
            } else {
                next.add(item);
            }
        }
        if (!found) {
            throw new IllegalArgumentException("procedure " + name.text() + " has no entry " + id);
        }
        return new Procedure<>(name, granted, next);
    }

    /** Performs this. */
    public Progress perform(Call<A> call) {
        Progress.Done soFar = Progress.done(call.state());
        Call<A> now = call;
        for (int at = 0; at < items.size(); at++) {
            Item<A> item = items.get(at);
            if (item instanceof Check<A> check) {
                if (check.fails().test(now)) {
                    return rollBack(at, call, check.stopping(now.state(), soFar.effects()));
                }
                continue;
            }
            Progress progress = ((Step<A>) item).apply().apply(now);
            if (progress instanceof Progress.Stopped stopped) {
                return rollBack(at, call, (Progress.Stopped) stopped.after(soFar.effects()));
            }
            soFar = soFar.then((Progress.Done) progress);
            now = now.in(soFar.state());
        }
        return soFar.rule().isPresent() ? soFar : soFar.because(granted);
    }

    /** Takes back the steps before the entry {@code at}, the newest first. */
    private Progress rollBack(int at, Call<A> call, Progress.Stopped stopped) {
        Progress.Done undone = Progress.done(stopped.state(), stopped.effects());
        for (int before = at - 1; before >= 0; before--) {
            if (items.get(before) instanceof Step<A> step && step.rollBack().isPresent()) {
                undone = undone.then(step.rollBack().get().apply(call.in(undone.state())));
            }
        }
        return new Progress.Stopped(undone.state(), undone.effects(), stopped.rule(), stopped.answer());
    }
}
