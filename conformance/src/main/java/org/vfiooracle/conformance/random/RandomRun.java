// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.conformance.compare.ModelRepair;
import org.vfiooracle.conformance.compare.OwnErrors;
import org.vfiooracle.conformance.drive.AdapterCommand;
import org.vfiooracle.conformance.drive.AdapterResults;
import org.vfiooracle.conformance.drive.AdapterRun;
import org.vfiooracle.conformance.drive.CaseResult;
import org.vfiooracle.conformance.drive.Expectations;
import org.vfiooracle.conformance.drive.Expected;
import org.vfiooracle.conformance.drive.RunProgress;
import org.vfiooracle.conformance.drive.Shard;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.PerformedCalls;

/**
 * Asks an implementation random cases, and compares what it answers with what the model predicts.
 *
 * @param platforms the model
 * @param command the adapter
 * @param strictness how much is compared
 * @param calls the operations to ask for, of those that the adapter announces
 * @param progress is told about each case
 */
public record RandomRun(
        Platforms platforms,
        AdapterCommand command,
        Strictness strictness,
        PerformedCalls calls,
        RunProgress progress) {
    /**
     * Makes random cases for the platform that the adapter announces, and asks them.
     *
     * @param cases makes them, once the platform is known
     * @throws org.vfiooracle.conformance.drive.AdapterUnavailable when the adapter does not get as far as the first case
     */
    public AdapterResults ask(Source cases) {
        return drive(new Made(cases));
    }

    /** Makes cases of what an adapter announces. */
    private final class Made implements Expectations {
        private final Source cases;

        Made(Source cases) {
            this.cases = cases;
        }

        @Override
        public Expected of(PlatformId announced) {
            return made(announced, calls);
        }

        @Override
        public Expected of(Announcement announcement) {
            return made(announcement.platform(), announcement.calls().and(calls));
        }

        private Expected made(PlatformId announced, PerformedCalls performed) {
            Machine machine = platforms.machine(announced);
            Topology topology = platforms.topology("six-groups", machine.profile());
            return predicted(announced, cases.of(machine, topology, performed));
        }
    }

    /**
     * Makes cases that need a boot of their own, and asks each after the adapter was started anew.
     *
     * @param number how many
     * @param cases makes them, once the platform is known; empty when the platform has none
     * @return one result for each start; fewer than {@code number} when there are no more cases
     * @throws org.vfiooracle.conformance.drive.AdapterUnavailable when the adapter does not get as far as a case
     */
    public List<AdapterResults> askAlone(int number, OneByOne cases) {
        List<AdapterResults> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int next = i;
            AdapterResults results = ask((machine, topology, performed) ->
                    cases.of(machine, topology, performed, next).stream().toList());
            all.add(results);
            if (results.results().isEmpty()) {
                break;
            }
        }
        return all;
    }

    /** What makes one case. */
    @FunctionalInterface
    public interface OneByOne {
        Optional<Case> of(Machine machine, Topology topology, PerformedCalls performed, int number);
    }

    /** What makes cases. */
    @FunctionalInterface
    public interface Source {
        List<Case> of(Machine machine, Topology topology, PerformedCalls performed);
    }

    /** Returns who asks given cases of the same adapter. */
    public Asked again() {
        return cases -> drive(announced -> predicted(announced, cases)).results();
    }

    /** Returns the findings among {@code results}, one of each kind, the shortest first. */
    public static SortedMap<Signature, CaseResult> findings(List<CaseResult> results) {
        SortedMap<Signature, CaseResult> found = new TreeMap<>();
        for (CaseResult result : results) {
            if (result.comparison().verdict().finding()) {
                found.merge(Signature.of(result), result, (a, b) -> size(b) < size(a) ? b : a);
            }
        }
        return found;
    }

    private static int size(CaseResult result) {
        return result.fixture().performed().operations().size();
    }

    private AdapterResults drive(Expectations expectations) {
        return new AdapterRun(expectations, strictness, new ModelRepair(platforms), Shard.WHOLE, calls, OwnErrors.NONE)
                .drive(command, progress);
    }

    private Expected predicted(PlatformId announced, Collection<Case> cases) {
        Machine machine = platforms.machine(announced);
        List<Fixture> fixtures = new ArrayList<>();
        for (Case one : cases) {
            predict(one, announced, machine).ifPresent(fixtures::add);
        }
        return new Expected(fixtures, false, Collections.emptySortedMap());
    }

    private Optional<Fixture> predict(Case one, PlatformId announced, Machine machine) {
        try {
            Topology topology = platforms.topology(one.topology(), machine.profile());
            return Optional.of(Performance.predicted(one, announced, machine, topology, ""));
        } catch (NotModelled unknown) {
            return Optional.empty();
        }
    }

    /** Returns what of {@code counts} there is most of, in words. */
    public static List<String> most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getValue() + " times not modelled: " + entry.getKey())
                .toList();
    }
}
