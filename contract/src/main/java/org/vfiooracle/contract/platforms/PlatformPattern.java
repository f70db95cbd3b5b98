// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.platform.Releases;

/**
 * A set of platforms as expectation tables and filters spell it: {@code GENERATION[, ...] [on FROM..TO ...] [with 4k]},
 * as in {@code ioda2, phb4 on 4.2..5.18 6.4.. with 64k}; {@code *} is every platform.
 */
public final class PlatformPattern {
    private static final Pattern FORM = Pattern.compile("(?<generations>[a-z0-9]+(?:\\s*,\\s*[a-z0-9]+)*)"
            + "(?:\\s+on\\s+(?<releases>[0-9.]+(?:[\\s,]+[0-9.]+)*))?"
            + "(?:\\s+with\\s+(?<page>4k|64k))?");

    private final String text;
    private final List<String> generations;
    private final List<Releases> releases;
    private final Optional<String> page;

    private PlatformPattern(String text, List<String> generations, List<Releases> releases, Optional<String> page) {
        this.text = text;
        this.generations = generations;
        this.releases = releases;
        this.page = page;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException when the text has another form; the message says which
     */
    public static PlatformPattern parse(String text) {
        String trimmed = text.strip();
        if (trimmed.equals("*")) {
            return new PlatformPattern(trimmed, List.of(), List.of(), Optional.empty());
        }
        Matcher form = FORM.matcher(trimmed);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "expected platforms such as \"ioda2, phb4 on 4.2..5.18 6.4.. with 64k\", found \"" + text + "\"");
        }
        List<Releases> releases = form.group("releases") == null
                ? List.of()
                : Arrays.stream(form.group("releases").split("[\\s,]+"))
                        .map(ReleaseRange::parse)
                        .toList();
        return new PlatformPattern(
                trimmed,
                List.of(form.group("generations").split("\\s*,\\s*")),
                releases,
                Optional.ofNullable(form.group("page")));
    }

    /** Tells whether it is {@code *}, which stands for every platform. */
    public boolean isAny() {
        return generations.isEmpty();
    }

    /** The generations that it names; empty for {@code *}. */
    public List<String> generations() {
        return generations;
    }

    /**
     * Returns every platform that it names, by series, and with both page sizes where it names none.
     *
     * @throws IllegalArgumentException when it names releases without end
     */
    List<PlatformId> all() {
        List<PlatformId> all = new ArrayList<>();
        for (String generation : generations) {
            for (Releases range : releases) {
                for (Release series : KernelSeries.in(range)) {
                    page.map(List::of)
                            .orElse(List.of("4k", "64k"))
                            .forEach(size -> all.add(new PlatformId(generation, series, size)));
                }
            }
        }
        return all;
    }

    /** Tells whether {@code platform} is one of these. */
    public boolean matches(PlatformId platform) {
        return (isAny() || generations.contains(platform.generation()))
                && (releases.isEmpty() || releases.stream().anyMatch(r -> r.contains(platform.release())))
                && page.map(platform.page()::equals).orElse(true);
    }

    @Override
    public String toString() {
        return text;
    }
}
