// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.failure.ScenarioFailed;
import org.vfiooracle.steps.scene.Scene;
import org.vfiooracle.steps.scene.Track;

/** What a check found wrong, platform by platform, told once for all platforms that are wrong in the same way. */
final class Findings {
    private final Scene scene;
    private final Map<Found, List<PlatformId>> platforms = new LinkedHashMap<>();

    private record Found(int row, List<String> message) {}

    Findings(Scene scene) {
        this.scene = scene;
    }

    /** Notes that row {@code row} of the table, 0 where there is none, is wrong for a platform. */
    void add(int row, Track track, List<String> message) {
        platforms
                .computeIfAbsent(new Found(row, List.copyOf(message)), found -> new ArrayList<>())
                .add(track.platform());
    }

    /** Notes a difference, unless the texts are equal. */
    void compare(int row, Track track, String what, String expected, String got) {
        if (!expected.equals(got)) {
            add(row, track, List.of(what + ": expected " + expected + ", got " + got));
        }
    }

    /**
     * Ends a check.
     *
     * @throws ScenarioFailed when anything was found
     */
    void raise() {
        scene.verdicts().checked();
        if (platforms.isEmpty()) {
            return;
        }
        String id = scene.origin().id().toString();
        List<Failure> failures = new ArrayList<>();
        platforms.forEach((found, where) -> failures.add(new Failure(
                Failure.Kind.EXPECTATION,
                scene.place(found.row()),
                Optional.of(id),
                where,
                found.message(),
                "try: ./oracle explain @" + id)));
        throw new ScenarioFailed(failures);
    }
}
