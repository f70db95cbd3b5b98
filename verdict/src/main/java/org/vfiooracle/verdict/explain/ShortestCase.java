// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.explain;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.conformance.random.Shorter;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.contract.platforms.PlatformRefused;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.oracle.Machine;

/**
 * Shortens a case with the model, without asking the implementation again: nothing comes after the call that differs, and of what
 * comes before it only those calls stay without which it would be answered otherwise.
 */
final class ShortestCase {
    private static final int ROUNDS = 30;

    private final Platforms platforms;
    private final Machine expected;
    private final Optional<Machine> found;

    /**
     * Prepares to shorten.
     *
     * @param expected what answers as expected
     * @param found what answers as the implementation did, if anything is known that does
     */
    ShortestCase(Platforms platforms, Machine expected, Optional<Machine> found) {
        this.platforms = platforms;
        this.expected = expected;
        this.found = found;
    }

    /** Returns the shortest case that was found, as expected; the last call is the one that differs. */
    Optional<Performance> of(Case whole, int step) {
        Case shortest = with(whole, whole, step);
        Optional<Performance> performed = perform(shortest, expected);
        if (performed.isEmpty()) {
            return Optional.empty();
        }
        PerformedOperation call = last(performed.get());
        Optional<Outcome> other = found.flatMap(machine -> perform(with(whole, whole, step), machine))
                .map(performance -> last(performance).transition().outcome());
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Performance> shorter = shorter(shortest, call, other);
            if (shorter.isEmpty()) {
                break;
            }
            performed = shorter;
            shortest = shorter.get().performed();
        }
        return performed;
    }

    private Optional<Performance> shorter(Case from, PerformedOperation call, Optional<Outcome> other) {
        for (Case named : Shorter.than(from, "short")) {
            Case candidate = with(from, named, named.operations().size());
            Optional<Performance> performed =
                    candidate.operations().isEmpty() ? Optional.empty() : perform(candidate, expected);
            if (performed.filter(one -> same(call, last(one))).isPresent()
                    && differsOnlyThere(candidate, performed.get(), other)) {
                return performed;
            }
        }
        return Optional.empty();
    }

    private static boolean same(PerformedOperation call, PerformedOperation now) {
        return now.operation().equals(call.operation())
                && now.transition().rule().id().equals(call.transition().rule().id())
                && now.transition()
                        .outcome()
                        .answer()
                        .equals(call.transition().outcome().answer())
                && now.transition()
                        .outcome()
                        .out()
                        .equals(call.transition().outcome().out())
                && now.transition()
                        .outcome()
                        .effects()
                        .equals(call.transition().outcome().effects());
    }

    private boolean differsOnlyThere(Case candidate, Performance performed, Optional<Outcome> other) {
        if (found.isEmpty() || other.isEmpty()) {
            return true;
        }
        Optional<Performance> there = perform(candidate, found.get());
        if (there.isEmpty()) {
            return false;
        }
        int size = performed.steps().size();
        for (int i = 0; i < size - 1; i++) {
            Outcome here = performed.steps().get(i).transition().outcome();
            if (!here.answer()
                    .equals(there.get().steps().get(i).transition().outcome().answer())) {
                return false;
            }
        }
        Outcome now = last(there.get()).transition().outcome();
        return now.answer().equals(other.get().answer())
                && !now.equals(last(performed).transition().outcome());
    }

    private Optional<Performance> perform(Case performed, Machine machine) {
        try {
            return Optional.of(Performance.outcomesOnly(
                    performed, machine, platforms.topology(performed.topology(), machine.profile())));
        } catch (NotModelled | PlatformRefused unknown) {
            return Optional.empty();
        }
    }

    private static PerformedOperation last(Performance performance) {
        List<PerformedOperation> steps = performance.steps();
        return steps.get(steps.size() - 1);
    }

    /** The first calls of a case, under the id of another. */
    private static Case with(Case named, Case from, int calls) {
        return new Case(
                named.id(), from.topology(), from.process(), from.operations().subList(0, calls));
    }
}
