// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.Collection;
import org.vfiooracle.contract.spelling.Nearest;

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
        this(kind, typed, known, known);
    }

    /**
     * Offers what there is.
     *
     * @param kind what it should be
     * @param typed what was named
     * @param listed the names that are listed where they are few
     * @param known the names among which the nearest are looked for
     */
    UnknownName(String kind, String typed, Collection<String> listed, Collection<String> known) {
        super(Complaint.that("there is no " + kind + " of this name")
                .found(typed)
                .expected(listed.size() > FEW ? "" : "one of " + String.join(", ", listed))
                .hint(Nearest.hint(typed, known)));
    }

    /**
     * Offers what there is, or tells which command lists it when nothing is alike.
     *
     * @param command how the names can be listed, without {@code ./oracle}
     */
    UnknownName(String kind, String typed, Collection<String> known, String command) {
        super(Complaint.that("there is no " + kind + " of this name")
                .found(typed)
                .hint(
                        Nearest.hint(typed, known).isEmpty()
                                ? "./oracle " + command + " lists them"
                                : Nearest.hint(typed, known)));
    }

    /** So many names can be listed. */
    private static final int FEW = 20;
}
