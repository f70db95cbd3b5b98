// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

/** A command was asked for something that it cannot do; ends it with exit code 2. */
public abstract class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Takes its whole wording from {@code complaint}. */
    protected BadInput(Complaint complaint) {
        super(complaint.text());
    }
}
