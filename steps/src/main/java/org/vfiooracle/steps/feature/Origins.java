// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.steps.failure.ScenarioFailed;
import org.vfiooracle.steps.scene.Origin;

/**
 * Where the scenarios of a checkout stand, and what they are called. A feature file is read as Gherkin when somebody asks for one of
 * its scenarios, and once. Not for several threads.
 */
public final class Origins {
    private final Path root;
    private final Map<String, Map<CaseId, Origin>> read = new HashMap<>();
    private Optional<Map<String, String>> texts = Optional.empty();

    private Origins(Path root) {
        this.root = root;
    }

    /** Prepares to look in the features of the checkout at {@code root}; nothing is read yet. */
    public static Origins in(Path root) {
        return new Origins(root);
    }

    /** Returns where the scenario of a case stands, if there is one. */
    public Optional<Origin> of(CaseId id) {
        if (texts.isEmpty()) {
            texts = Optional.of(Library.texts(root, root.resolve(Library.FOLDER)));
        }
        String tag = "@" + id.scenario();
        return texts.get().entrySet().stream()
                .filter(file -> file.getValue().contains(tag))
                .flatMap(file -> Optional.ofNullable(
                        read.computeIfAbsent(file.getKey(), label -> origins(label, file.getValue()))
                                .get(id))
                        .stream())
                .findFirst();
    }

    private static Map<CaseId, Origin> origins(String label, String text) {
        Map<CaseId, Origin> origins = new HashMap<>();
        try {
            List<ScenarioSource> sources =
                    Scenarios.of(FeatureFile.read(label, text)).sources();
            sources.forEach(source -> origins.putIfAbsent(source.origin().id(), source.origin()));
        } catch (ScenarioFailed noGherkin) {
            // A file that cannot be read has no scenario; who runs it is told so.
        }
        return origins;
    }
}
