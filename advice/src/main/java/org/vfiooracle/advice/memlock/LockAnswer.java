// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.memlock;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.engine.platform.Profile;

/**
 * How much memory must be lockable.
 *
 * @param profile the platform
 * @param pages the least RLIMIT_MEMLOCK with which every call answers as it does without a limit, in host pages
 * @param shares what is locked at the end, part by part
 * @param containers how many containers the devices need
 * @param refused the first call that fails whatever the limit is; then {@code pages} is about what was done before it
 * @param below the first call that fails when one host page less may be locked; empty when nothing is locked
 * @param performed all calls, without a limit
 */
public record LockAnswer(
        Profile profile,
        long pages,
        List<LockShare> shares,
        int containers,
        Optional<PerformedOperation> refused,
        Optional<PerformedOperation> below,
        List<PerformedOperation> performed) {
    public LockAnswer {
        shares = List.copyOf(shares);
        performed = List.copyOf(performed);
    }

    /** The same in bytes. */
    public long bytes() {
        return pages * profile.pageSize();
    }

    /** What is locked only while windows change, in host pages: more than what is locked at the end. */
    public long passing() {
        return pages - shares.stream().mapToLong(LockShare::pages).sum();
    }
}
