// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.procedure;

/** The model has no answer, and says so instead of guessing. */
public final class NotModelled extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;

    /** Says what is not modelled, in a few words that can end the sentence "not modelled: ...". */
    public NotModelled(String what) {
        super("not modelled: " + what + "; see docs/reference/scope.md");
        this.what = what;
    }

    /** What is not modelled. */
    public String what() {
        return what;
    }
}
