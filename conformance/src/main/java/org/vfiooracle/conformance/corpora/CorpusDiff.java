// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.corpora;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.FixtureDiff;
import org.vfiooracle.conformance.compare.ModelRepair;
import org.vfiooracle.conformance.compare.Statistics;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.corpus.store.FixtureName;

/**
 * Compares fixtures with answers: a file, a folder or a bundle with another, or with the lines that an adapter has printed
 * ({@code .jsonl}). Fixtures are read, compared and forgotten again in parts, so that any number fits into memory.
 */
public final class CorpusDiff {
    private static final int AT_A_TIME = 256;

    private final Platforms platforms;
    private final Strictness strictness;

    /** Prepares to compare. */
    public CorpusDiff(Platforms platforms, Strictness strictness) {
        this.platforms = platforms;
        this.strictness = strictness;
    }

    /**
     * Compares.
     *
     * @param expected a fixture file or a folder of them
     * @param actual the same, or a {@code .jsonl} file: the start message of an adapter and its answers
     * @param progress hears how many were compared so far
     * @throws org.vfiooracle.contract.yaml.YamlProblem when something cannot be read
     */
    public DiffResult compare(Path expected, Path actual, IntConsumer progress) {
        FixtureFiles fixtures = FixtureFiles.at(expected);
        Answers answers = actual.toString().endsWith(".jsonl")
                ? LineAnswers.at(actual)
                : new FixtureAnswers(FixtureFiles.at(actual));
        return new Comparing(fixtures, answers).result(progress);
    }

    /** What is read of one pair; a problem is kept, so that the first in order is told and not the first in time. */
    private record Read(
            Optional<Fixture> fixture, Optional<Comparison> comparison, Optional<RuntimeException> problem) {}

    private final class Comparing {
        private final FixtureFiles fixtures;
        private final Answers answers;
        private final FixtureDiff diff;
        private final PlatformPairs pairs;
        private final SortedMap<FixtureName, FixtureName> compared = new TreeMap<>();
        private final List<FixtureName> missing = new ArrayList<>();
        private final SortedSet<FixtureName> extra;

        Comparing(FixtureFiles fixtures, Answers answers) {
            this.fixtures = fixtures;
            this.answers = answers;
            this.diff = new FixtureDiff(answers.observes(), strictness, new ModelRepair(platforms));
            this.extra = answers.names();
            this.pairs = PlatformPairs.of(fixtures.files().keySet(), extra, platforms);
            for (FixtureName name : fixtures.files().keySet()) {
                Optional<FixtureName> paired = pairs.paired(name).filter(extra::contains);
                paired.ifPresentOrElse(answer -> compared.put(name, answer), () -> missing.add(name));
            }
            extra.removeAll(compared.values());
            if (fixtures.single()) {
                extra.clear();
            }
        }

        DiffResult result(IntConsumer progress) {
            Statistics statistics = new Statistics();
            List<Comparison> comparisons = new ArrayList<>();
            List<Map.Entry<FixtureName, FixtureName>> all = List.copyOf(compared.entrySet());
            for (int from = 0; from < all.size(); from += AT_A_TIME) {
                List<Read> part = all.subList(from, Math.min(all.size(), from + AT_A_TIME)).parallelStream()
                        .map(pair -> read(pair.getKey(), pair.getValue()))
                        .toList();
                for (Read read : part) {
                    read.problem().ifPresent(problem -> {
                        throw problem;
                    });
                    statistics.add(
                            read.fixture().orElseThrow(), read.comparison().orElseThrow());
                    comparisons.add(read.comparison().orElseThrow());
                }
                progress.accept(comparisons.size());
            }
            return new DiffResult(
                    comparisons,
                    missing,
                    List.copyOf(extra),
                    statistics,
                    pairs.note().stream().toList());
        }

        private Read read(FixtureName name, FixtureName answer) {
            try {
                Path file = Objects.requireNonNull(fixtures.files().get(name));
                String text = StrictYaml.text(file, file.toString());
                Fixture fixture = FixtureFiles.checked(FixtureFile.read(text, file.toString()), name, file);
                Comparison comparison = diff.compare(fixture, answers.to(answer, fixture, text));
                return new Read(Optional.of(fixture), Optional.of(comparison), Optional.empty());
            } catch (RuntimeException problem) {
                return new Read(Optional.empty(), Optional.empty(), Optional.of(problem));
            }
        }
    }
}
