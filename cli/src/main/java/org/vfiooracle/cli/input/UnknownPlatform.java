// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.input;

import java.util.Collection;

/** A platform was named that cannot be computed. */
public final class UnknownPlatform extends BadInput {
    private static final long serialVersionUID = 1;

    /**
     * Says why, and offers others.
     *
     * @param typed what was named
     * @param reason why it cannot be computed
     * @param known the platforms of the corpus
     */
    UnknownPlatform(String typed, String reason, Collection<String> known) {
        super(Complaint.that("no such platform")
                .found(typed)
                .expected(reason)
                .hint("the nearest are " + String.join(", ", Nearest.to(typed, known))));
    }
}
