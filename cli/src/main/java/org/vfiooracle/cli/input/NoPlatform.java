// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.input;

import java.util.List;
import java.util.stream.Collectors;
import org.vfiooracle.engine.platform.PlatformId;

/** A case was given without saying for which platform. */
public final class NoPlatform extends BadInput {
    private static final long serialVersionUID = 1;

    /**
     * Lists the platforms that there are.
     *
     * @param typed the case
     */
    public NoPlatform(String typed, List<PlatformId> known) {
        super(Complaint.that("for which platform?")
                .where(typed)
                .expected("--platform with one of "
                        + known.stream().map(PlatformId::toString).collect(Collectors.joining(", ")))
                .found("none"));
    }
}
