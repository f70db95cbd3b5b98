// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.conformance.drive.CaseResult;
import org.vfiooracle.contract.cases.Case;

/**
 * Makes failing cases short: each round asks for all simpler cases of all findings at once, since a machine takes seconds
 * to start and a case only milliseconds.
 */
public final class Shrinker {
    private static final int ROUNDS = 12;

    private final Asked machine;

    public Shrinker(Asked machine) {
        this.machine = machine;
    }

    /** Returns the simplest case found of each finding, by what it shows. */
    public SortedMap<Signature, CaseResult> shrink(Map<Signature, CaseResult> findings) {
        SortedMap<Signature, CaseResult> shortest = new TreeMap<>(findings);
        List<Signature> open = new ArrayList<>(shortest.keySet());
        for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
            List<Case> candidates = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                Case whole = at(shortest, open.get(i)).fixture().performed();
                candidates.addAll(Shorter.than(whole, "r" + round + "-f" + i));
            }
            Map<Signature, CaseResult> better = new TreeMap<>();
            for (CaseResult result : machine.all(candidates)) {
                if (result.comparison().verdict().finding()) {
                    Signature shown = Signature.of(result);
                    if (open.contains(shown) && simplest(result, at(shortest, shown))) {
                        better.merge(shown, result, (a, b) -> simplest(b, a) ? b : a);
                    }
                }
            }
            shortest.putAll(better);
            open.retainAll(better.keySet());
        }
        return shortest;
    }

    private static CaseResult at(Map<Signature, CaseResult> results, Signature signature) {
        CaseResult result = results.get(signature);
        if (result == null) {
            throw new IllegalStateException("no case shows " + signature);
        }
        return result;
    }

    private static boolean simplest(CaseResult candidate, CaseResult than) {
        return Comparator.<CaseResult>comparingInt(result ->
                                result.fixture().performed().operations().size())
                        .thenComparingInt(result ->
                                result.fixture().performed().process().buffers().size())
                        .thenComparing(result ->
                                result.fixture().performed().process().memlock().isPresent())
                        .compare(candidate, than)
                < 0;
    }
}
