// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vfiooracle.conformance.compare.FixtureDiff;
import org.vfiooracle.conformance.compare.OwnErrors;
import org.vfiooracle.conformance.compare.Repair;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.PerformedCalls;

/**
 * Drives an adapter through fixtures and compares what it answers.
 *
 * @param expectations what to compare with
 * @param strictness how much of it
 * @param repair what follows after an implementation has answered as intended where the release has a bug
 * @param shard which part of the fixtures
 * @param calls the operations to ask for, of those that the adapter announces
 * @param errors what the implementation calls the errors of Linux
 */
public record AdapterRun(
        Expectations expectations,
        Strictness strictness,
        Repair repair,
        Shard shard,
        PerformedCalls calls,
        OwnErrors errors) {
    /** Makes a run of everything, of an implementation that calls errors as Linux does. */
    public AdapterRun(Expectations expectations, Strictness strictness, Repair repair) {
        this(expectations, strictness, repair, Shard.WHOLE, PerformedCalls.ALL, OwnErrors.NONE);
    }

    /**
     * Runs to the end, whatever the adapter does in between.
     *
     * @throws AdapterUnavailable when it does not get as far as the first case
     * @throws org.vfiooracle.contract.platforms.PlatformRefused when it announces a platform that does not exist
     */
    public AdapterResults drive(AdapterCommand command, RunProgress progress) {
        try (AdapterProcess adapter = AdapterProcess.start(command)) {
            Announcement announcement = adapter.announcement();
            Expected expected = expectations.of(announcement);
            Recorder recorder = new Recorder(announcement, mine(expected), progress);
            progress.started(announcement, expected, recorder.cases());
            Workers workers = new Workers(command);
            workers.perform(adapter, recorder.performable(), recorder::take);
            return new AdapterResults(
                    announcement, expected, recorder.results(), 1 + workers.restarts(), workers.notes());
        }
    }

    private List<Fixture> mine(Expected expected) {
        return expected.fixtures().stream()
                .filter(fixture -> shard.contains(fixture.performed().id()))
                .toList();
    }

    /** Puts every observation beside its fixture. */
    private final class Recorder {
        private final Map<CaseId, Fixture> fixtures = new TreeMap<>();
        private final Map<CaseId, CaseResult> results = new TreeMap<>();
        private final Map<CaseId, Halt> cuts = new TreeMap<>();
        private final Announcement announcement;
        private final FixtureDiff diff;
        private final RunProgress progress;

        Recorder(Announcement announcement, List<Fixture> mine, RunProgress progress) {
            this.announcement = announcement;
            this.diff = new FixtureDiff(announcement.observes(), strictness, repair, errors);
            this.progress = progress;
            mine.forEach(fixture -> fixtures.put(fixture.performed().id(), fixture));
        }

        int cases() {
            return fixtures.size();
        }

        /**
         * Returns the cases to send, each as far as its operations are announced. One for which the adapter has no topology, or
         * whose first operation is not announced, is skipped here.
         */
        List<Case> performable() {
            List<Case> cases = new ArrayList<>();
            for (Fixture fixture : fixtures.values()) {
                Case whole = fixture.performed();
                Optional<Halt> refusal = refusal(whole);
                Optional<Halt> cut = announcement.calls().and(calls).halt(whole);
                if (refusal.isPresent()) {
                    take(Observation.skipped(whole.id(), refusal.get()));
                } else if (cut.filter(halt -> halt.operation() == 1).isPresent()) {
                    take(Observation.skipped(whole.id(), cut.get()));
                } else {
                    cut.ifPresent(halt -> cuts.put(whole.id(), halt));
                    cases.add(cut.map(halt -> whole.before(halt.operation())).orElse(whole));
                }
            }
            return cases;
        }

        void take(Observation observation) {
            Fixture fixture = fixtures.get(observation.id());
            if (fixture == null) {
                throw new IllegalStateException("nobody asked for " + observation.id());
            }
            Halt cut = cuts.get(observation.id());
            Observation seen = cut == null ? observation : observation.upTo(cut);
            CaseResult result = new CaseResult(fixture, seen, diff.compare(fixture, seen));
            results.put(observation.id(), result);
            progress.ended(result, results.size(), fixtures.size());
        }

        List<CaseResult> results() {
            return List.copyOf(results.values());
        }

        private Optional<Halt> refusal(Case performed) {
            List<String> has = announcement.topologies();
            return has.contains(performed.topology())
                    ? Optional.empty()
                    : Optional.of(Halt.of("the adapter has no topology " + performed.topology() + ", only "
                            + String.join(", ", has)));
        }
    }
}
