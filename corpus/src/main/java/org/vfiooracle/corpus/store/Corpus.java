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
import org.vfiooracle.contract.fixture.AnsweredCase;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.CaseText;
import org.vfiooracle.contract.platforms.CorpusPlatforms;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.corpus.journal.Journal;
import org.vfiooracle.engine.platform.PlatformId;

/** The recorded cases of a checkout: one file each, with the answers of all platforms. */
public final class Corpus {
    /** The folder of the corpus below the root of a checkout. */
    public static final String FOLDER = "fixtures/corpus";

    static final String PLATFORMS = "platforms.yaml";
    static final String VERSION = "VERSION";

    private static final String FIRST_VERSION = "0.1.0";

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
     * @throws YamlProblem when their file is missing or wrong
     */
    public CorpusPlatforms platforms() {
        return CorpusPlatforms.read(root);
    }

    /**
     * The version: major is the format, minor counts added cases, patch corrected outcomes. A person sets it.
     *
     * @throws YamlProblem when its file does not hold one
     */
    public String version() {
        String label = label(VERSION);
        Path file = root.resolve(label);
        if (!Files.exists(file)) {
            return FIRST_VERSION;
        }
        String version = StrictYaml.text(file, label).strip();
        if (!version.matches("[0-9]+\\.[0-9]+\\.[0-9]+")) {
            throw new YamlProblem(label, 1, 1, "a version such as 1.2.3", "\"" + version + "\"", "");
        }
        return version;
    }

    /** The cases that have a file, in order. */
    public List<CaseId> ids() {
        return cases(files()).sorted().toList();
    }

    private static Stream<CaseId> cases(List<String> files) {
        return files.stream().flatMap(file -> CasePath.at(file).stream());
    }

    /** The cases with this id, or of the scenario with this id, in order; none when nothing is recorded under it. */
    public List<CaseId> ids(String id) {
        return CasePath.area(id).stream()
                .flatMap(area -> cases(files(area)))
                .filter(one -> one.scenario().equals(id) || one.toString().equals(id))
                .sorted()
                .toList();
    }

    /**
     * The names of all fixtures, in order.
     *
     * @throws YamlProblem when a case file is not whole
     */
    public List<FixtureName> names() {
        return ids().stream()
                .flatMap(id -> text(id).platforms().stream().map(platform -> new FixtureName(platform, id)))
                .sorted()
                .toList();
    }

    /**
     * All fixtures, case by case, read one by one as the stream is used.
     *
     * @throws YamlProblem when one is not whole
     */
    public Stream<Fixture> fixtures() {
        return ids().stream().flatMap(id -> read(id).all().stream());
    }

    /**
     * The fixtures of one platform, read one by one as the stream is used.
     *
     * @throws YamlProblem when one is not whole
     */
    public Stream<Fixture> fixtures(PlatformId platform) {
        return ids().stream().flatMap(id -> find(id, platform).stream());
    }

    /**
     * Returns a fixture, if it is recorded.
     *
     * @throws YamlProblem when it is not whole
     */
    public Optional<Fixture> find(CaseId id, PlatformId platform) {
        return Files.isRegularFile(path(id)) ? text(id).on(platform) : Optional.empty();
    }

    /**
     * Reads a case that is recorded.
     *
     * @throws YamlProblem when it is missing or not whole
     */
    public AnsweredCase read(CaseId id) {
        return text(id).whole();
    }

    /**
     * The text of a case that is recorded.
     *
     * @throws YamlProblem when it is missing or no case file
     */
    public CaseText text(CaseId id) {
        String label = label(CasePath.of(id));
        return CaseText.of(StrictYaml.text(root.resolve(label), label), label);
    }

    /**
     * The texts of the cases that have {@code part} in them outside of their answers, read one by one as the stream is used.
     *
     * @throws YamlProblem when one is no case file
     */
    public Stream<CaseText> mentioning(String part) {
        return ids().stream()
                .map(id -> label(CasePath.of(id)))
                .flatMap(label -> {
                    String text = StrictYaml.text(root.resolve(label), label);
                    return text.contains(part) ? Stream.of(CaseText.of(text, label)) : Stream.empty();
                })
                .filter(text -> text.mentions(part));
    }

    /** Where a case stands, or would. */
    public Path path(CaseId id) {
        return root.resolve(label(CasePath.of(id)));
    }

    /**
     * The table of contents, made from all files.
     *
     * @throws YamlProblem when one is not whole
     */
    public CorpusIndex index() {
        return CorpusIndex.of(version(), fixtures().toList());
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

    /** All files of the corpus in order, with / and relative to its folder; the version and the list of platforms, too. */
    List<String> files() {
        return files("");
    }

    private List<String> files(String below) {
        Path folder = root.resolve(FOLDER);
        Path top = folder.resolve(below);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(top)) {
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
