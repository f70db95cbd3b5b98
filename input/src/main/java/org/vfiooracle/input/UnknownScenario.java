// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.Collection;
import org.vfiooracle.contract.spelling.Nearest;

/** A scenario or a feature file was named that there is not. */
public final class UnknownScenario extends BadInput {
    private static final long serialVersionUID = 1;

    UnknownScenario(String typed, Collection<String> files, Collection<String> ids) {
        super(Complaint.that("no such scenario")
                .found(typed)
                .expected("a feature file, a folder of them, or the id of a scenario such as @ATTACH-012")
                .hint(Nearest.hint(typed, typed.contains("/") || typed.endsWith(".feature") ? files : ids)));
    }
}
