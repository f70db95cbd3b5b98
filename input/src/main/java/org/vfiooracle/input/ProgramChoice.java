// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.List;
import org.vfiooracle.oracle.Strategies;
import org.vfiooracle.programs.vmm.Strategy;

/** Programs above VFIO that a user names. */
public final class ProgramChoice {
    private ProgramChoice() {}

    /** Whether {@code typed} is meant as a program: it begins as the name of one. */
    public static boolean named(String typed) {
        return Strategies.all().stream()
                .anyMatch(strategy -> name(strategy.id()).equals(name(typed)));
    }

    private static String name(String id) {
        return id.replaceFirst("-.*", "");
    }

    /**
     * Demands two programs that are modelled.
     *
     * @throws BadInput when one of them is not, or is a platform
     */
    public static void both(String left, String right) {
        for (String typed : List.of(left, right)) {
            if (!named(typed)) {
                throw new ProgramAndPlatform(typed);
            }
            demand(typed);
        }
    }

    /**
     * Demands a program that is modelled.
     *
     * @throws UnknownName when it is not
     */
    public static void demand(String typed) {
        if (Strategies.find(typed).isEmpty()) {
            throw new UnknownName(
                    "program",
                    typed,
                    Strategies.all().stream().map(Strategy::id).toList());
        }
    }
}
