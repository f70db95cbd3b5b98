// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import org.vfiooracle.engine.platform.Releases;

/**
 * The ages of the sPAPR driver. Stable series got some changes late: 4.9 most of what 4.10 and 4.12 brought, 4.4 only the
 * shadow that waits; the point releases are the first in which somebody has seen them.
 */
final class Eras {
    /** One group, one table, no v2. */
    static final Releases FIRST = Releases.to("4.1");

    /** Several groups and v2. */
    static final Releases SECOND_ON = Releases.from("4.2");

    /** The default window is made, and paid for, by the first attach; memory stays registered until its process is gone. */
    static final Releases EAGER = Releases.between("4.2", "4.9").fixedIn("4.9", 79);

    /** The default window waits for the first call that needs it, and a container belongs to one process. */
    static final Releases PENDING = Releases.from("4.10").backportedTo("4.9", 79);

    /** It waits only where windows can be created; elsewhere the container has the table of boot time from the start. */
    static final Releases PENDING_WHERE_CREATED =
            Releases.between("4.10", "6.3").backportedTo("4.9", 79);

    /** Where windows cannot be created, the first attach adopts the table of boot time, without a shadow. */
    static final Releases ADOPTING =
            Releases.between("4.10", "6.3").backportedTo("4.4", 155).backportedTo("4.9", 79);

    /** The shadow of user addresses is made, and paid for, together with its table. */
    static final Releases EAGER_SHADOW =
            Releases.between("4.2", "4.9").fixedIn("4.4", 155).fixedIn("4.9", 79);

    /** The shadow does not come with its table. Also the releases that keep the charge of a table they could not make. */
    static final Releases LATE_SHADOW =
            Releases.from("4.10").backportedTo("4.4", 155).backportedTo("4.9", 79);

    /** The shadow is made, and paid for, by the first v2 MAP into its table. */
    static final Releases SHADOW_AT_MAP =
            Releases.between("4.10", "4.18").backportedTo("4.4", 155).backportedTo("4.9", 79);

    /** v1 takes only groups without windows of their own, and v2 only groups with them. */
    static final Releases TYPE_CHECKED = Releases.between("4.12", "6.3").backportedTo("4.9", 149);

    private Eras() {}
}
