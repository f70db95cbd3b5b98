// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.naming.PlatformsText;
import org.vfiooracle.corpus.naming.SpokenNames;
import org.vfiooracle.engine.platform.PlatformId;

/** A case was asked for on a platform that has no fixture of it. */
public final class NotRecorded extends BadInput {
    private static final long serialVersionUID = 1;

    /**
     * Offers the platforms of the same hardware that have one, or says which hardware has.
     *
     * @param typed the case
     * @param platforms where it was asked for
     * @param recorded where it is recorded
     */
    NotRecorded(String typed, List<PlatformId> platforms, List<PlatformId> recorded) {
        super(Complaint.that("the case has no fixture for this platform")
                .where(typed)
                .found(PlatformsText.of(platforms))
                .expected("a platform of " + String.join(", ", generations(recorded)))
                .hint(hint(platforms.get(0), recorded)));
    }

    private static String hint(PlatformId asked, List<PlatformId> recorded) {
        List<PlatformId> near = new SpokenNames(Platforms.load(), recorded).near(asked.toString(), recorded);
        return near.isEmpty()
                ? "./oracle predict computes any case on any platform"
                : "did you mean " + PlatformsText.of(near) + "?";
    }

    private static Set<String> generations(List<PlatformId> platforms) {
        return platforms.stream().map(PlatformId::generation).collect(Collectors.toCollection(TreeSet::new));
    }
}
