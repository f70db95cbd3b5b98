// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator;

import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.alphabet.AlphabetFile;
import org.vfiooracle.generator.explore.Subject;
import org.vfiooracle.protocol.message.PerformedCalls;

/** What tests explore. */
public final class Subjects {
    public static final PlatformId POWER9 = PlatformId.parse("phb4-linux-6.12-4k");
    public static final PlatformId POWER8 = PlatformId.parse("ioda2-linux-4.19-64k");
    public static final PlatformId P5IOC2 = PlatformId.parse("p5ioc2-linux-4.2-64k");
    public static final PlatformId X86 = PlatformId.parse("x86-linux-6.12-4k");

    private Subjects() {}

    /** Returns a platform with an alphabet that the module carries. */
    public static Subject of(PlatformId id, String alphabet, int faults) {
        return Subject.of(id, AlphabetFile.carried(alphabet), faults, PerformedCalls.ALL);
    }
}
