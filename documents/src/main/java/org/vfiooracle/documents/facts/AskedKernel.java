// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.corpus.evidence.Ledger;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.evidence.RandomEvidence;
import org.vfiooracle.corpus.evidence.RandomLedger;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * A real kernel that has answered.
 *
 * @param witness the kernel and its machine
 * @param fixtures how many it confirms
 * @param operations how many random operations it was asked
 * @param differences in how many kinds of operations it differed
 */
public record AskedKernel(Witness witness, int fixtures, int operations, int differences) {
    /** The order in which people look for platforms: by generation, then as their kernels followed each other. */
    public static final Comparator<PlatformId> BY_RELEASE = Comparator.comparing(PlatformId::generation)
            .thenComparing(PlatformId::release)
            .thenComparing(PlatformId::page);

    /** Returns the kernels of all ledgers, by generation and release. */
    public static List<AskedKernel> of(Ledgers ledgers, List<RandomLedger> random) {
        Map<PlatformId, AskedKernel> kernels = new TreeMap<>(BY_RELEASE);
        for (Ledger ledger : ledgers.all()) {
            if (!ledger.witness().program()) {
                add(kernels, new AskedKernel(ledger.witness(), ledger.lines().size(), 0, 0));
            }
        }
        for (RandomLedger ledger : random) {
            int operations =
                    ledger.runs().stream().mapToInt(RandomEvidence::operations).sum();
            int differences =
                    ledger.runs().stream().mapToInt(RandomEvidence::differences).sum();
            add(kernels, new AskedKernel(ledger.witness(), 0, operations, differences));
        }
        return List.copyOf(kernels.values());
    }

    /** The platform that it is. */
    public PlatformId platform() {
        return witness.platform();
    }

    private static void add(Map<PlatformId, AskedKernel> kernels, AskedKernel kernel) {
        kernels.merge(kernel.platform(), kernel, AskedKernel::and);
    }

    private AskedKernel and(AskedKernel other) {
        return new AskedKernel(
                witness, fixtures + other.fixtures, operations + other.operations, differences + other.differences);
    }
}
