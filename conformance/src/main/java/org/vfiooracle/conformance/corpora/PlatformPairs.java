// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.corpora;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.contract.platforms.PlatformRefused;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * Which platform of the answers each platform of the fixtures is compared with: the same one; the one that means the same
 * point release; or, where there is only one on each side, that one whatever it is.
 */
record PlatformPairs(SortedMap<PlatformId, PlatformId> pairs, Optional<String> note) {
    static PlatformPairs of(Collection<FixtureName> expected, Collection<FixtureName> actual, Platforms platforms) {
        SortedSet<PlatformId> wanted = platformsOf(expected);
        SortedSet<PlatformId> there = platformsOf(actual);
        SortedMap<PlatformId, PlatformId> pairs = new TreeMap<>();
        for (PlatformId platform : wanted) {
            there.stream()
                    .filter(other -> other.equals(platform)
                            || (!there.contains(platform)
                                    && pinned(other, platforms).equals(pinned(platform, platforms))))
                    .findFirst()
                    .ifPresent(other -> pairs.put(platform, other));
        }
        if (pairs.isEmpty() && wanted.size() == 1 && there.size() == 1) {
            pairs.put(wanted.first(), there.first());
            return new PlatformPairs(
                    pairs, Optional.of("expected is " + wanted.first() + ", but actual is " + there.first()));
        }
        return new PlatformPairs(pairs, Optional.empty());
    }

    /** Returns what a fixture is compared with, if there is a platform for it. */
    Optional<FixtureName> paired(FixtureName name) {
        return Optional.ofNullable(pairs.get(name.platform())).map(platform -> new FixtureName(platform, name.id()));
    }

    private static PlatformId pinned(PlatformId id, Platforms platforms) {
        try {
            return platforms.pinned(id);
        } catch (PlatformRefused unknown) {
            return id;
        }
    }

    private static SortedSet<PlatformId> platformsOf(Collection<FixtureName> names) {
        SortedSet<PlatformId> platforms = new TreeSet<>();
        names.forEach(name -> platforms.add(name.platform()));
        return platforms;
    }
}
