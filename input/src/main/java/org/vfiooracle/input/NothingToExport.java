// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.List;
import java.util.stream.Collectors;
import org.vfiooracle.engine.platform.PlatformId;

/** There is no fixture of the platforms that were asked for. */
public final class NothingToExport extends BadInput {
    private static final long serialVersionUID = 1;

    /** Names the platforms. */
    public NothingToExport(List<PlatformId> platforms) {
        super(Complaint.that("nothing to export")
                .expected("fixtures of "
                        + platforms.stream().map(PlatformId::toString).collect(Collectors.joining(", ")))
                .found("none")
                .hint("./oracle record creates them"));
    }
}
