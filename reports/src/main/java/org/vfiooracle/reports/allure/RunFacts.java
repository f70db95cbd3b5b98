// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import java.util.List;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * What the report says about the run as a whole.
 *
 * @param command the command that ran, as in {@code record}
 * @param version version of the oracle
 * @param platforms the platforms of the corpus, in its order
 * @param fixtures number of fixtures in the corpus
 * @param observed number of fixtures that were seen on a machine
 * @param read number of fixtures that rest on a source only
 * @param inferred number of fixtures that rest on an inference
 */
public record RunFacts(
        String command,
        String version,
        List<PlatformId> platforms,
        int fixtures,
        int observed,
        int read,
        int inferred) {
    public RunFacts {
        platforms = List.copyOf(platforms);
    }
}
