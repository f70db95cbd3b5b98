// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import org.vfiooracle.engine.platform.PlatformId;

/** A log cannot be written as a case. */
public final class NotACase extends BadInput {
    private static final long serialVersionUID = 1;

    public NotACase(String log, PlatformId platform) {
        super(Complaint.that("the log cannot be written as a case")
                .where(log)
                .found("calls that no groups of the topology six-groups answer alike on " + platform)
                .hint("name a platform that agrees with the log, or write the case by hand"));
    }
}
