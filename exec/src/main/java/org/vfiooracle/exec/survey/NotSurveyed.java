// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import org.vfiooracle.contract.codec.PlainLine;

/** No topology can be made of what somebody has given. */
public final class NotSurveyed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Says what is missing.
     *
     * @param where the file or folder, and the line where there is one
     * @param expected in words
     * @param found in words
     * @param hint what to do
     */
    public NotSurveyed(String where, String expected, String found, String hint) {
        super("this does not describe a computer\n  where:    " + PlainLine.of(where) + "\n  expected: "
                + PlainLine.of(expected) + "\n  found:    " + PlainLine.shown(found) + "\n  hint:     "
                + PlainLine.of(hint));
    }
}
