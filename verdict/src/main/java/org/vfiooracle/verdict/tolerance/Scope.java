// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.tolerance;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * The fixtures that a waiver is about.
 *
 * @param cases an id, which stands for all rows of its scenario; an area; or a pattern with {@code *}. Empty for all cases
 * @param platforms a platform, or a pattern with {@code *}; empty for all platforms
 */
record Scope(Optional<String> cases, Optional<String> platforms) {
    /** Whether it names one scenario, or one row of it. */
    boolean exact() {
        return cases.filter(text -> !text.contains("*") && !isArea(text)).isPresent();
    }

    boolean contains(Comparison comparison) {
        return containsCase(comparison.id()) && containsPlatform(comparison.platform());
    }

    boolean containsCase(CaseId id) {
        return cases.map(text -> text.equals(id.toString())
                        || text.equals(id.scenario())
                        || isArea(text) && text.equals(id.area())
                        || text.contains("*") && matches(text, id.toString()))
                .orElse(true);
    }

    private boolean containsPlatform(PlatformId id) {
        return platforms.map(text -> matches(text, id.toString())).orElse(true);
    }

    private static boolean isArea(String text) {
        return text.equals(text.toLowerCase(Locale.ROOT)) && !text.contains("*");
    }

    private static boolean matches(String glob, String text) {
        return Pattern.matches(Pattern.quote(glob).replace("*", "\\E.*\\Q"), text);
    }
}
