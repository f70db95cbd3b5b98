// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.scene;

import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.engine.platform.PlatformId;

/** What the Thens of a scenario have looked at. */
public final class Verdicts {
    private final SortedSet<PlatformId> settled = new TreeSet<>();
    private int checks;

    /** Counts one more thing that was looked at. */
    public void checked() {
        checks++;
    }

    /** Whether anything was looked at. */
    public boolean any() {
        return checks > 0;
    }

    /** Notes that a table says that a platform cannot run the scenario, or that none has to. */
    public void settle(PlatformId platform) {
        settled.add(platform);
    }

    /** Whether that is noted. */
    public boolean settled(PlatformId platform) {
        return settled.contains(platform);
    }
}
