// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.corpora;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.FixtureDiff;
import org.vfiooracle.conformance.compare.ModelRepair;
import org.vfiooracle.conformance.compare.OwnErrors;
import org.vfiooracle.conformance.compare.Statistics;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.corpus.store.FixtureName;

/**
 * Compares fixtures with answers: a file, a folder or a bundle with another, or with the lines that an adapter has printed
 * ({@code .jsonl}). Fixtures are read, compared and forgotten again in parts, so that any number fits into memory.
 */
public final class CorpusDiff {
    /** Files; a case file holds the fixtures of up to 32 platforms. */
    private static final int AT_A_TIME = 32;

    private final Platforms platforms;
    private final Strictness strictness;
    private final OwnErrors errors;

    /** Prepares to compare. */
    public CorpusDiff(Platforms platforms, Strictness strictness) {
        this(platforms, strictness, OwnErrors.NONE);
    }

    /**
     * Prepares to compare.
     *
     * @param errors what the implementation calls the errors of Linux
     */
    public CorpusDiff(Platforms platforms, Strictness strictness, OwnErrors errors) {
        this.platforms = platforms;
        this.strictness = strictness;
        this.errors = errors;
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
        return new Comparing(fixtures, answers)
                .result(
                        progress,
                        compared -> BundleChanges.between(
                                expected, actual, fixtures.files().keySet(), answers.names(), compared));
    }

    /** What is read of one pair; a problem is kept, so that the first in order is told and not the first in time. */
    private sealed interface Read {
        record Compared(Fixture fixture, Comparison comparison) implements Read {}

        /** Both files have the same bytes: nothing was parsed. */
        record Same(Comparison comparison, List<String> calls) implements Read {}

        record Broken(RuntimeException problem) implements Read {}
    }

    /** Fixtures of one file, and the answers that they are compared with. */
    private record FileOfPairs(Path file, boolean inCase, SortedMap<FixtureName, FixtureName> pairs) {}

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
            this.diff = new FixtureDiff(answers.observes(), strictness, new ModelRepair(platforms), errors);
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
            // removeAll would look through all values for each name.
            compared.values().forEach(extra::remove);
            if (fixtures.single()) {
                extra.clear();
            }
        }

        DiffResult result(IntConsumer progress, Function<Collection<Comparison>, List<String>> changes) {
            Statistics statistics = new Statistics();
            SortedMap<FixtureName, Comparison> comparisons = new TreeMap<>();
            List<FileOfPairs> all = files();
            for (int from = 0; from < all.size(); from += AT_A_TIME) {
                List<Map<FixtureName, Read>> part =
                        all.subList(from, Math.min(all.size(), from + AT_A_TIME)).parallelStream()
                                .map(this::read)
                                .toList();
                part.forEach(reads -> reads.forEach((name, read) -> comparisons.put(name, counted(read, statistics))));
                progress.accept(comparisons.size());
            }
            return new DiffResult(
                    List.copyOf(comparisons.values()),
                    missing,
                    List.copyOf(extra),
                    statistics,
                    Stream.concat(pairs.note().stream(), changes.apply(comparisons.values()).stream())
                            .toList());
        }

        /** What is compared, by the file in which the fixtures are. */
        private List<FileOfPairs> files() {
            Map<Path, FileOfPairs> files = new LinkedHashMap<>();
            compared.forEach((name, answer) -> {
                FixtureSource source = source(name);
                files.computeIfAbsent(source.file(), file -> new FileOfPairs(file, source.inCase(), new TreeMap<>()))
                        .pairs()
                        .put(name, answer);
            });
            return List.copyOf(files.values());
        }

        private FixtureSource source(FixtureName name) {
            return Objects.requireNonNull(fixtures.files().get(name));
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

        private Map<FixtureName, Read> read(FileOfPairs file) {
            Map<FixtureName, Read> reads = new LinkedHashMap<>();
            List<String> same = file.inCase() && everything ? sameCalls(file) : List.of();
            file.pairs()
                    .forEach((name, answer) -> reads.put(name, same.isEmpty() ? read(name, answer) : same(name, same)));
            return reads;
        }

        /** The calls of a case whose file is the same on both sides; none where it is not, or where that cannot be told. */
        private List<String> sameCalls(FileOfPairs file) {
            try {
                String text = StrictYaml.text(file.file(), file.file().toString());
                boolean same = file.pairs().entrySet().stream()
                                .allMatch(pair -> pair.getKey().equals(pair.getValue()))
                        && answers.sameFile(file.pairs().keySet(), text);
                return same ? FixtureSource.calls(text, "") : List.of();
            } catch (YamlProblem unreadable) {
                return List.of();
            }
        }

        private Read read(FixtureName name, FixtureName answer) {
            try {
                FixtureSource source = source(name);
                String text = source.text();
                String twin = source.twinText();
                if (everything && name.equals(answer) && answers.sameText(answer, text, twin)) {
                    List<String> calls = FixtureSource.calls(text, twin);
                    if (!calls.isEmpty()) {
                        return same(name, calls);
                    }
                }
                Fixture fixture = source.checked(text);
                return new Read.Compared(fixture, diff.compare(fixture, answers.to(answer, fixture)));
            } catch (RuntimeException problem) {
                return new Read.Broken(problem);
            }
        }

        private static Read same(FixtureName name, List<String> calls) {
            return new Read.Same(Comparison.same(name.id(), name.platform(), calls.size()), calls);
        }
    }
}
