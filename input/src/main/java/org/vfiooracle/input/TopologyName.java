// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.List;
import java.util.regex.Pattern;

/** A name for a new topology. */
public final class TopologyName {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private TopologyName() {}

    /**
     * Returns the name.
     *
     * @param option the option
     * @param taken names of the topologies that there are
     * @throws NoSize when it cannot be one
     */
    public static String of(String option, String typed, List<String> taken) {
        if (!FORM.matcher(typed).matches() || taken.contains(typed)) {
            throw new NoSize(
                    option, "lower-case letters, digits and hyphens, and none of " + String.join(", ", taken), typed);
        }
        return typed;
    }
}
