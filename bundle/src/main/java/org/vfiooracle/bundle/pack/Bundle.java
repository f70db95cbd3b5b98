// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.vfiooracle.bundle.table.CaseTables;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.corpus.evidence.Ledger;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * The fixtures of some platforms, with all that is needed to use them without this project: a page to begin with, the same in
 * JSON and as JSON lines, the index, what each rests on, the rules and deviations that they name, schemas, the documents that explain
 * them, example adapters, the changes, the licence, and the checksums of all that. The same corpus gives the same bundle, byte for byte, anywhere and at any time.
 */
public final class Bundle {
    private static final String CORPUS = "corpus/";
    private static final String EVIDENCE = "evidence/";

    private final Corpus corpus;
    private final SortedSet<PlatformId> platforms;
    private final Optional<String> commit;
    private final CaseTables tables;

    private Bundle(Corpus corpus, Collection<PlatformId> platforms, Optional<String> commit, CaseTables tables) {
        this.corpus = corpus;
        this.platforms = new TreeSet<>(platforms);
        this.commit = commit;
        this.tables = tables;
    }

    /**
     * Returns the bundle of these platforms of a corpus.
     *
     * @param commit whose files those of the corpus are, if that is known
     * @param tables how fixtures become C
     */
    public static Bundle of(
            Corpus corpus, Collection<PlatformId> platforms, Optional<String> commit, CaseTables tables) {
        return new Bundle(corpus, platforms, commit, tables);
    }

    /** The fixtures that it has, in order. */
    public List<FixtureName> names() {
        return corpus.names().stream()
                .filter(name -> platforms.contains(name.platform()))
                .toList();
    }

    /**
     * Makes the folder {@code target}, or leaves everything as it was.
     *
     * @param target does not exist, or is a folder that may go
     * @param progress hears how many fixtures were written so far
     * @return what was written
     * @throws org.vfiooracle.contract.yaml.YamlProblem when a file of the checkout is missing or not whole
     * @throws UncheckedIOException when the folder cannot be written
     */
    public BundleContents write(Path target, IntConsumer progress) {
        try (BundleFolder folder = BundleFolder.drafted(target)) {
            List<Fixture> written = new ArrayList<>();
            Map<FixtureName, FileSums> sums = new HashMap<>();
            for (CaseId id : corpus.ids()) {
                for (Fixture fixture : corpus.read(id).all()) {
                    if (platforms.contains(fixture.platform())) {
                        sums.put(FixtureName.of(fixture), add(folder, fixture));
                        written.add(fixture);
                        progress.accept(written.size());
                    }
                }
            }
            folder.add(CORPUS + "fixtures.jsonl", lines(written));
            tables.of(corpus.version(), written).forEach((name, text) -> folder.add("c/" + name, text));
            CorpusIndex index = CorpusIndex.of(corpus.version(), written);
            Ledgers ledgers = Ledgers.read(corpus.root());
            EvidenceList evidence = EvidenceList.of(index, ledgers);
            SortedMap<String, String> documents = documents(evidence, ledgers);
            documents.put(CORPUS + "index.yaml", IndexText.of(index, commit, sums));
            documents.forEach((path, yaml) -> {
                folder.add(path, yaml);
                folder.add(Twin.path(path), Twin.of(yaml, path));
            });
            folder.add("README.md", BundleReadme.text(corpus.version(), commit, platforms, evidence.totals()));
            Papers.of(corpus.root()).forEach(folder::add);
            return new BundleContents(folder.complete(), evidence.totals());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileSums add(BundleFolder folder, Fixture fixture) {
        String path = CORPUS + FixtureName.of(fixture).path();
        return new FileSums(
                folder.add(path, FixtureFile.write(fixture)), folder.add(Twin.path(path), FixtureFile.json(fixture)));
    }

    /** All fixtures, one a line, in the order of their names. */
    private static String lines(List<Fixture> fixtures) {
        StringBuilder lines = new StringBuilder();
        fixtures.stream()
                .sorted(Comparator.comparing(FixtureName::of))
                .forEach(fixture -> lines.append(FixtureFile.jsonLine(fixture)));
        return lines.toString();
    }

    /** What is in the bundle beside fixtures and index, in YAML. */
    private SortedMap<String, String> documents(EvidenceList evidence, Ledgers ledgers) {
        SortedMap<String, String> documents = new TreeMap<>();
        documents.put(CORPUS + "platforms.yaml", PlatformList.text(corpus.platforms(), platforms));
        documents.put(EVIDENCE + "summary.yaml", evidence.text());
        documents.put("rules.yaml", RuleList.text());
        for (Ledger ledger : ledgers.all()) {
            Ledger kept = ledger.only(name -> platforms.contains(name.platform()));
            if (!kept.lines().isEmpty()) {
                documents.put(EVIDENCE + ledger.witness().fileName(), kept.text());
            }
        }
        return documents;
    }
}
