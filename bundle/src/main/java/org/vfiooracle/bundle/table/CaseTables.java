// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.BareCall;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;

/** The fixtures of some platforms as tables in C: one header, and one file for each platform. */
public final class CaseTables {
    private static final String HEADER = "vfio_oracle_cases.h";

    private final Platforms platforms;
    private final Function<Fixture, Optional<String>> danger;

    /**
     * Prepares tables.
     *
     * @param danger returns what a case may do to a machine, if it may spoil or hang it
     */
    public CaseTables(Platforms platforms, Function<Fixture, Optional<String>> danger) {
        this.platforms = platforms;
        this.danger = danger;
    }

    /**
     * Returns the files by their names. A platform that has only cases of programs has none.
     *
     * @param version of the corpus
     */
    public SortedMap<String, String> of(String version, Collection<Fixture> fixtures) {
        Map<PlatformId, List<Fixture>> byPlatform = fixtures.stream()
                .filter(this::holds)
                .collect(Collectors.groupingBy(Fixture::platform, TreeMap::new, Collectors.toList()));
        SortedMap<String, String> files = new TreeMap<>();
        byPlatform.forEach((id, some) -> files.put(file(id), table(id).text(version, some)));
        files.put(HEADER, CommonTable.header(byPlatform.keySet()));
        files.put("vfio_oracle_names.c", CommonTable.names());
        return files;
    }

    /**
     * Tells whether the case of a fixture can be in a table: it makes calls of a kernel, and not of a program above it, and needs
     * no host that keeps something for itself, which whoever reads a table cannot set up.
     */
    public boolean holds(Fixture fixture) {
        return platforms.described(fixture.performed().topology()).ordinary()
                && fixture.performed().operations().stream()
                        .noneMatch(operation -> BareCall.of(operation) instanceof ProgramCall);
    }

    /** Returns the variable that a file of this platform defines. */
    public static String variable(PlatformId platform) {
        return CName.variable(platform.toString());
    }

    /** Returns the name of the file of a platform. */
    private static String file(PlatformId platform) {
        return platform + ".c";
    }

    private PlatformTable table(PlatformId id) {
        Profile profile = platforms.profile(id);
        return new PlatformTable(profile, name -> platforms.topology(name, profile), danger);
    }
}
