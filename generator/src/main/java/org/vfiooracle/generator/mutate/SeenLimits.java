// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.util.BitSet;
import java.util.List;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;

/** Which numbers a check was seen to look at, and whether its limits would have decided otherwise. For several threads. */
final class SeenLimits {
    private static final int PROBED = 24;

    private final List<Threshold> numbers;
    private final int first;
    private int probes;
    private volatile BitSet looks = new BitSet();

    /** Looks for these numbers; {@code first} is the number of the first limit in a trace. */
    SeenLimits(List<Threshold> numbers, int first) {
        this.numbers = numbers;
        this.first = first;
    }

    /** The place of a limit among those of its entry: of the number {@code i}, compared with one that is more or less. */
    static int place(int i, boolean more) {
        return 2 * i + (more ? 0 : 1);
    }

    /** How many limits there are. */
    int size() {
        return 2 * numbers.size();
    }

    /** The number of a limit in a trace, by its place among those of the entry. */
    int number(int place) {
        return first + place;
    }

    /** Whether the check was seen to look at the number of a limit. */
    boolean looksAt(int place) {
        return looks.get(place / 2);
    }

    /** Sees a call that the check has decided, and marks in {@code off} which limits would have decided otherwise. */
    <A> void see(Check<A> check, Call<A> call, boolean failed, BitSet off) {
        boolean probing = probes < PROBED;
        if (probing) {
            probe(check, call);
        }
        BitSet known = looks;
        if (!probing && known.isEmpty()) {
            return;
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (probing || known.get(i)) {
                mark(check, call, failed, i, true, off);
                mark(check, call, failed, i, false, off);
            }
        }
    }

    private <A> void mark(Check<A> check, Call<A> call, boolean failed, int i, boolean more, BitSet off) {
        if (!off.get(first + place(i, more)) && decidesOtherwise(check, call, failed, numbers.get(i), more)) {
            off.set(first + place(i, more));
        }
    }

    private static <A> boolean decidesOtherwise(
            Check<A> check, Call<A> call, boolean failed, Threshold number, boolean more) {
        try {
            return check.fails().test(number.<A>off(more).apply(call)) != failed;
        } catch (RuntimeException noAnswer) {
            return true;
        }
    }

    private synchronized <A> void probe(Check<A> check, Call<A> call) {
        probes++;
        BitSet more = (BitSet) looks.clone();
        for (int i = 0; i < numbers.size(); i++) {
            if (!more.get(i) && numbers.get(i).looksAt(check, call)) {
                more.set(i);
            }
        }
        looks = more;
    }
}
