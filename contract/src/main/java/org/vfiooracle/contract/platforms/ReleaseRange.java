// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.util.Optional;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.platform.Releases;

/** Ranges of kernel releases as files and tables spell them: {@code 4.2..4.11}, {@code 6.4..}, {@code ..4.17}, {@code 4.2}. */
public final class ReleaseRange {
    private static final String TO = "..";

    private ReleaseRange() {}

    /**
     * Reads a range; both ends are part of it, and a single release stands for itself.
     *
     * @throws IllegalArgumentException when the text has another form, or the last release stands before the first
     */
    public static Releases parse(String text) {
        int at = text.indexOf(TO);
        if (at < 0) {
            return Releases.between(text, text);
        }
        Optional<Release> from = end(text.substring(0, at));
        Optional<Release> to = end(text.substring(at + TO.length()));
        boolean backwards = from.isPresent() && to.isPresent() && to.get().compareTo(from.get()) < 0;
        if (backwards || (from.isEmpty() && to.isEmpty())) {
            throw new IllegalArgumentException(
                    "expected releases such as 4.2..4.11, 6.4.. or ..4.17, found \"" + text + "\"");
        }
        return new Releases(from, to);
    }

    private static Optional<Release> end(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Release.parse(text));
    }
}
