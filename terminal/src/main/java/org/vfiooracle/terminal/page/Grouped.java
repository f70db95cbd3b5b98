// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vfiooracle.corpus.naming.PlatformsText;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * Platforms for which the same is to be said.
 *
 * @param platforms at least one, in order
 * @param what what is to be said of them
 * @param <T> equal values are the same
 */
public record Grouped<T>(List<PlatformId> platforms, T what) {
    public Grouped {
        platforms = List.copyOf(platforms);
    }

    /**
     * Returns the groups in order of their first platforms.
     *
     * @param items one for each platform
     * @param platform the platform of an item
     * @param what what is to be said of it
     */
    public static <I, T> List<Grouped<T>> of(List<I> items, Function<I, PlatformId> platform, Function<I, T> what) {
        Map<T, List<PlatformId>> groups = new LinkedHashMap<>();
        for (I item : items) {
            groups.computeIfAbsent(what.apply(item), key -> new ArrayList<>()).add(platform.apply(item));
        }
        List<Grouped<T>> grouped = new ArrayList<>();
        groups.forEach((value, members) -> grouped.add(new Grouped<>(members, value)));
        return grouped;
    }

    /** The names of the platforms in a line. */
    public String names() {
        return PlatformsText.of(platforms);
    }

    /** The names of the platforms. */
    public List<String> strings() {
        return platforms.stream().map(PlatformId::toString).toList();
    }
}
