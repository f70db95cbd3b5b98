// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Release;

/** How several platforms are named in a line. */
public final class PlatformsText {
    private static final int SPELLED_OUT = 4;

    private PlatformsText() {}

    /** Returns their ids; of many, the releases by generation and page size: {@code phb4 on 6.6 6.12 with 64k}. */
    public static String of(Collection<PlatformId> platforms) {
        if (platforms.size() <= SPELLED_OUT) {
            return platforms.stream().map(PlatformId::toString).collect(Collectors.joining(", "));
        }
        Map<String, SortedSet<Release>> releases = new LinkedHashMap<>();
        platforms.forEach(
                id -> releases.computeIfAbsent(id.generation() + " on %s with " + id.page(), kind -> new TreeSet<>())
                        .add(id.release()));
        List<String> names = new ArrayList<>();
        releases.forEach((kind, some) -> names.add(
                kind.replace("%s", some.stream().map(Release::toString).collect(Collectors.joining(" ")))));
        return String.join(", ", names);
    }
}
