// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

/** There is nothing to look at, or too much. */
public final class NoLog extends BadInput {
    private static final long serialVersionUID = 1;

    /**
     * Tells what would have been right.
     *
     * @param where the file or the argument
     * @param expected in words
     * @param found in words
     * @param hint what to do
     */
    public NoLog(String where, String expected, String found, String hint) {
        super(Complaint.that("there is nothing to look at")
                .where(where)
                .expected(expected)
                .found(found)
                .hint(hint));
    }
}
