// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.feature.Library;
import org.vfiooracle.steps.feature.Selection;
import org.vfiooracle.steps.platforms.ClaimedRules;
import org.vfiooracle.steps.platforms.PlatformSets;
import org.vfiooracle.steps.run.ScenarioRun;
import org.vfiooracle.steps.run.WorkForce;
import org.vfiooracle.steps.scene.Testbed;

/** Runs the scenarios of a checkout on the model. Writes nothing. */
public final class Recording {
    private Recording() {}

    /**
     * Runs what is asked for. The result depends on the files and the request alone, not on the number of workers.
     *
     * @throws org.vfiooracle.steps.feature.NothingSelected when no scenario is
     * @throws org.vfiooracle.contract.platforms.PlatformRefused when a platform cannot be
     * @throws org.vfiooracle.contract.yaml.YamlProblem when the list of the corpus platforms is missing or wrong
     * @throws IllegalStateException when the oracle itself broke
     */
    public static RecordingResult run(RecordingRequest request) {
        Platforms platforms = Platforms.load();
        List<PlatformId> corpus = platforms.corpus(request.root());
        PlatformSets sets = PlatformSets.in(request.root());
        ClaimedRules claims = ClaimedRules.in(Library.texts(request.root()), sets);
        Testbed testbed = Testbed.of(platforms, corpus, request.platforms(), sets, claims);
        Library library = Library.read(request.root(), request.selection());
        List<ScenarioRun> runs = new WorkForce(testbed, library, request.listener()).run(request.workers());
        List<Failure> failures = new ArrayList<>(library.failures());
        failures.addAll(sets.failures());
        boolean whole = testbed.whole() && request.selection().equals(Selection.all());
        if (whole) {
            failures.addAll(sets.unused(claims.cells(), corpus));
        }
        runs.forEach(run -> failures.addAll(run.failures()));
        if (whole && failures.isEmpty()) {
            failures.addAll(testbed.refusals().unasserted());
        }
        return new RecordingResult(
                testbed.machines().stream().map(Testbed.Bed::platform).toList(),
                runs,
                failures.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Failure::place))
                        .toList());
    }
}
