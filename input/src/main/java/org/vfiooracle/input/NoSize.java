// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

/** Something else was typed where a number of bytes, a window or a count belongs. */
public final class NoSize extends BadInput {
    private static final long serialVersionUID = 1;

    /**
     * Tells what would have been right.
     *
     * @param option the option
     * @param expected in words
     * @param typed what was typed
     */
    public NoSize(String option, String expected, String typed) {
        super(Complaint.that("this value cannot be used")
                .where(option)
                .expected(expected)
                .found(typed));
    }
}
