// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.platform.PlatformId;

/** Finds the fixtures of the corpus that a user names by id. */
public final class CaseChoice {
    private final Corpus corpus;

    public CaseChoice(Checkout checkout) {
        this.corpus = Corpus.at(checkout.root());
    }

    /** Whether a text names a case by its id, rather than a file. */
    public static boolean isId(String typed) {
        return typed.startsWith("@") && !Files.exists(Path.of(typed));
    }

    /**
     * Returns the cases that an id stands for: one, or all rows of a scenario.
     *
     * @param typed the id with its @
     * @throws UnknownName when the corpus has none
     */
    public List<CaseId> ids(String typed) {
        List<CaseId> found = corpus.ids(typed.substring(1));
        if (found.isEmpty()) {
            throw new UnknownName("fixture", typed, names());
        }
        return found;
    }

    /** Returns what cases can be called: the ids of scenarios and of their rows, with their @. */
    public List<String> names() {
        return corpus.ids().stream()
                .flatMap(id -> Stream.of("@" + id.scenario(), "@" + id))
                .distinct()
                .toList();
    }

    /**
     * Returns the fixtures of a case, or of all rows of a scenario, in order of platform and id.
     *
     * @param typed the id with its @
     * @throws UnknownName when the corpus has none
     */
    public List<Fixture> of(String typed) {
        return ids(typed).stream()
                .flatMap(id -> corpus.read(id).all().stream())
                .sorted(Comparator.comparing(FixtureName::of))
                .toList();
    }

    /**
     * Returns those of {@link #of} that are of some platforms.
     *
     * @throws NotRecorded when there are none
     */
    public List<Fixture> of(String typed, List<PlatformId> platforms) {
        List<Fixture> found = ids(typed).stream()
                .flatMap(id -> platforms.stream().flatMap(platform -> corpus.find(id, platform).stream()))
                .toList();
        return found.isEmpty() ? on(platforms, typed, of(typed)) : found;
    }

    /**
     * Returns the fixtures of some platforms.
     *
     * @param typed what they are called, for errors
     * @throws NotRecorded when there are none
     */
    public static List<Fixture> on(List<PlatformId> platforms, String typed, List<Fixture> all) {
        List<Fixture> found = all.stream()
                .filter(fixture -> platforms.contains(fixture.platform()))
                .toList();
        if (found.isEmpty()) {
            throw new NotRecorded(
                    typed,
                    platforms,
                    all.stream().map(Fixture::platform).distinct().toList());
        }
        return found;
    }
}
