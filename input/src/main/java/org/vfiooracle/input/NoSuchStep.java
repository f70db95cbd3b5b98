// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

/** An operation was named by a number that the case does not have. */
public final class NoSuchStep extends BadInput {
    private static final long serialVersionUID = 1;

    /**
     * Says which numbers there are.
     *
     * @param typed what was named
     * @param steps number of operations of the case
     */
    public NoSuchStep(String typed, int steps) {
        super(Complaint.that("the case has no such call")
                .found(typed)
                .expected("a number from 1 to " + steps + " after #"));
    }
}
