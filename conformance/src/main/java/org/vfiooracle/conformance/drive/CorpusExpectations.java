// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.oracle.Machine;

/**
 * The fixtures of the corpus where they mean exactly the point release that an adapter announces; otherwise the cases of
 * the generation, with what the model says of exactly that point release.
 */
public final class CorpusExpectations implements Expectations {
    private final Platforms platforms;
    private final List<PlatformId> recorded;
    private final Function<PlatformId, List<Fixture>> fixtures;
    private final Predicate<Fixture> wanted;

    /**
     * Prepares to look up.
     *
     * @param recorded the platforms of the corpus
     * @param fixtures the fixtures of one of them
     * @param wanted which of them to run
     */
    public CorpusExpectations(
            Platforms platforms,
            List<PlatformId> recorded,
            Function<PlatformId, List<Fixture>> fixtures,
            Predicate<Fixture> wanted) {
        this.platforms = platforms;
        this.recorded = List.copyOf(recorded);
        this.fixtures = fixtures;
        this.wanted = wanted;
    }

    /**
     * Returns what is expected.
     *
     * @throws org.vfiooracle.contract.platforms.PlatformRefused when there is no such platform
     */
    @Override
    public Expected of(PlatformId announced) {
        Optional<PlatformId> pinned = platforms.named(announced, recorded);
        if (pinned.isPresent()) {
            List<Fixture> all = chosen(pinned.get()).toList();
            return new Expected(sorted(all), false, Collections.emptySortedMap());
        }
        return predicted(announced);
    }

    private Expected predicted(PlatformId announced) {
        Profile profile = platforms.profile(announced);
        Machine machine = Machine.of(profile);
        List<Fixture> made = new ArrayList<>();
        SortedMap<CaseId, String> notMade = new TreeMap<>();
        for (Fixture like : cases(announced).values()) {
            try {
                made.add(Performance.predicted(
                        like.performed(),
                        announced,
                        machine,
                        platforms.topology(like.performed().topology(), profile),
                        like.feature()));
            } catch (NotModelled unknown) {
                notMade.put(like.performed().id(), String.valueOf(unknown.getMessage()));
            }
        }
        return new Expected(sorted(made), true, notMade);
    }

    /** The cases of the generation, each as the platform next to the announced one has it. */
    private SortedMap<CaseId, Fixture> cases(PlatformId announced) {
        SortedMap<CaseId, Fixture> cases = new TreeMap<>();
        recorded.stream()
                .filter(id -> id.generation().equals(announced.generation()))
                .sorted(nextTo(announced))
                .flatMap(this::chosen)
                .forEach(fixture -> cases.putIfAbsent(fixture.performed().id(), fixture));
        return cases;
    }

    private static Comparator<PlatformId> nextTo(PlatformId announced) {
        return Comparator.<PlatformId, Boolean>comparing(id -> !id.page().equals(announced.page()))
                .thenComparing(id ->
                        Math.abs(id.release().major() - announced.release().major()))
                .thenComparing(id ->
                        Math.abs(id.release().minor() - announced.release().minor()))
                .thenComparing(Comparator.naturalOrder());
    }

    private Stream<Fixture> chosen(PlatformId id) {
        return fixtures.apply(id).stream().filter(wanted);
    }

    private static List<Fixture> sorted(List<Fixture> all) {
        return all.stream()
                .sorted(Comparator.comparing(fixture -> fixture.performed().id()))
                .toList();
    }
}
