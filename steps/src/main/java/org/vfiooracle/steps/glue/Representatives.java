// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import java.util.Set;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;

/** The platforms that programs are tried on: one for each way in which the calls of a program can be answered. */
final class Representatives {
    private static final Set<String> ALL = Set.of(
            "p5ioc2-linux-4.2-64k",
            "ioda1-linux-4.1-64k",
            "ioda1-linux-4.2-64k",
            "ioda1-linux-4.12-64k",
            "ioda2-linux-4.1-64k",
            "ioda2-linux-4.2-64k",
            "ioda2-linux-4.12-64k",
            "ioda2-linux-6.12-4k",
            "phb4-linux-5.10-4k",
            "phb4-linux-6.12-4k",
            "pseries-linux-5.10-4k",
            "pseries-linux-6.6-64k",
            "pseries-linux-6.12-4k",
            "x86-linux-6.12-4k");

    private static final Set<String> TWO = Set.of("phb4-linux-6.12-4k", "pseries-linux-5.10-4k");

    private Representatives() {}

    static boolean contains(Profile profile) {
        return ALL.contains(series(profile));
    }

    /** One with windows that can be made and one without. */
    static boolean areTwo(Profile profile) {
        return TWO.contains(series(profile));
    }

    private static String series(Profile profile) {
        PlatformId id = profile.id();
        return new PlatformId(id.generation(), id.release().series(), id.page()).toString();
    }
}
