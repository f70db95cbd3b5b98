// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site;

import java.nio.file.Path;
import java.util.List;
import org.vfiooracle.site.runs.KeptRun;
import org.vfiooracle.steps.RecordingResult;

/**
 * What a site is made from.
 *
 * @param root of the checkout
 * @param version of the oracle, with the commit
 * @param corpus the version of the corpus
 * @param result what all scenarios came to; those that failed are not shown
 * @param runs what implementations have answered
 */
public record SiteSource(Path root, String version, String corpus, RecordingResult result, List<KeptRun> runs) {
    public SiteSource {
        runs = List.copyOf(runs);
    }
}
