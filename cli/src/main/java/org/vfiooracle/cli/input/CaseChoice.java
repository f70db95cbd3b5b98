// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.kernel.platform.PlatformId;

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
     * Returns the fixtures of a case, or of all rows of a scenario, in order of platform and id.
     *
     * @param typed the id with its @
     * @throws UnknownName when the corpus has none
     */
    public List<FixtureName> of(String typed) {
        String id = typed.substring(1);
        List<FixtureName> found = corpus.names().stream()
                .filter(name ->
                        name.id().scenario().equals(id) || name.id().toString().equals(id))
                .toList();
        if (found.isEmpty()) {
            throw new UnknownName("fixture", typed, ids().toList());
        }
        return found;
    }

    /** Returns those of {@link #of} that are of one platform. */
    public List<FixtureName> of(String typed, PlatformId platform) {
        List<FixtureName> found = of(typed).stream()
                .filter(name -> name.platform().equals(platform))
                .toList();
        if (found.isEmpty()) {
            throw new UnknownName(
                    "fixture of " + typed + " on this platform",
                    platform.toString(),
                    of(typed).stream()
                            .map(name -> name.platform().toString())
                            .distinct()
                            .toList());
        }
        return found;
    }

    private Stream<String> ids() {
        return corpus.names().stream().map(name -> "@" + name.id()).distinct();
    }
}
