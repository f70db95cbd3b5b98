// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import java.util.List;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * What the report says about the run as a whole.
 *
 * @param command the command that ran, as in {@code record}
 * @param version version of the oracle
 * @param platforms the platforms of the corpus, in its order
 * @param evidence what the fixtures of the corpus rest on
 */
public record RunFacts(String command, String version, List<PlatformId> platforms, EvidenceTotals evidence) {
    public RunFacts {
        platforms = List.copyOf(platforms);
    }
}
