// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.failure.Place;
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

    /** Ends a check: tells the scene what was found. The steps after it are looked at all the same. */
    void tell() {
        scene.verdicts().checked();
        Place scenario = scene.origin().place();
        List<Failure> failures = new ArrayList<>();
        platforms.forEach((found, where) -> failures.add(new Failure(
                Failure.Kind.EXPECTATION,
                scene.place(found.row()),
                Optional.of(scene.origin().id().toString()),
                where,
                found.message(),
                "try: ./oracle try " + Place.of(scenario.feature(), scenario.line()) + " --platform " + where.get(0))));
        scene.fail(failures);
    }
}
