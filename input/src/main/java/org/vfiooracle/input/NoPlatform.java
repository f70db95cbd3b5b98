// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

/** A case was given without saying for which platform. */
public final class NoPlatform extends BadInput {
    private static final long serialVersionUID = 1;

    /**
     * Says how to name one.
     *
     * @param typed the case
     */
    public NoPlatform(String typed) {
        super(Complaint.that("the case does not name a platform")
                .where(typed)
                .expected(
                        "--platform with an id such as phb4-linux-6.12-4k, or hardware and release: \"POWER9 6.12 4k\"")
                .found("none")
                .hint("./oracle platforms lists all"));
    }
}
