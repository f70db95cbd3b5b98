// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.engine.platform.Release;

/**
 * The series that the model covers on a generation.
 *
 * @param ranges as the profile spells them
 * @param series each of them
 */
record Modelled(List<String> ranges, SortedSet<Release> series) {
    private static final String FORM = "a kernel series such as '6.12', or a range with both ends such as '5.0..6.12'";

    static Modelled take(Fields fields) {
        List<String> ranges = new ArrayList<>();
        SortedSet<Release> series = new TreeSet<>();
        for (String range : fields.texts("modelled")) {
            try {
                series.addAll(KernelSeries.in(ReleaseRange.parse(range)));
            } catch (IllegalArgumentException e) {
                throw new CodecProblem(fields.path("modelled") + "[" + ranges.size() + "]", FORM, "\"" + range + "\"");
            }
            ranges.add(range);
        }
        return new Modelled(ranges, series);
    }
}
