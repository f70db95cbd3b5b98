// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.contrast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.oracle.Machine;

/**
 * The attempts of one program, each with the platforms on which it comes to the same.
 *
 * @param program id of the program
 * @param rows platforms by what becomes of the program there, in order of their first platform
 */
public record Attempts(String program, Map<Attempt, List<PlatformId>> rows) {
    private static final String TOPOLOGY = "two-phbs";

    /** Tries a program on each of these platforms. */
    public static Attempts of(String program, Platforms platforms, List<PlatformId> on) {
        Map<Attempt, List<PlatformId>> rows = new LinkedHashMap<>();
        for (PlatformId platform : on) {
            Machine machine = platforms.machine(platform);
            Attempt attempt = Attempt.of(program, machine, platforms.topology(TOPOLOGY, machine.profile()));
            rows.computeIfAbsent(attempt, any -> new ArrayList<>()).add(platform);
        }
        return new Attempts(program, rows);
    }
}
