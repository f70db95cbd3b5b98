// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.conformance.contrast.Attempt;
import org.vfiooracle.conformance.contrast.Attempts;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.oracle.Strategies;

/** What each program above VFIO comes to on each platform, when it is given two groups in one address space. */
public final class StrategyTable {
    /** The titles of the columns. */
    public static final List<String> TITLES =
            List.of("program", "platforms", "containers", "groups in each", "refusal", "result", "rule");

    private final List<Attempts> attempts;
    private final KernelSpans spans;

    /** Tries all programs on these platforms. */
    public StrategyTable(Platforms platforms, List<PlatformId> on) {
        this.attempts = Strategies.all().stream()
                .map(strategy -> Attempts.of(strategy.id(), platforms, on))
                .toList();
        this.spans = new KernelSpans(kernels(on));
    }

    /** The rows; programs that come to the same everywhere share theirs. */
    public List<List<String>> rows() {
        Map<Map<Attempt, List<PlatformId>>, List<String>> alike = new LinkedHashMap<>();
        attempts.forEach(one ->
                alike.computeIfAbsent(one.rows(), any -> new ArrayList<>()).add(one.program()));
        List<List<String>> rows = new ArrayList<>();
        alike.forEach((byAttempt, programs) -> byAttempt.forEach((attempt, on) -> rows.add(List.of(
                String.join(", ", programs),
                spans.of(kernels(on)),
                attempt.containers() == 0 ? "" : Integer.toString(attempt.containers()),
                attempt.groups(),
                attempt.decided(),
                attempt.result(),
                attempt.rule()))));
        return rows;
    }

    /** The platforms, one line a generation. */
    List<String> platforms() {
        return spans.all();
    }

    private static List<KernelSpans.Kernel> kernels(Collection<PlatformId> platforms) {
        return platforms.stream()
                .map(platform -> new KernelSpans.Kernel(platform.generation(), platform.release(), platform.page()))
                .toList();
    }
}
