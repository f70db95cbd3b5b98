// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;

/** A program was to run on a platform whose pages are smaller than those of this host. */
public final class OtherPages extends BadInput {
    private static final long serialVersionUID = 1;

    private OtherPages(Complaint complaint) {
        super(complaint);
    }

    /** Says which platform to take instead. */
    public static OtherPages of(Profile profile, PlatformId typed, long hostPage) {
        String twin = hostPage == 4096 ? "4k" : "64k";
        return new OtherPages(Complaint.that("the pages of the platform must not be smaller than those of this host")
                .where(typed.toString())
                .expected("pages of " + hostPage + " bytes or more")
                .found("pages of " + profile.pageSize() + " bytes")
                .hint("take " + new PlatformId(typed.generation(), typed.release(), twin)));
    }
}
