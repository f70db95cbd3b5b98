// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.platforms;

import java.util.List;
import org.vfiooracle.contract.platforms.PlatformPattern;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * A set of platforms that tables call by its name.
 *
 * @param name as tables write it: {@code two-window bridges before 4.12}
 * @param selectors what it contains: the platforms that any of these names
 * @param meaning what its platforms have in common, in one line
 * @param line where it is defined
 */
public record NamedSet(String name, List<PlatformPattern> selectors, String meaning, int line) {
    public NamedSet {
        selectors = List.copyOf(selectors);
    }

    /** Tells whether a platform is in the set. */
    public boolean contains(PlatformId platform) {
        return selectors.stream().anyMatch(selector -> selector.matches(platform));
    }
}
