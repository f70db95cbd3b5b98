// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.input;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.platforms.PlatformRefused;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;

/** Reads the platforms that a user names. */
public final class PlatformChoice {
    private final Platforms platforms;
    private final List<PlatformId> corpus;

    /**
     * Prepares to read.
     *
     * @param corpus the platforms that are offered when one is unknown
     */
    public PlatformChoice(Platforms platforms, List<PlatformId> corpus) {
        this.platforms = platforms;
        this.corpus = List.copyOf(corpus);
    }

    /** Returns a choice among the platforms of a checkout. */
    public static PlatformChoice in(Checkout checkout) {
        Platforms platforms = Platforms.load();
        return new PlatformChoice(platforms, platforms.corpus(checkout.root()));
    }

    /** Every platform that can be computed. */
    public Platforms platforms() {
        return platforms;
    }

    /** The platforms of the corpus, in order. */
    public List<PlatformId> corpus() {
        return corpus;
    }

    /**
     * Returns the platform that was typed.
     *
     * @throws UnknownPlatform when it is none that can be computed
     */
    public PlatformId of(String typed) {
        try {
            PlatformId id = PlatformId.parse(typed);
            platforms.profile(id);
            return id;
        } catch (IllegalArgumentException | PlatformRefused e) {
            throw new UnknownPlatform(
                    typed,
                    String.valueOf(e.getMessage()),
                    corpus.stream().map(PlatformId::toString).toList());
        }
    }

    /** Returns the platform that was typed, or else all platforms of the corpus. */
    public List<PlatformId> orAll(Optional<String> typed) {
        return typed.map(text -> List.of(of(text))).orElse(corpus);
    }
}
