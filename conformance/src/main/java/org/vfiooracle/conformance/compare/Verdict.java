// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import java.util.Locale;

/** What is said of an implementation in one case. */
public enum Verdict {
    /** All that was compared agrees. */
    CONFORMS,
    /** All that was compared agrees, but the implementation did not go to the end of the case. */
    PARTIAL,
    /** Something that was compared does not agree. */
    DIFFERS,
    /** It does not agree, as somebody has declared with a reason. */
    WAIVED,
    /** It answers as intended where the release has a bug. */
    FIXED,
    /** It cannot perform the case, and says why. */
    SKIPPED,
    /** It broke; that is never a legal way to refuse. */
    CRASHED,
    /** It did not answer in time. */
    TIMED_OUT,
    /** It was never asked, or never answered without being broken. */
    NOT_RUN;

    /** The name in reports: {@code timed-out}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody has to look at it. */
    public boolean finding() {
        return this == DIFFERS || this == CRASHED || this == TIMED_OUT || this == NOT_RUN;
    }
}
