// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.corpora;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.platform.PlatformId;

/** What has changed from one bundle to another, by case and by platform. */
final class BundleChanges {
    private final Collection<FixtureName> before;
    private final Collection<FixtureName> after;

    private BundleChanges(Collection<FixtureName> before, Collection<FixtureName> after) {
        this.before = before;
        this.after = after;
    }

    /** Returns a line for each kind of change; nothing unless both paths are bundles. */
    static List<String> between(
            Path expected,
            Path actual,
            Collection<FixtureName> before,
            Collection<FixtureName> after,
            Collection<Comparison> compared) {
        Optional<BundleHead> old = BundleHead.at(expected);
        Optional<BundleHead> young = BundleHead.at(actual);
        if (old.isEmpty() || young.isEmpty()) {
            return List.of();
        }
        BundleChanges changes = new BundleChanges(before, after);
        List<String> lines = new ArrayList<>();
        lines.add("from " + old.get() + " to " + young.get());
        lines.addAll(changes.of("platform", FixtureName::platform, PlatformId::compareTo));
        lines.addAll(changes.of("case", FixtureName::id, CaseId::compareTo));
        SortedSet<String> corrected = compared.stream()
                .filter(comparison -> comparison.verdict() != Verdict.CONFORMS)
                .map(comparison -> comparison.id().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        line("case", "corrected", corrected).ifPresent(lines::add);
        return lines;
    }

    private <T> List<String> of(String what, Function<FixtureName, T> part, java.util.Comparator<T> order) {
        SortedSet<T> removed = new TreeSet<>(order);
        SortedSet<T> added = new TreeSet<>(order);
        before.forEach(name -> removed.add(part.apply(name)));
        after.forEach(name -> added.add(part.apply(name)));
        SortedSet<T> kept = new TreeSet<>(removed);
        kept.retainAll(added);
        removed.removeAll(kept);
        added.removeAll(kept);
        List<String> lines = new ArrayList<>();
        line(what, "added", added).ifPresent(lines::add);
        line(what, "removed", removed).ifPresent(lines::add);
        return lines;
    }

    private static Optional<String> line(String what, String how, Collection<?> which) {
        return which.isEmpty()
                ? Optional.empty()
                : Optional.of(which.size() + " " + what + (which.size() == 1 ? " " : "s ") + how + ": "
                        + which.stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
}
