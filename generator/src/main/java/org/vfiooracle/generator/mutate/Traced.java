// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Catalogue;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.oracle.Machine;

/** A machine that answers as another one does, and tells which entries of its procedures a call came to. For several threads. */
public final class Traced {
    private final Map<String, Integer> firsts = new HashMap<>();
    private final ThreadLocal<Trace> trace = ThreadLocal.withInitial(Trace::new);
    private final Machine machine;
    private final List<SeenLimits> limits = new ArrayList<>();

    private Traced(Machine original) {
        Catalogue wrapped = original.catalogue();
        int number = 0;
        for (Procedure<?> procedure : original.catalogue().all()) {
            firsts.put(procedure.name().text(), limits.size());
            for (int i = 0; i < procedure.items().size(); i++) {
                SeenLimits seen = new SeenLimits(Threshold.of(procedure), number);
                limits.add(seen);
                number += seen.size();
            }
            wrapped = wrapped.with(wrapped(procedure));
        }
        machine = variant(original, wrapped, "traced");
    }

    /** Returns {@code machine}, traced. */
    public static Traced of(Machine machine) {
        return new Traced(machine);
    }

    /** Returns a machine with other procedures. */
    static Machine variant(Machine original, Catalogue catalogue, String id) {
        Deviation edit = new Deviation(id, id, Releases.ALL, profile -> true, "generator", ignored -> catalogue);
        return Machine.with(original.profile(), List.of(edit), original.programs());
    }

    /** The machine. */
    public Machine machine() {
        return machine;
    }

    /** Forgets what was traced by this thread. */
    public void begin() {
        trace.get().clear();
    }

    /** What this thread has traced since it began. */
    public Trace trace() {
        return trace.get();
    }

    /** The number of an entry. */
    int entry(String procedure, int at) {
        Integer first = firsts.get(procedure);
        if (first == null) {
            throw new IllegalArgumentException("no procedure is named " + procedure);
        }
        return first + at;
    }

    /** The limits of an entry, as far as they were seen. */
    SeenLimits limits(int entry) {
        return limits.get(entry);
    }

    private <A> Procedure<A> wrapped(Procedure<A> procedure) {
        List<Item<A>> items = new ArrayList<>();
        for (int i = 0; i < procedure.items().size(); i++) {
            int entry = entry(procedure.name().text(), i);
            Item<A> item = procedure.items().get(i);
            Neighbours<A> beside = new Neighbours<>(at(procedure, i - 1), at(procedure, i + 1));
            if (item instanceof Check<A> check) {
                items.add(new Check<>(
                        check.rule(), check.releases(), call -> check(entry, check, beside, call), check.answer()));
            } else {
                items.add(step(entry, (Step<A>) item, beside));
            }
        }
        return new Procedure<>(procedure.name(), procedure.granted(), items);
    }

    private static <A> Optional<Item<A>> at(Procedure<A> procedure, int at) {
        return at >= 0 && at < procedure.items().size()
                ? Optional.of(procedure.items().get(at))
                : Optional.empty();
    }

    /** The entries before and behind one. */
    private record Neighbours<A>(Optional<Item<A>> before, Optional<Item<A>> behind) {
        /** Whether there is a check before that would fail. */
        boolean checkBeforeFails(Call<A> call) {
            return before.isPresent() && before.get() instanceof Check<A> check && failsOrBreaks(check, call);
        }

        /** Whether there is a check behind that would fail. */
        boolean checkBehindFails(Call<A> call) {
            return behind.isPresent() && behind.get() instanceof Check<A> check && failsOrBreaks(check, call);
        }

        private static <A> boolean failsOrBreaks(Check<A> check, Call<A> call) {
            try {
                return check.fails().test(call);
            } catch (RuntimeException noAnswer) {
                return true;
            }
        }
    }

    private <A> boolean check(int entry, Check<A> check, Neighbours<A> beside, Call<A> call) {
        Trace now = trace.get();
        now.reached.set(entry);
        boolean failed = check.fails().test(call);
        if (failed) {
            now.stopped.set(entry);
            now.swapped.set(entry);
            if (beside.before().isPresent()) {
                now.swapped.set(entry - 1);
            }
            if (beside.checkBehindFails(call)) {
                now.both.set(entry);
            }
        }
        limits.get(entry).see(check, call, failed, now.off);
        return failed;
    }

    private <A> Step<A> step(int entry, Step<A> step, Neighbours<A> beside) {
        Step<A> told = Editions.applying(step, call -> {
            Trace now = trace.get();
            now.reached.set(entry);
            if (beside.checkBehindFails(call)) {
                now.swapped.set(entry);
            }
            Progress done = step.apply().apply(call);
            if (done instanceof Progress.Stopped stopped) {
                now.changed.set(entry);
                if (step.reasons().contains(stopped.rule())) {
                    now.stopped.set(entry);
                }
            } else {
                done(now, entry, call, (Progress.Done) done);
                if (beside.checkBeforeFails(call.in(done.state()))) {
                    now.swapped.set(entry - 1);
                }
            }
            groups(now, entry, done);
            return done;
        });
        return told.rollBack()
                .map(undo -> told.rolledBackBy(call -> {
                    trace.get().undone.set(entry);
                    return undo.apply(call);
                }))
                .orElse(told);
    }

    @SuppressWarnings("ReferenceEquality") // a step that changes nothing leaves the very same state
    private static void done(Trace now, int entry, Call<?> call, Progress.Done done) {
        boolean nothing = done.state() == call.state()
                && done.effects().isEmpty()
                && done.out().isEmpty()
                && done.answer().isEmpty()
                && done.rule().isEmpty();
        if (!nothing) {
            now.changed.set(entry);
        }
    }

    private static void groups(Trace now, int entry, Progress done) {
        if (done.effects().isEmpty()) {
            return;
        }
        long groups = done.effects().stream()
                .flatMap(effect -> Editions.group(effect).stream())
                .distinct()
                .count();
        if (groups > 0) {
            now.told.set(entry);
        }
        if (groups > 1) {
            now.several.set(entry);
        }
    }
}
