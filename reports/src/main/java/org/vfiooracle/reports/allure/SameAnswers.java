// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * Fixtures of one case that differ in nothing but the platform.
 *
 * @param first the one that stands for all
 * @param platforms the platforms of all, in the order of the corpus
 */
record SameAnswers(Fixture first, List<PlatformId> platforms) {
    /** Groups fixtures with equal steps and equal last state. */
    static List<SameAnswers> fixtures(List<Fixture> fixtures) {
        return by(fixture -> List.of(fixture.steps(), fixture.last()), fixtures);
    }

    private static List<SameAnswers> by(Function<Fixture, Object> key, List<Fixture> fixtures) {
        Map<Object, List<Fixture>> groups = new LinkedHashMap<>();
        for (Fixture fixture : fixtures) {
            groups.computeIfAbsent(key.apply(fixture), any -> new ArrayList<>()).add(fixture);
        }
        return groups.values().stream()
                .map(same -> new SameAnswers(
                        same.get(0), same.stream().map(Fixture::platform).toList()))
                .toList();
    }
}
