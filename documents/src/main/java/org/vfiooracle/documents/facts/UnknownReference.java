// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import org.vfiooracle.advice.bugs.KnownBugs;

/** The list of known bugs names something that the model does not have. */
public final class UnknownReference extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownReference(String bug, String reference) {
        super(KnownBugs.FILE + ": bug " + bug + ": expected a deviation, a rule or @SCENARIO in shown_by, found \""
                + reference + "\"");
    }
}
