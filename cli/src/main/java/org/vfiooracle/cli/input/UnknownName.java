// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.input;

import java.util.Collection;

/** Something was named that there is not. */
public final class UnknownName extends BadInput {
    private static final long serialVersionUID = 1;

    /**
     * Offers what there is.
     *
     * @param kind what it should be: {@code area}, {@code deviation}
     * @param typed what was named
     * @param known the names that there are
     */
    public UnknownName(String kind, String typed, Collection<String> known) {
        super(Complaint.that("there is no " + kind + " of this name")
                .found(typed)
                .expected(known.size() > FEW ? "" : "one of " + String.join(", ", known))
                .hint(Nearest.hint(typed, known)));
    }

    /** So many names can be listed. */
    private static final int FEW = 20;
}
