// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.input;

import java.util.Collection;
import java.util.List;

/** A scenario or a feature file was named that there is not. */
public final class UnknownScenario extends BadInput {
    private static final long serialVersionUID = 1;

    UnknownScenario(String typed, Collection<String> files, Collection<String> ids) {
        super(Complaint.that("no scenario is there")
                .found(typed)
                .expected("a feature file, a folder of them, or the id of a scenario such as @ATTACH-012")
                .hint("the nearest are " + String.join(", ", nearest(typed, files, ids))));
    }

    private static List<String> nearest(String typed, Collection<String> files, Collection<String> ids) {
        return Nearest.to(typed, typed.contains("/") || typed.endsWith(".feature") ? files : ids);
    }
}
