// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.contract.codec.StateCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Part;

/** Compares what is left after the last operation. */
final class StateDiff {
    private StateDiff() {}

    /** Returns what differs, in order of path, as differences of the last operation. */
    static List<Difference> between(Fixture fixture, Map<String, Object> found) {
        SortedMap<String, String> wanted = Leaves.of(Part.STATE.key(), StateCodec.encode(fixture.last()));
        SortedMap<String, String> got = Leaves.of(Part.STATE.key(), found);
        SortedSet<String> paths = new TreeSet<>(wanted.keySet());
        paths.addAll(got.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            String expected = wanted.getOrDefault(path, Difference.NOTHING);
            String answered = got.getOrDefault(path, Difference.NOTHING);
            if (!expected.equals(answered)) {
                differences.add(new Difference(
                        fixture.steps().size(), "after the last operation", Part.STATE, path, expected, answered, ""));
            }
        }
        return differences;
    }
}
