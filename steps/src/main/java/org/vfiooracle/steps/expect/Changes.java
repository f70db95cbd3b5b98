// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.steps.scene.Track;

/** What the last call changed, in a few words. */
public final class Changes {
    /** What is said when nothing did. */
    public static final String NONE = "no change";

    private Changes() {}

    /** Returns what changed on a platform. */
    public static String all(Track track) {
        State before = track.before();
        State after = track.state();
        List<String> changes = new ArrayList<>();
        long locked = before.process().lockedPages();
        if (locked != after.process().lockedPages()) {
            changes.add("locked pages from " + locked + " to " + after.process().lockedPages());
        }
        each("handle", before.handles(), after.handles(), changes);
        each("container", before.containers(), after.containers(), changes);
        each("group", before.groups(), after.groups(), changes);
        if (!before.regions().equals(after.regions())) {
            changes.add("registered memory");
        }
        each("process", before.others(), after.others(), changes);
        return changes.isEmpty() ? NONE : "a change of " + String.join(", ", changes);
    }

    /** Returns whether a container changed. */
    public static String of(Track track, String container) {
        boolean same = Objects.equals(
                track.before().containers().get(container),
                track.state().containers().get(container));
        return same ? NONE : "a change of container " + container;
    }

    private static void each(String kind, Map<String, ?> before, Map<String, ?> after, List<String> changes) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                changes.add(kind + " " + name);
            }
        }
    }
}
