// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.oracle.Machine;

/** Other expectations, and cases of somebody's own as the model answers them. */
public final class MoreExpectations implements Expectations {
    private final Expectations original;
    private final Platforms platforms;
    private final List<Case> own;

    /**
     * Prepares to expect more.
     *
     * @param own cases that {@code original} does not have
     */
    public MoreExpectations(Expectations original, Platforms platforms, List<Case> own) {
        this.original = original;
        this.platforms = platforms;
        this.own = List.copyOf(own);
    }

    @Override
    public Expected of(PlatformId announced) {
        Expected expected = original.of(announced);
        Machine machine = platforms.machine(announced);
        List<Fixture> all = new ArrayList<>(expected.fixtures());
        SortedMap<CaseId, String> notPredicted = new TreeMap<>(expected.notPredicted());
        for (Case one : own) {
            try {
                all.add(Performance.predicted(
                        one, announced, machine, platforms.topology(one.topology(), machine.profile()), ""));
            } catch (NotModelled unknown) {
                notPredicted.put(one.id(), String.valueOf(unknown.getMessage()));
            }
        }
        all.sort(Comparator.comparing(fixture -> fixture.performed().id()));
        return new Expected(all, expected.unpinned(), notPredicted);
    }
}
