// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

/** A program that was to be run could not be. */
public final class NotStarted extends BadInput {
    private static final long serialVersionUID = 1;

    /** Says why. */
    public NotStarted(String program, String errno) {
        super(Complaint.that("cannot start the program")
                .where(program)
                .found(errno.equals("ENOENT") ? "no such command or file" : errno));
    }
}
