// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.oracle.Machine;

/**
 * What platforms make of a log.
 *
 * @param calls how many calls of the log are about VFIO
 * @param groups how many groups it opens
 * @param unknown requests on descriptors that were open before the log begins
 * @param judgements the platform that agrees longest first
 */
public record LogVerdict(int calls, int groups, int unknown, List<Judgement> judgements) {
    public LogVerdict {
        judgements = List.copyOf(judgements);
    }

    /**
     * Judges a log of {@code strace}, a trace of {@code oracle exec}, or the trace of QEMU.
     *
     * @param memlock RLIMIT_MEMLOCK of the process, in bytes; empty for unlimited
     */
    public static LogVerdict of(String text, Map<PlatformId, Machine> machines, OptionalLong memlock) {
        Events events = Events.in(text);
        List<Judgement> judgements = machines.entrySet().stream()
                .map(entry -> PlatformJudge.of(entry.getKey(), entry.getValue(), memlock, events))
                .sorted(Comparator.comparingInt((Judgement one) -> -one.agreed())
                        .thenComparing(Judgement::platform))
                .toList();
        return new LogVerdict(events.all().size(), events.groups().size(), events.unknown(), judgements);
    }
}
