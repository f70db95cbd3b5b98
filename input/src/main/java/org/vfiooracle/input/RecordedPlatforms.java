// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.vfiooracle.contract.platforms.CorpusPlatforms;
import org.vfiooracle.engine.platform.PlatformId;

/** Reads the platforms that a user names where only those of the corpus will do. */
public final class RecordedPlatforms {
    private final PlatformChoice choice;
    private final CorpusPlatforms corpus;

    private RecordedPlatforms(PlatformChoice choice, CorpusPlatforms corpus) {
        this.choice = choice;
        this.corpus = corpus;
    }

    /**
     * Returns a choice among the recorded platforms of a checkout.
     *
     * @param say is told in one line how a name was understood
     */
    public static RecordedPlatforms in(Checkout checkout, Consumer<String> say) {
        return new RecordedPlatforms(PlatformChoice.in(checkout, say), CorpusPlatforms.read(checkout.root()));
    }

    /**
     * Returns the platforms that were typed, each once and in order; all of the corpus when none were.
     *
     * @throws UnknownPlatform when one is not recorded, or none that can be computed
     */
    public List<PlatformId> of(Collection<String> typed) {
        return typed.isEmpty()
                ? corpus.platforms()
                : typed.stream()
                        .flatMap(name -> choice.some(name).stream().map(id -> recorded(name, id)))
                        .distinct()
                        .sorted()
                        .toList();
    }

    private PlatformId recorded(String typed, PlatformId id) {
        if (corpus.platforms().contains(id)) {
            return id;
        }
        String reason = choice.platforms()
                .named(id, corpus.platforms())
                .or(() -> corpus.standsFor(id))
                .map(same -> id + " is recorded as " + same)
                .orElse("a platform of the corpus, but there are no fixtures of " + id);
        throw new UnknownPlatform(typed, reason, List.of(), choice.names().near(id.toString(), corpus.platforms()));
    }
}
