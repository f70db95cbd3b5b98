// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.input;

import java.util.Collection;
import org.vfiooracle.contract.wording.Nearest;

/** A platform was named that cannot be computed. */
public final class UnknownPlatform extends BadInput {
    private static final long serialVersionUID = 1;
    private static final String EXPECTED = "expected ";

    /**
     * Says why, and offers others.
     *
     * @param typed what was named
     * @param reason why it cannot be computed
     * @param known the platforms of the corpus
     */
    UnknownPlatform(String typed, String reason, Collection<String> known) {
        super(complaint(typed, reason).hint(Nearest.hint(typed, known)));
    }

    /** A reason that tells what was expected is about the form of the name, any other about the platform. */
    private static Complaint complaint(String typed, String reason) {
        return reason.startsWith(EXPECTED)
                ? Complaint.that("no such platform")
                        .found(typed)
                        .expected(reason.substring(EXPECTED.length()).replaceFirst(", found .*", ""))
                : Complaint.that("no such platform, " + reason);
    }
}
