// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.procedure;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.platform.Releases;

/**
 * A named departure from intended behaviour: a bug of some releases, or a fault that we seed.
 *
 * @param id area of the model and what goes wrong
 * @param sentence one sentence that states it
 * @param releases the kernels that have it; none for a seeded fault
 * @param applies further conditions, such as the byte order of the host
 * @param source where it can be read or was seen
 * @param edit what it changes in the lists of checks and steps
 */
public record Deviation(
        String id,
        String sentence,
        Releases releases,
        Predicate<Profile> applies,
        String source,
        UnaryOperator<Catalogue> edit) {
    /** Whether a platform has it. */
    public boolean present(Profile profile) {
        return releases.contains(profile.release()) && applies.test(profile);
    }
}
