// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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
    private static final int PROBED = 24;

    private final Map<String, Integer> firsts = new HashMap<>();
    private final ThreadLocal<Trace> trace = ThreadLocal.withInitial(Trace::new);
    private final Machine machine;
    private final TreeSet<Integer>[] looks;
    private final int[] probes;
    private final Map<Integer, List<Threshold>> bounds = new HashMap<>();

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of generics
    private Traced(Machine original) {
        Catalogue catalogue = original.catalogue();
        int entries = 0;
        for (Procedure<?> procedure : catalogue.all()) {
            firsts.put(procedure.name().text(), entries);
            entries += procedure.items().size();
        }
        looks = new TreeSet[entries];
        probes = new int[entries];
        Catalogue wrapped = catalogue;
        for (Procedure<?> procedure : catalogue.all()) {
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

    /** Whether a check was seen to look at a number, by the place of the number among those of its procedure. */
    boolean looksAt(int entry, int bound) {
        TreeSet<Integer> seen = looks[entry];
        synchronized (probes) {
            return seen != null && seen.contains(bound);
        }
    }

    private <A> Procedure<A> wrapped(Procedure<A> procedure) {
        List<Item<A>> items = new ArrayList<>();
        for (int i = 0; i < procedure.items().size(); i++) {
            int entry = entry(procedure.name().text(), i);
            Item<A> item = procedure.items().get(i);
            bounds.put(entry, Threshold.of(procedure));
            if (item instanceof Check<A> check) {
                Optional<Check<A>> next =
                        i + 1 < procedure.items().size() && procedure.items().get(i + 1) instanceof Check<A> behind
                                ? Optional.of(behind)
                                : Optional.empty();
                items.add(new Check<>(
                        check.rule(), check.releases(), call -> check(entry, check, next, call), check.answer()));
            } else {
                items.add(step(entry, (Step<A>) item));
            }
        }
        return new Procedure<>(procedure.name(), procedure.granted(), items);
    }

    private <A> boolean check(int entry, Check<A> check, Optional<Check<A>> next, Call<A> call) {
        Trace now = trace.get();
        now.reached.set(entry);
        boolean failed = check.fails().test(call);
        if (failed) {
            now.stopped.set(entry);
            if (next.isPresent() && failsOrBreaks(next.get(), call)) {
                now.both.set(entry);
            }
        }
        if (probes[entry] < PROBED) {
            probe(entry, check, call);
        }
        return failed;
    }

    private static <A> boolean failsOrBreaks(Check<A> check, Call<A> call) {
        try {
            return check.fails().test(call);
        } catch (RuntimeException noAnswer) {
            return true;
        }
    }

    /** Looks at which numbers a check looks at, in the first calls that come to it. */
    private <A> void probe(int entry, Check<A> check, Call<A> call) {
        synchronized (probes) {
            probes[entry]++;
            List<Threshold> all = bounds.getOrDefault(entry, List.of());
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).looksAt(check, call)) {
                    if (looks[entry] == null) {
                        looks[entry] = new TreeSet<>();
                    }
                    looks[entry].add(i);
                }
            }
        }
    }

    private <A> Step<A> step(int entry, Step<A> step) {
        Step<A> told = Editions.applying(step, call -> {
            Trace now = trace.get();
            now.reached.set(entry);
            Progress done = step.apply().apply(call);
            if (done instanceof Progress.Stopped stopped && step.reasons().contains(stopped.rule())) {
                now.stopped.set(entry);
            }
            long groups = done.effects().isEmpty()
                    ? 0
                    : done.effects().stream()
                            .flatMap(effect -> Editions.group(effect).stream())
                            .distinct()
                            .count();
            if (groups > 0) {
                now.told.set(entry);
            }
            if (groups > 1) {
                now.several.set(entry);
            }
            return done;
        });
        return told.rollBack()
                .map(undo -> told.rolledBackBy(call -> {
                    trace.get().undone.set(entry);
                    return undo.apply(call);
                }))
                .orElse(told);
    }
}
