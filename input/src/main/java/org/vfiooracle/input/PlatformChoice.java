// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.vfiooracle.contract.platforms.PlatformRefused;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.naming.SpokenNames;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * Reads the platforms that a user names: by id ({@code phb4-linux-6.12-4k}), or in the words of {@link SpokenNames}. How
 * words were understood is said.
 */
public final class PlatformChoice {
    private static final int LISTED = 4;

    private final Platforms platforms;
    private final List<PlatformId> corpus;
    private final SpokenNames names;
    private final Consumer<String> say;

    private PlatformChoice(Platforms platforms, List<PlatformId> corpus, Consumer<String> say) {
        this.platforms = platforms;
        this.corpus = List.copyOf(corpus);
        this.names = new SpokenNames(platforms, corpus);
        this.say = say;
    }

    /**
     * Returns a choice among the platforms of a checkout.
     *
     * @param say is told in one line how a name was understood
     */
    public static PlatformChoice in(Checkout checkout, Consumer<String> say) {
        Platforms platforms = Platforms.load();
        return new PlatformChoice(platforms, platforms.corpus(checkout.root()), say);
    }

    /** Every platform that can be computed. */
    public Platforms platforms() {
        return platforms;
    }

    /** The platforms of the corpus, in order. */
    public List<PlatformId> corpus() {
        return corpus;
    }

    /** What people call them. */
    public SpokenNames names() {
        return names;
    }

    /**
     * Returns the one platform that was typed.
     *
     * @throws SeveralPlatforms when it can be several
     * @throws UnknownPlatform when it is none that can be computed
     */
    public PlatformId of(String typed) {
        List<PlatformId> meant = some(typed, false);
        if (meant.size() > 1) {
            throw new SeveralPlatforms(typed, meant);
        }
        return meant.get(0);
    }

    /**
     * Returns the platforms that were typed, at least one: all of a generation when only hardware was named.
     *
     * @throws UnknownPlatform when there is none that can be computed
     */
    public List<PlatformId> some(String typed) {
        return some(typed, true);
    }

    /** Returns the platforms that were typed, or else all platforms of the corpus. */
    public List<PlatformId> orAll(Optional<String> typed) {
        return typed.map(this::some).orElse(corpus);
    }

    private List<PlatformId> some(String typed, boolean several) {
        Optional<SpokenNames.Meaning> meaning = names.find(typed);
        if (meaning.isEmpty()) {
            return List.of(exact(typed, typed));
        }
        List<PlatformId> meant = meaning.get().platforms().stream()
                .map(id -> exact(id.toString(), typed))
                .toList();
        if (several || meant.size() == 1) {
            say.accept("\"" + typed + "\" is read as " + listed(meant)
                    + (meaning.get().distribution()
                            ? ", without the changes that a distribution makes to its kernel"
                            : ""));
        }
        return meant;
    }

    private static String listed(List<PlatformId> platforms) {
        String first =
                platforms.stream().limit(LISTED).map(PlatformId::toString).collect(Collectors.joining(", "));
        return platforms.size() > LISTED ? first + " and " + (platforms.size() - LISTED) + " more" : first;
    }

    private PlatformId exact(String name, String typed) {
        try {
            PlatformId id = PlatformId.parse(name);
            platforms.profile(id);
            return id;
        } catch (IllegalArgumentException | PlatformRefused e) {
            throw new UnknownPlatform(
                    typed, String.valueOf(e.getMessage()), names.nearHardware(typed), names.near(name, corpus));
        }
    }
}
