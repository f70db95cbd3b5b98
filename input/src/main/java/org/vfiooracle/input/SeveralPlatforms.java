// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.List;
import java.util.stream.Collectors;
import org.vfiooracle.engine.platform.PlatformId;

/** A name of several platforms was given where only one will do. */
public final class SeveralPlatforms extends BadInput {
    private static final long serialVersionUID = 1;

    /** Lists the platforms that the name can mean. */
    SeveralPlatforms(String typed, List<PlatformId> meant) {
        super(Complaint.that("this name stands for several platforms")
                .found(typed)
                .expected("one of " + meant.stream().map(PlatformId::toString).collect(Collectors.joining(", ")))
                .hint("add what is missing, such as the release and the page size: \"POWER9 6.12 64k\""));
    }
}
