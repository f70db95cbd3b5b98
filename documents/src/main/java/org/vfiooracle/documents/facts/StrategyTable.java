// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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

    /**
     * Programs that come to the same on every platform.
     *
     * @param programs their ids
     * @param attempts what they come to, each with its platforms
     */
    public record Alike(List<String> programs, Map<Attempt, List<PlatformId>> attempts) {
        public Alike {
            programs = List.copyOf(programs);
            attempts = Collections.unmodifiableMap(new LinkedHashMap<>(attempts));
        }
    }

    /** Tries all programs on these platforms. */
    public StrategyTable(Platforms platforms, List<PlatformId> on) {
        this.attempts = Strategies.all().stream()
                .map(strategy -> Attempts.of(strategy.id(), platforms, on))
                .toList();
        this.spans = KernelSpans.ofPlatforms(on);
    }

    /** The programs, those together that come to the same everywhere. */
    public List<Alike> programs() {
        Map<Map<Attempt, List<PlatformId>>, List<String>> alike = new LinkedHashMap<>();
        attempts.forEach(one ->
                alike.computeIfAbsent(one.rows(), any -> new ArrayList<>()).add(one.program()));
        return alike.entrySet().stream()
                .map(one -> new Alike(one.getValue(), one.getKey()))
                .toList();
    }

    /** The rows; programs that come to the same everywhere share theirs. */
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        programs().forEach(alike -> alike.attempts()
                .forEach((attempt, on) -> rows.add(List.of(
                        String.join(", ", alike.programs()),
                        spans.of(kernels(on)),
                        attempt.containers() == 0 ? "" : Integer.toString(attempt.containers()),
                        attempt.groups(),
                        attempt.decided(),
                        attempt.result(),
                        attempt.rule()))));
        return rows;
    }

    /** The platforms, one line a generation. */
    public List<String> platforms() {
        return spans.all();
    }

    private static List<KernelSpans.Kernel> kernels(Collection<PlatformId> platforms) {
        return platforms.stream().map(KernelSpans.Kernel::of).toList();
    }
}
