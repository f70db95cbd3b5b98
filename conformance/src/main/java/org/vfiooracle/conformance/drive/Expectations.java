// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.protocol.message.Announcement;

/** Knows what to compare an adapter with, once it has said what it is. */
@FunctionalInterface
public interface Expectations {
    /** Returns what is expected of {@code announced}, which has a point release. */
    Expected of(PlatformId announced);

    /** Returns what is expected of an adapter that says this of itself. */
    default Expected of(Announcement announcement) {
        return of(announcement.platform());
    }
}
