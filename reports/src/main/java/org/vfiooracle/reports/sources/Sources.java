// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.sources;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.steps.feature.ScenarioSource;

/** What all results in a folder were made from, in a file beside them, which Allure does not read. */
public final class Sources {
    private static final String FILE = "made-from.tsv";

    /** What is told of many cases at once; the rules and the strategies are in generated pages. */
    private static final List<String> SHARED =
            List.of(Ledgers.FOLDER, "docs/reference/rules", "docs/reference/programs");

    private final Path root;
    private final Map<String, String> features = new HashMap<>();
    private final SortedMap<CaseId, ReportSource> cases = new TreeMap<>();
    private String shared;

    private Sources(Path root, String shared) {
        this.root = root;
        this.shared = shared;
    }

    /** Begins a list for results of all scenarios of the checkout at {@code root}. */
    public static Sources begin(Path root) {
        return new Sources(root, marks(root));
    }

    /** Reads the list beside the results in {@code folder}; it is empty when there is none. */
    public static Sources read(Path root, Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new Sources(root, "");
        }
        try {
            List<String> lines = Files.readAllLines(file);
            Sources sources = new Sources(root, lines.get(0));
            lines.stream().skip(1).map(ReportSource::parse).forEach(source -> sources.cases.put(source.id(), source));
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes that the result of a case was made from its files as they are now. */
    public void add(ScenarioSource scenario, EvidenceTotals evidence) {
        CaseId id = scenario.origin().id();
        String feature = scenario.text().path();
        cases.put(id, new ReportSource(id, fileNow(id), feature, featureNow(feature), evidence));
    }

    /** Writes the list beside the results in {@code folder}. */
    public void write(Path folder) {
        List<String> lines = new ArrayList<>(List.of(shared));
        cases.values().forEach(source -> lines.add(source.line()));
        try {
            Files.write(folder.resolve(FILE), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What all fixtures of all results rest on. */
    public EvidenceTotals evidence() {
        return cases.values().stream().map(ReportSource::evidence).reduce(EvidenceTotals.NONE, EvidenceTotals::plus);
    }

    /** How many cases have a result. */
    public int count() {
        return cases.size();
    }

    /** What has changed since. */
    public Stale stale() {
        List<CaseId> absent = Corpus.at(root).ids().stream()
                .filter(id -> !cases.containsKey(id))
                .toList();
        return new Stale(changed(), absent, !shared.equals(marks(root)));
    }

    private SortedMap<String, List<CaseId>> changed() {
        SortedMap<String, List<CaseId>> changed = new TreeMap<>();
        newFeatures().forEach(feature -> changed.put(feature, List.of()));
        for (ReportSource source : cases.values()) {
            boolean same =
                    source.file().equals(fileNow(source.id())) && source.text().equals(featureNow(source.feature()));
            if (!same) {
                changed.computeIfAbsent(source.feature(), any -> new ArrayList<>())
                        .add(source.id());
            }
        }
        return changed;
    }

    /** Features that no result was made from. */
    private List<String> newFeatures() {
        Set<String> known = cases.values().stream().map(ReportSource::feature).collect(toSet());
        Path folder = root.resolve("features");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".feature") && !known.contains(path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fileNow(CaseId id) {
        return Mark.of(Corpus.at(root).path(id));
    }

    private String featureNow(String path) {
        return features.computeIfAbsent(path, any -> Mark.of(root.resolve(path)));
    }

    private static String marks(Path root) {
        return String.join(
                " ", SHARED.stream().map(path -> Mark.of(root.resolve(path))).toList());
    }
}
