// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.recording;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.output.ProgressLine;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.ScenarioChoice;
import org.vfiooracle.steps.RecordingRequest;
import org.vfiooracle.steps.RecordingResult;
import org.vfiooracle.steps.run.ScenarioListener;
import org.vfiooracle.steps.run.ScenarioRun;

/**
 * The scenarios that a user chose, run on all platforms of the corpus.
 *
 * @param result what they came to
 * @param everything whether all scenarios were chosen
 * @param failed the cases that failed
 * @param ran the cases that ran
 */
public record CorpusRecording(RecordingResult result, boolean everything, Set<CaseId> failed, Set<CaseId> ran) {
    public CorpusRecording {
        failed = Set.copyOf(failed);
        ran = Set.copyOf(ran);
    }

    /** Runs what was typed, or everything when nothing was. */
    public static CorpusRecording run(
            Checkout checkout, Optional<String> typed, @Nullable Integer workers, ProgressLine progress) {
        RecordingRequest request = RecordingRequest.of(checkout.root());
        if (workers != null) {
            request = request.by(workers);
        }
        try (progress) {
            RecordingResult result = new ScenarioChoice(checkout, typed).run(request.telling(new Progress(progress)));
            Set<CaseId> failed = new HashSet<>();
            Set<CaseId> ran = new HashSet<>();
            for (ScenarioRun run : result.runs()) {
                (run.passed() ? ran : failed).add(run.source().origin().id());
            }
            return new CorpusRecording(result, typed.isEmpty(), failed, ran);
        }
    }

    /** The cases that it was about, those that failed, too. */
    public Set<CaseId> cases() {
        Set<CaseId> cases = new HashSet<>(ran);
        cases.addAll(failed);
        return cases;
    }

    /**
     * Whether this recording would have made the case if it still existed. One of a scenario that failed it leaves alone;
     * when a feature file cannot even be read, it leaves everything alone that it did not run.
     */
    public boolean responsible(CaseId id) {
        boolean whole = everything && (result.passed() || !failed.isEmpty() && onlyScenariosFailed());
        return ran.contains(id) || whole && !failed.contains(id);
    }

    private boolean onlyScenariosFailed() {
        return result.failures().stream().allMatch(failure -> failure.scenario().isPresent());
    }

    /** Shows how far a run has got. */
    private static final class Progress implements ScenarioListener {
        private final ProgressLine line;
        private int total;
        private int done;

        Progress(ProgressLine line) {
            this.line = line;
        }

        @Override
        public void began(int scenarios) {
            total = scenarios;
            line.show(0, total);
        }

        @Override
        public void finished(ScenarioRun run) {
            done++;
            line.show(done, total);
        }
    }
}
