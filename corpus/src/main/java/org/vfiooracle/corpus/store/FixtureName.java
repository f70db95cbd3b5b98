// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import java.util.Optional;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.engine.platform.PlatformId;

/** What tells one fixture from another, and where it stands in a bundle: {@code <platform>/<area>/<ID>[.<case>].yaml}. */
public final class FixtureName implements Comparable<FixtureName> {
    private static final String END = ".yaml";

    private final PlatformId platform;
    private final CaseId id;
    private final String path;

    /**
     * Returns a name.
     *
     * @param platform the platform, as the corpus names it
     * @param id the case
     */
    public FixtureName(PlatformId platform, CaseId id) {
        this.platform = platform;
        this.id = id;
        this.path = platform + "/" + id.area() + "/" + id + END;
    }

    /** Returns the name of {@code fixture}. */
    public static FixtureName of(Fixture fixture) {
        return new FixtureName(fixture.platform(), fixture.performed().id());
    }

    /** Returns the fixture whose file stands at {@code path} of a bundle, if one can stand there. */
    public static Optional<FixtureName> at(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length != 3 || !path.endsWith(END)) {
            return Optional.empty();
        }
        try {
            FixtureName name = new FixtureName(
                    PlatformId.parse(parts[0]), CaseId.parse(parts[2].substring(0, parts[2].length() - END.length())));
            return name.path.equals(path) ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The platform, as the corpus names it. */
    public PlatformId platform() {
        return platform;
    }

    /** The case. */
    public CaseId id() {
        return id;
    }

    /** Where the fixture stands, with / and relative to the folder of the fixtures. */
    public String path() {
        return path;
    }

    @Override
    public int compareTo(FixtureName other) {
        return path.compareTo(other.path);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FixtureName name && name.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return id + " " + platform;
    }
}
