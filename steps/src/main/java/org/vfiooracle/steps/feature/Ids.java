// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.failure.Place;

/** Ids of scenarios: a tag of each, unique, and never used again. */
public final class Ids {
    private static final Pattern ID = Pattern.compile("@[A-Z][A-Z0-9]*(?:-[A-Z]+)*-[0-9]{3}");

    private Ids() {}

    /** Tells whether a tag, with its @, is an id. */
    static boolean isId(String tag) {
        return ID.matcher(tag).matches();
    }

    /** Tells whether a text is the id of a case. */
    static boolean isCase(String text) {
        try {
            CaseId.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns a failure for each scenario or row whose id another one has, too. */
    public static List<Failure> duplicates(List<ScenarioSource> all) {
        Map<String, Place> first = new LinkedHashMap<>();
        List<Failure> failures = new ArrayList<>();
        for (ScenarioSource source : all) {
            CaseId id = source.origin().id();
            Place here = Place.of(source.origin().place().feature(), source.line());
            Place there = first.putIfAbsent(id.scenario(), here);
            boolean otherScenario = there != null && !there.equals(here);
            if (otherScenario) {
                failures.add(taken(id.scenario(), here, there));
                continue;
            }
            Place row = source.origin().place();
            Place same = id.row().isEmpty() ? null : first.putIfAbsent(id.toString(), row);
            if (same != null) {
                failures.add(taken(id.toString(), row, same));
            }
        }
        return failures.stream().distinct().toList();
    }

    private static Failure taken(String id, Place here, Place there) {
        return Failure.at(
                here,
                Optional.of(id),
                "the id @" + id + " is taken by " + there,
                "./oracle new scenario AREA prints the next free id");
    }

    /** Returns a failure for each scenario whose id was retired, and may not come back. */
    public static List<Failure> retired(List<ScenarioSource> all, RetiredIds retired) {
        return all.stream()
                .filter(s -> retired.line(s.origin().id().scenario()).isPresent())
                .map(s -> Failure.at(
                        Place.of(s.origin().place().feature(), s.line()),
                        Optional.of(s.origin().id().scenario()),
                        "the id @" + s.origin().id().scenario() + " is retired: " + RetiredIds.FILE + ":"
                                + retired.line(s.origin().id().scenario()).orElseThrow(),
                        "ids are never reused; ./oracle new scenario AREA prints the next free id"))
                .distinct()
                .toList();
    }
}
