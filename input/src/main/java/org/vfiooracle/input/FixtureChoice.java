// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.AskedCase;
import org.vfiooracle.corpus.store.Corpus;

/** Fixtures that a user names: by id of a scenario or a case, by area, or by file. */
public final class FixtureChoice {
    private static final Pattern ID = Pattern.compile("@?[A-Z][A-Z0-9]*(-[A-Z]+)*-[0-9]{3}(\\.[a-z0-9-]+)?");

    /** How the file of a case is named. */
    private static final Pattern CASE_FILE =
            Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z]+)*-[0-9]{3}(\\.[a-z0-9-]+)?\\.(yaml|json)");

    private final Checkout checkout;
    private final List<String> typed;

    /** Chooses what was typed, or everything when nothing was. */
    public FixtureChoice(Checkout checkout, List<String> typed) {
        this.checkout = checkout;
        this.typed = typed.stream().flatMap(this::filesIn).toList();
    }

    /** A folder with case files in it means those. */
    private Stream<String> filesIn(String one) {
        Path folder = checkout.file(one);
        if (!Files.isDirectory(folder) || areas().contains(one)) {
            return Stream.of(one);
        }
        try (Stream<Path> inside = Files.list(folder)) {
            List<String> files = inside.filter(file -> CASE_FILE
                            .matcher(String.valueOf(file.getFileName()))
                            .matches())
                    .map(Path::toString)
                    .sorted()
                    .toList();
            return files.isEmpty() ? Stream.of(one) : files.stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /**
     * Returns which fixtures are meant.
     *
     * @throws UnknownName when something is neither an id, an area nor a file
     * @throws org.vfiooracle.contract.yaml.YamlProblem when a file is no fixture
     */
    public Predicate<Fixture> fixtures() {
        if (typed.isEmpty()) {
            return fixture -> true;
        }
        List<Predicate<CaseId>> wanted = new ArrayList<>();
        typed.forEach(one -> wanted.add(cases(one)));
        return fixture ->
                wanted.stream().anyMatch(one -> one.test(fixture.performed().id()));
    }

    /**
     * Returns the cases of files that the corpus does not have.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when a file is no case
     */
    public List<Case> others() {
        List<CaseId> known = Corpus.at(checkout.root()).ids();
        return typed.stream()
                .filter(one -> !ID.matcher(one).matches())
                .map(checkout::file)
                .filter(Files::isRegularFile)
                .map(file -> AskedCase.read(file).performed())
                .filter(one -> !known.contains(one.id()))
                .toList();
    }

    private List<String> areas() {
        return Corpus.at(checkout.root()).ids().stream()
                .map(CaseId::area)
                .distinct()
                .sorted()
                .toList();
    }

    private Predicate<CaseId> cases(String one) {
        if (ID.matcher(one).matches()) {
            String id = one.startsWith("@") ? one.substring(1) : one;
            List<String> known = new CaseChoice(checkout).names();
            if (!known.contains("@" + id)) {
                throw new UnknownName("fixture", id, known);
            }
            return found -> found.toString().equals(id) || found.scenario().equals(id);
        }
        Path file = checkout.file(one);
        if (Files.isRegularFile(file)) {
            CaseId id = AskedCase.read(file).performed().id();
            return id::equals;
        }
        if (areas().contains(one)) {
            return found -> found.area().equals(one);
        }
        if (Files.isDirectory(file)) {
            throw new NotFixtures(one);
        }
        List<String> near = new ArrayList<>(areas());
        near.addAll(new CaseChoice(checkout).names());
        throw new UnknownName("fixture, scenario or area", one, areas(), near);
    }
}
