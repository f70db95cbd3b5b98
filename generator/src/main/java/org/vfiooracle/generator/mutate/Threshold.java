// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.state.Process;

/**
 * A number that a check can compare with a limit: an argument, or how much the process may lock.
 *
 * @param name of the argument, or {@code memlock}
 */
record Threshold(String name) {
    private static final String MEMLOCK = "memlock";

    /** Arguments that are compared with a limit, and how one differs that is off by one: a size of a window is a power of two. */
    private static final Map<String, String> ARGUMENTS = Map.of(
            "argsz",
            "one",
            "levels",
            "one",
            "pageShift",
            "one",
            "iova",
            "page",
            "size",
            "page",
            "windowSize",
            "double",
            "startAddr",
            "page");

    /** Values that make a check answer otherwise if it looks at the number at all. */
    private static final List<Long> PROBES =
            List.of(0L, 1L, 11L, 0x1000L, 0x1_0000_0000L, Long.MIN_VALUE, -0x1000L, -1L);

    /** The numbers that a procedure is called with. */
    static List<Threshold> of(Procedure<?> procedure) {
        List<Threshold> bounds = new ArrayList<>();
        bounds.add(new Threshold(MEMLOCK));
        if (procedure.name().argument().isRecord()) {
            for (RecordComponent part : procedure.name().argument().getRecordComponents()) {
                if (ARGUMENTS.containsKey(part.getName())
                        && (part.getType() == int.class || part.getType() == long.class)) {
                    bounds.add(new Threshold(part.getName()));
                }
            }
        }
        return bounds;
    }

    /** Whether a check decides otherwise for another number in its place. */
    <A> boolean looksAt(Check<A> check, Call<A> call) {
        boolean before = check.fails().test(call);
        return probes(call).stream().anyMatch(other -> differs(check, other, before));
    }

    private static <A> boolean differs(Check<A> check, Call<A> other, boolean before) {
        try {
            return check.fails().test(other) != before;
        } catch (RuntimeException noAnswer) {
            return false;
        }
    }

    private <A> List<Call<A>> probes(Call<A> call) {
        List<Call<A>> calls = new ArrayList<>();
        for (long probe : PROBES) {
            calls.add(name.equals(MEMLOCK) ? lockable(call, probe) : with(call, value -> probe));
        }
        return calls;
    }

    /** The call as it looks to a check whose limit is one more, or one less. */
    <A> Function<Call<A>, Call<A>> off(boolean more) {
        if (name.equals(MEMLOCK)) {
            return call -> call.state().process().memlock().isPresent()
                    ? lockable(
                            call,
                            Math.max(
                                    0,
                                    call.state().process().memlock().getAsLong()
                                            + (more ? 1 : -1) * call.profile().pageSize()))
                    : call;
        }
        boolean pages = "page".equals(ARGUMENTS.get(name));
        boolean doubles = "double".equals(ARGUMENTS.get(name));
        return call -> with(
                call,
                value -> doubles
                        ? more ? value << 1 : value >>> 1
                        : value + (more ? 1 : -1) * (pages ? call.profile().pageSize() : 1));
    }

    private static <A> Call<A> lockable(Call<A> call, long bytes) {
        Process process = call.state().process();
        Process other = process.limited(OptionalLong.of(bytes & Long.MAX_VALUE)).capable(false);
        return call.in(call.state().with(other));
    }

    private <A> Call<A> with(Call<A> call, UnaryOperator<Long> change) {
        return new Call<>(call.state(), changed(call.args(), change), call.profile(), call.catalogue());
    }

    @SuppressWarnings("unchecked") // a record is made of the parts of one of its own type
    private <A> A changed(A args, UnaryOperator<Long> change) {
        return (A) RecordParts.of(args.getClass()).changed(args, name, change);
    }
}
