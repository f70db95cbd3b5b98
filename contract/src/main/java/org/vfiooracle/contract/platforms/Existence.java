// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.util.Optional;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.engine.platform.Release;

/**
 * The releases that ran on a generation.
 *
 * @param from first series, if there were kernels before it
 * @param before why no earlier one
 * @param to last series, if there are kernels after it
 * @param after why no later one
 */
record Existence(Optional<Release> from, String before, Optional<Release> to, String after) {
    static Existence take(Fields fields) {
        Optional<Release> from = release(fields, "from");
        String before = from.isPresent() ? fields.text("before") : "";
        Optional<Release> to = release(fields, "to");
        String after = to.isPresent() ? fields.text("after") : "";
        fields.end();
        return new Existence(from, before, to, after);
    }

    /** Returns why {@code release} never ran on it; empty when it did. */
    Optional<String> refusal(Release release) {
        if (from.isPresent() && release.series().compareTo(from.get()) < 0) {
            return Optional.of(before);
        }
        return to.isPresent() && release.series().compareTo(to.get()) > 0 ? Optional.of(after) : Optional.empty();
    }

    private static Optional<Release> release(Fields fields, String key) {
        return fields.has(key)
                ? Optional.of(fields.parsed(key, "a kernel release such as '4.11'", Release::parse))
                : Optional.empty();
    }
}
