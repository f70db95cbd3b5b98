// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.corpora;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.codec.CaseCodec;
import org.vfiooracle.contract.codec.StateCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.ObservedStep;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.corpus.store.FixtureName;

/** Answers that are written down as fixtures, as the corpus of another version or of another implementation has them. */
final class FixtureAnswers implements Answers {
    private final SortedMap<FixtureName, FixtureSource> files;

    FixtureAnswers(FixtureFiles files) {
        this.files = files.files();
    }

    @Override
    public SortedSet<FixtureName> names() {
        return new TreeSet<>(files.keySet());
    }

    @Override
    public boolean ofOnePlatform() {
        return false;
    }

    @Override
    public Observes observes() {
        return Observes.ALL;
    }

    @Override
    public boolean sameText(FixtureName name, String text, String twin) {
        FixtureSource source = source(name);
        return source.text().equals(text) && source.twinText().equals(twin);
    }

    @Override
    public boolean sameFile(Collection<FixtureName> names, String text) {
        List<FixtureSource> sources = names.stream().map(this::source).toList();
        Path file = sources.get(0).file();
        return sources.stream()
                        .allMatch(source -> source.inCase() && source.file().equals(file))
                && StrictYaml.text(file, file.toString()).equals(text);
    }

    @Override
    public Observation to(FixtureName name, Fixture expected) {
        FixtureSource source = source(name);
        Fixture actual = source.unchecked(source.text());
        return actual.performed().equals(expected.performed()) ? observation(actual) : another(expected, actual);
    }

    private FixtureSource source(FixtureName name) {
        return Objects.requireNonNull(files.get(name));
    }

    private static Observation observation(Fixture actual) {
        return Observation.answered(
                actual.performed().id(),
                actual.steps().stream()
                        .map(step -> ObservedStep.of(step.outcome()))
                        .toList(),
                StateCodec.encode(actual.last()));
    }

    private static Observation another(Fixture expected, Fixture actual) {
        Case wanted = expected.performed();
        String where = TreeDifference.first(CaseCodec.encode(wanted), CaseCodec.encode(actual.performed()));
        return Observation.notRun(wanted.id(), "it is the answer to another case: " + where);
    }
}
