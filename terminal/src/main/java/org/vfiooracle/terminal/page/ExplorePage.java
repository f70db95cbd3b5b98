// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.contract.wording.CallText;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.explore.Breaches;
import org.vfiooracle.generator.explore.CoreAlike;
import org.vfiooracle.generator.explore.Reached;
import org.vfiooracle.generator.explore.Subject;
import org.vfiooracle.generator.explore.Violation.Invariant;
import org.vfiooracle.generator.gherkin.Counterexample;

/**
 * The states that a platform can get into.
 *
 * @param platform as the user named it
 * @param subject what was explored
 * @param depth how deep
 * @param reached how far that was
 * @param findings what breaks an invariant
 * @param against the platform that was compared with, where one was
 * @param alike what came of that
 * @param pairs whether the pairs are listed
 */
public record ExplorePage(
        PlatformId platform,
        Subject subject,
        int depth,
        Reached reached,
        Breaches findings,
        Optional<PlatformId> against,
        Optional<CoreAlike> alike,
        boolean pairs)
        implements Page {
    /** Whether everything holds, or is broken by name. */
    public boolean explained() {
        return findings.explained() && alike.flatMap(CoreAlike::difference).isEmpty();
    }

    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        Reached.Count count = reached.count();
        lines.add(platform + ", alphabet " + subject.alphabet().name() + ", " + depth + " calls from "
                + subject.starts().size() + " beginnings: " + grouped(reached.states()) + " states, "
                + grouped(count.transitions()) + " transitions, "
                + count.pairs().size()
                + " pairs of an operation and a rule");
        lines.add(String.format(
                Locale.ROOT,
                "  the odds that a state was overlooked, as its fingerprint has 64 bits: %.1e",
                reached.odds()));
        if (count.full()) {
            lines.add("  NOT COMPLETE: --memory does not allow more states");
        }
        for (Invariant invariant : findings.held()) {
            lines.add("  holds: " + invariant.sentence());
        }
        for (Breaches.Finding finding : findings.all()) {
            lines.addAll(finding(finding));
        }
        if (findings.unread() > 0) {
            lines.add("  " + grouped(findings.unread()) + " more violations were not looked into");
        }
        alike.ifPresent(compared -> lines.addAll(alike(compared)));
        count.unknown().forEach((what, times) -> lines.add("  " + grouped(times) + " calls have no answer: " + what));
        if (pairs) {
            count.pairs().forEach(pair -> lines.add("  " + pair));
        }
        return lines;
    }

    private List<String> finding(Breaches.Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add("  broken in " + grouped(finding.times()) + " states: "
                + finding.violation().invariant().sentence());
        if (finding.reason().isPresent()) {
            lines.add("    because of " + finding.reason().get() + ": " + finding.sentence());
            return lines;
        }
        lines.add("    NOTHING EXPLAINS IT: " + finding.violation().what());
        scenario(
                        "Calls after which this is so",
                        finding.path().process(),
                        finding.path().operations())
                .forEach(line -> lines.add("    " + line));
        return lines;
    }

    private List<String> scenario(
            String title,
            org.vfiooracle.engine.state.Process process,
            List<org.vfiooracle.engine.operation.Operation> operations) {
        return Counterexample.of("LIFECYCLE-999", title, process, operations, subject.machine(), subject.topology());
    }

    private List<String> alike(CoreAlike compared) {
        String other = against.map(PlatformId::toString).orElse("");
        if (compared.difference().isEmpty()) {
            return List.of("  holds: " + other + " answers alike where the VFIO core decides ("
                    + grouped(compared.calls()) + " calls in " + grouped(compared.pairs()) + " pairs of states)");
        }
        CoreAlike.Difference difference = compared.difference().get();
        List<String> lines = new ArrayList<>();
        var last = difference.calls().get(difference.calls().size() - 1);
        lines.add("  DIFFERS where the VFIO core decides: "
                + CallText.of(last, difference.here().outcome()) + " ("
                + difference.here().rule().id() + "), and on " + other + " "
                + difference.there().outcome().answer() + " ("
                + difference.there().rule().id() + ")");
        scenario(
                        "Calls that the core answers in two ways",
                        subject.starts().get(0).process(),
                        difference.calls())
                .forEach(line -> lines.add("    " + line));
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("platform", platform.toString());
        tree.put("alphabet", subject.alphabet().name());
        tree.put("depth", depth);
        tree.put("states", reached.states());
        tree.put("transitions", reached.count().transitions());
        tree.put("complete", !reached.count().full());
        tree.put("odds", reached.odds());
        tree.put(
                "pairs",
                reached.count().pairs().stream().map(Reached.Pair::toString).toList());
        tree.put("holds", findings.held().stream().map(Invariant::sentence).toList());
        tree.put("broken", findings.all().stream().map(this::json).toList());
        tree.put("not_modelled", new LinkedHashMap<>(reached.count().unknown()));
        alike.ifPresent(
                compared -> tree.put("core_differs", compared.difference().isPresent()));
        return tree;
    }

    private Map<String, Object> json(Breaches.Finding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("invariant", finding.violation().invariant().sentence());
        tree.put("found", finding.violation().what());
        tree.put("times", finding.times());
        finding.reason().ifPresent(reason -> tree.put("because", reason));
        tree.put(
                "scenario",
                scenario(
                        "Calls after which this is so",
                        finding.path().process(),
                        finding.path().operations()));
        return tree;
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
