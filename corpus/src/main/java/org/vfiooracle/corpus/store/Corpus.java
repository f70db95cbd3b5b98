// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.platforms.CorpusPlatforms;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.corpus.journal.Journal;
import org.vfiooracle.kernel.platform.PlatformId;

/** The recorded fixtures of a checkout. */
public final class Corpus {
    /** The folder of the corpus below the root of a checkout. */
    public static final String FOLDER = "fixtures/corpus";

    static final String INDEX = "index.yaml";
    static final String PLATFORMS = "platforms.yaml";

    private final Path root;

    private Corpus(Path root) {
        this.root = root;
    }

    /** Returns the corpus of the checkout at {@code root}; nothing is read yet. */
    public static Corpus at(Path root) {
        return new Corpus(root);
    }

    /** The root of the checkout. */
    public Path root() {
        return root;
    }

    /**
     * The platforms that fixtures are recorded for.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when their file is missing or wrong
     */
    public CorpusPlatforms platforms() {
        return CorpusPlatforms.read(root);
    }

    /** The names of all fixtures that have a file, in order of path. */
    public List<FixtureName> names() {
        return files().stream()
                .flatMap(file -> FixtureName.at(file).stream())
                .sorted()
                .toList();
    }

    /**
     * All fixtures in order of path, read one by one as the stream is used.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when one is not whole
     */
    public Stream<Fixture> fixtures() {
        return names().stream().map(this::read);
    }

    /**
     * Returns a fixture, if it is recorded.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is not whole
     */
    public Optional<Fixture> find(CaseId id, PlatformId platform) {
        FixtureName name = new FixtureName(platform, id);
        return Files.isRegularFile(path(name)) ? Optional.of(read(name)) : Optional.empty();
    }

    /**
     * Reads a fixture that is recorded.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is missing or not whole
     */
    public Fixture read(FixtureName name) {
        return FixtureFile.read(StrictYaml.text(path(name), label(name.path())), label(name.path()));
    }

    /** Where {@code fixture} stands, or would. */
    public Path path(Fixture fixture) {
        return path(FixtureName.of(fixture));
    }

    /** Where a fixture stands, or would. */
    public Path path(FixtureName name) {
        return root.resolve(label(name.path()));
    }

    /**
     * The table of contents; empty when there is none yet.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is wrong
     */
    public CorpusIndex index() {
        String label = label(INDEX);
        return Files.exists(root.resolve(label))
                ? CorpusIndex.parse(StrictYaml.text(root.resolve(label), label), label)
                : CorpusIndex.EMPTY;
    }

    /**
     * Finishes or undoes what a killed command left half done.
     *
     * @return what was done, for the user; empty when there was nothing
     * @throws org.vfiooracle.corpus.journal.JournalBusy when another process is writing
     */
    public Optional<String> recover() {
        return Journal.at(root).recover();
    }

    /**
     * Compares the whole corpus with what was recorded anew.
     *
     * @param fixtures everything that should be in it
     */
    public Drift drift(Collection<Fixture> fixtures) {
        return Drift.of(this, fixtures);
    }

    /** Counts files and bytes. */
    public Budget budget() {
        return Budget.of(this);
    }

    /** All files of the corpus in order, with / and relative to its folder; the index and the list of platforms, too. */
    List<String> files() {
        Path folder = root.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** How a file of the corpus is named to the user: relative to the root of the checkout. */
    static String label(String path) {
        return FOLDER + "/" + path;
    }
}
