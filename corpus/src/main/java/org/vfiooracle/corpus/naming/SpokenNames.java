// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vfiooracle.contract.platforms.GenerationFacts;
import org.vfiooracle.contract.platforms.PlatformRefused;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.contract.spelling.Nearest;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Release;

/**
 * Finds the platforms that people mean: by hardware ({@code POWER9 6.12 64k}), by an emulated machine ({@code powernv9}), or
 * by what {@code uname -r} prints ({@code 6.12.95+deb12-powerpc64le-64k}).
 */
public final class SpokenNames {
    private static final int NEAR = 3;

    private final Platforms platforms;
    private final List<PlatformId> corpus;

    /**
     * Prepares to find platforms.
     *
     * @param corpus the platforms that are meant where no release is named
     */
    public SpokenNames(Platforms platforms, List<PlatformId> corpus) {
        this.platforms = platforms;
        this.corpus = List.copyOf(corpus);
    }

    /**
     * What a name stands for.
     *
     * @param platforms the platforms, in order; a name that the model knows stands for at least one, which it may refuse
     * @param distribution whether a kernel of a distribution is meant, of which only the series is known
     */
    public record Meaning(List<PlatformId> platforms, boolean distribution) {
        public Meaning {
            platforms = List.copyOf(platforms);
        }
    }

    /** Returns what {@code typed} stands for; empty when it is no name. The id of a platform is none. */
    public Optional<Meaning> find(String typed) {
        if (typed.contains("-linux-")) {
            return Optional.empty();
        }
        return SpokenPlatform.parse(typed, platforms.facts())
                .map(spoken -> new Meaning(of(spoken), spoken.distribution()))
                .filter(meaning -> !meaning.platforms().isEmpty());
    }

    private List<PlatformId> of(SpokenPlatform spoken) {
        if (spoken.release().isEmpty()) {
            return corpus.stream()
                    .filter(id -> spoken.generations().stream()
                            .anyMatch(one -> one.name().equals(id.generation())))
                    .filter(id -> spoken.page().map(id.page()::equals).orElse(true))
                    .sorted(BY_RELEASE)
                    .toList();
        }
        List<PlatformId> all = new ArrayList<>();
        for (GenerationFacts generation : spoken.generations()) {
            for (String page : spoken.page().map(List::of).orElse(generation.pageSizes())) {
                PlatformId id =
                        new PlatformId(generation.name(), spoken.release().get(), page);
                all.add(platforms.named(id, corpus).orElse(id));
            }
        }
        List<PlatformId> computed = all.stream().filter(this::computed).toList();
        return computed.isEmpty() ? all.subList(0, 1) : computed;
    }

    private boolean computed(PlatformId id) {
        try {
            platforms.profile(id);
            return true;
        } catch (PlatformRefused never) {
            return false;
        }
    }

    /** By generation, then by release: a name would put 6.12 before 6.6. */
    private static final Comparator<PlatformId> BY_RELEASE = Comparator.comparing(PlatformId::generation)
            .thenComparing(PlatformId::release)
            .thenComparing(PlatformId::page);

    /**
     * Returns up to three names that may have been meant where the hardware has a name that nobody knows, each with the rest as
     * typed: {@code POWER10 6.12} for {@code POWER12 6.12}. None for an id: {@link #near} has ids for it.
     */
    public List<String> nearHardware(String typed) {
        String hardware = hardware(typed);
        return typed.contains("-linux-") || isKnown(hardware)
                ? List.of()
                : nearNames(hardware).stream()
                        .limit(NEAR)
                        .map(name -> name + typed.substring(hardware.length()))
                        .toList();
    }

    private static String hardware(String typed) {
        return typed.split("-linux-|[\\s]|-(?=[0-9])", 2)[0];
    }

    private boolean isKnown(String hardware) {
        return platforms.facts().stream().anyMatch(one -> HardwareNames.isCalled(one, hardware));
    }

    private List<String> nearNames(String hardware) {
        return Nearest.to(
                hardware,
                platforms.facts().stream()
                        .flatMap(one -> HardwareNames.of(one).stream())
                        .toList());
    }

    /**
     * Returns up to three of {@code known} that may have been meant by a name that is wrong: those of the same hardware, with
     * the nearest releases first.
     */
    public List<PlatformId> near(String typed, List<PlatformId> known) {
        String hardware = hardware(typed);
        List<GenerationFacts> facts = platforms.facts();
        List<String> called = isKnown(hardware) ? List.of(hardware) : nearNames(hardware);
        Optional<Release> release = release(typed);
        return called.stream()
                .flatMap(name -> facts.stream().filter(one -> HardwareNames.isCalled(one, name)))
                .distinct()
                .flatMap(one -> of(one, known, release, typed))
                .limit(NEAR)
                .toList();
    }

    private static Stream<PlatformId> of(
            GenerationFacts generation, List<PlatformId> known, Optional<Release> release, String typed) {
        return known.stream()
                .filter(id -> id.generation().equals(generation.name()))
                .sorted(Comparator.<PlatformId>comparingInt(id ->
                                release.map(r -> distance(r, id.release())).orElse(0))
                        .thenComparing(id -> !typed.endsWith("-" + id.page()))
                        .thenComparing(BY_RELEASE));
    }

    private static int distance(Release one, Release other) {
        return Math.abs((one.major() - other.major()) * 100 + one.minor() - other.minor());
    }

    private static Optional<Release> release(String typed) {
        var found = SpokenPlatform.RELEASE.matcher(typed.replace('-', ' '));
        return found.find() ? Optional.of(Release.parse(found.group())) : Optional.empty();
    }
}
