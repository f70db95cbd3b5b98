// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.vfiooracle.conformance.drive.CaseResult;
import org.vfiooracle.conformance.drive.Expected;
import org.vfiooracle.conformance.drive.RunProgress;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.protocol.message.Announcement;

/** Measures how long the cases of a run take: each from the end of the one before it, since several are asked at once. */
public final class CaseTimes implements RunProgress {
    private final LongSupplier nanoseconds;
    private final SortedMap<CaseId, Duration> times = new TreeMap<>();
    private long last;

    /**
     * Begins to measure.
     *
     * @param nanoseconds a clock that never goes back
     */
    public CaseTimes(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
        this.last = nanoseconds.getAsLong();
    }

    @Override
    public void started(Announcement announcement, Expected expected, int cases) {
        last = nanoseconds.getAsLong();
    }

    @Override
    public void ended(CaseResult result, int done, int cases) {
        long now = nanoseconds.getAsLong();
        times.put(result.fixture().performed().id(), Duration.ofNanos(now - last));
        last = now;
    }

    /** How long each case took. */
    public SortedMap<CaseId, Duration> times() {
        return Collections.unmodifiableSortedMap(times);
    }
}
