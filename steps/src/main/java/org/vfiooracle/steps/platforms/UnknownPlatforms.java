// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.platforms;

import java.util.Collection;
import org.vfiooracle.contract.spelling.Nearest;

/** A cell names platforms in no way that is known. */
public final class UnknownPlatforms extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String hint;

    UnknownPlatforms(String cell, String term, Collection<String> sets) {
        super("expected \"*\", a set of " + PlatformSets.FILE
                + " or a selector such as \"ioda2, phb4 on 4.2..5.18 6.4.. with 64k\", found \"" + cell + "\"");
        String nearest = Nearest.hint(term, sets);
        this.hint = nearest.isEmpty() ? "./oracle steps platforms lists the sets" : nearest;
    }

    /** What may help. */
    public String hint() {
        return hint;
    }
}
