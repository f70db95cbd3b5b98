// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.List;
import org.vfiooracle.corpus.naming.PlatformsText;
import org.vfiooracle.engine.platform.PlatformId;

/** A platform was named that cannot be computed. */
public final class UnknownPlatform extends BadInput {
    private static final long serialVersionUID = 1;
    private static final String EXPECTED = "expected ";

    /**
     * Says why, and offers others.
     *
     * @param typed what was named
     * @param reason why it cannot be computed
     * @param hardware names of hardware that may have been meant
     * @param near otherwise, platforms that may have been meant
     */
    UnknownPlatform(String typed, String reason, List<String> hardware, List<PlatformId> near) {
        super(complaint(typed, reason).hint(hint(hardware, near)));
    }

    private static String hint(List<String> hardware, List<PlatformId> near) {
        if (!hardware.isEmpty()) {
            return "did you mean " + String.join(", ", hardware) + "? ./oracle platforms lists all hardware";
        }
        return near.isEmpty() ? "./oracle platforms lists all" : "did you mean " + PlatformsText.of(near) + "?";
    }

    /** A reason that tells what was expected is about the form of the name, any other about the platform. */
    private static Complaint complaint(String typed, String reason) {
        return reason.startsWith(EXPECTED)
                ? Complaint.that("unknown platform")
                        .found(typed)
                        .expected("an id such as phb4-linux-6.12-4k, or hardware and release: \"POWER9 6.12 4k\"")
                : Complaint.that("no such platform: " + reason);
    }
}
