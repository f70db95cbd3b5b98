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
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.platforms.Platforms;
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
    private sealed interface Read {
        record Compared(Fixture fixture, Comparison comparison) implements Read {}

        /** Both files have the same bytes: nothing was parsed. */
        record Same(Comparison comparison, List<String> calls) implements Read {}

        record Broken(RuntimeException problem) implements Read {}
    }

    private final class Comparing {
        private final FixtureFiles fixtures;
        private final Answers answers;
        private final FixtureDiff diff;
        private final PlatformPairs pairs;
        private final boolean everything;
        private final SortedMap<FixtureName, FixtureName> compared = new TreeMap<>();
        private final List<FixtureName> missing = new ArrayList<>();
        private final SortedSet<FixtureName> extra;

        Comparing(FixtureFiles fixtures, Answers answers) {
            this.fixtures = fixtures;
            this.answers = answers;
            this.diff = new FixtureDiff(answers.observes(), strictness, new ModelRepair(platforms));
            this.everything = answers.observes().within(strictness).equals(Observes.ALL);
            this.extra = answers.names();
            this.pairs = PlatformPairs.of(fixtures.files().keySet(), extra, platforms);
            for (FixtureName name : fixtures.files().keySet()) {
                if (answers.ofOnePlatform() && !pairs.pairs().containsKey(name.platform())) {
                    continue;
                }
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
                    comparisons.add(counted(read, statistics));
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

        private Comparison counted(Read read, Statistics statistics) {
            if (read instanceof Read.Broken broken) {
                throw broken.problem();
            }
            if (read instanceof Read.Same same) {
                statistics.addSame(same.calls());
                return same.comparison();
            }
            Read.Compared one = (Read.Compared) read;
            statistics.add(one.fixture(), one.comparison());
            return one.comparison();
        }

        private Read read(FixtureName name, FixtureName answer) {
            try {
                FixtureSource source = Objects.requireNonNull(fixtures.files().get(name));
                String text = source.text();
                if (everything && name.equals(answer) && answers.sameText(answer, text)) {
                    List<String> calls = FixtureSource.calls(text);
                    if (!calls.isEmpty()) {
                        return new Read.Same(Comparison.same(name.id(), name.platform(), calls.size()), calls);
                    }
                }
                Fixture fixture = source.checked(text);
                return new Read.Compared(fixture, diff.compare(fixture, answers.to(answer, fixture)));
            } catch (RuntimeException problem) {
                return new Read.Broken(problem);
            }
        }
    }
}
