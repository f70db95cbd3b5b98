// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.bugs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.oracle.Deviations;
import org.vfiooracle.oracle.ProgramDeviations;
import org.vfiooracle.programs.vmm.ProgramDeviation;

/**
 * A known bug that cases meet.
 *
 * @param sign what it is known by, as in {@link Encounter#sign}
 * @param what what goes wrong, in a sentence without a full stop
 * @param releases which have it, and where it is fixed
 * @param bug its entry in the list of known bugs
 * @param platforms where cases meet it, at least one
 * @param cases how many cases meet it
 * @param first the first of them, and its call
 */
public record Trouble(
        String sign,
        String what,
        String releases,
        KnownBug bug,
        SortedSet<PlatformId> platforms,
        int cases,
        Encounter first) {
    public Trouble {
        platforms = Collections.unmodifiableSortedSet(new TreeSet<>(platforms));
    }

    /**
     * Returns the known bugs behind what cases meet, those first that leave a call without an answer. What has no answer for
     * another reason than a bug is no trouble.
     */
    public static List<Trouble> of(Collection<Encounter> encounters, KnownBugs known) {
        Map<String, List<Encounter>> met = new LinkedHashMap<>();
        encounters.forEach(encounter ->
                met.computeIfAbsent(encounter.sign(), sign -> new ArrayList<>()).add(encounter));
        List<Trouble> all = new ArrayList<>();
        met.forEach((sign, where) ->
                known.shownBy(sign).stream().findFirst().ifPresent(bug -> all.add(of(sign, bug, where))));
        all.sort(Comparator.comparing(trouble -> trouble.first().answered()));
        return all;
    }

    private static Trouble of(String sign, KnownBug bug, List<Encounter> met) {
        SortedSet<PlatformId> platforms = new TreeSet<>();
        Set<CaseId> cases = new HashSet<>();
        for (Encounter encounter : met) {
            platforms.add(encounter.platform());
            cases.add(encounter.id());
        }
        Optional<Deviation> deviation = Deviations.find(sign);
        String what = deviation
                .map(Deviation::sentence)
                .or(() -> ProgramDeviations.find(sign).map(ProgramDeviation::sentence))
                .orElse(bug.title());
        String releases = deviation.map(d -> d.releases().toString()).orElse(bug.releases());
        Encounter first = Collections.min(met, Comparator.comparing(Encounter::answered));
        return new Trouble(sign, what, releases, bug, platforms, cases.size(), first);
    }
}
