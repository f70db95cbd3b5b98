// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Statistics;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.protocol.message.Announcement;

/**
 * What came of a run.
 *
 * @param announcement what the adapter says of itself
 * @param expected what it was compared with
 * @param results one for each case, in order of id
 * @param starts how often the adapter was started
 * @param notes what a user should know although it changed no verdict
 */
public record AdapterResults(
        Announcement announcement, Expected expected, List<CaseResult> results, int starts, List<String> notes) {
    public AdapterResults {
        results = List.copyOf(results);
        notes = List.copyOf(notes);
    }

    /** Returns this run and {@code next}, of the same adapter, as one. */
    public AdapterResults and(AdapterResults next) {
        if (!next.announcement.equals(announcement)) {
            throw AdapterUnavailable.changed(
                    announcement.name(),
                    announcement.platform().toString(),
                    next.announcement.platform().toString());
        }
        return new AdapterResults(
                announcement,
                expected,
                Stream.concat(results.stream(), next.results.stream()).toList(),
                starts + next.starts,
                Stream.concat(notes.stream(), next.notes.stream()).distinct().toList());
    }

    /** Returns the run as a result like that of any other comparison, with notes on how it came about. */
    public DiffResult diff() {
        return new DiffResult(comparisons(), List.of(), List.of(), statistics(), allNotes());
    }

    /** The comparisons in order of id. */
    public List<Comparison> comparisons() {
        return results.stream().map(CaseResult::comparison).toList();
    }

    /** Counts what was compared and what was not. */
    public Statistics statistics() {
        Statistics statistics = new Statistics();
        results.forEach(result -> statistics.add(result.fixture(), result.comparison()));
        return statistics;
    }

    /** Whether somebody has to look: a case that is no agreement, or a run that compared nothing. */
    public boolean finding() {
        return diff().finding();
    }

    /** Whether the implementation broke in at least one case. */
    public boolean broke() {
        return results.stream()
                .map(result -> result.comparison().verdict())
                .anyMatch(verdict -> verdict == Verdict.CRASHED || verdict == Verdict.TIMED_OUT);
    }

    private List<String> allNotes() {
        List<String> all = new ArrayList<>();
        if (expected.unpinned()) {
            all.add("unpinned: compared with the model's prediction for " + announcement.platform()
                    + ", which is not in the corpus");
        }
        expected.notPredicted().forEach((id, why) -> all.add("@" + id + " was not run: " + why));
        List<Part> unseen = announcement.observes().others();
        if (!unseen.isEmpty()) {
            all.add("not observed by " + announcement.name() + ", so not compared: "
                    + unseen.stream().map(Part::key).collect(Collectors.joining(", ")));
        }
        if (starts > 1) {
            all.add("the adapter was started " + starts + " times");
        }
        all.addAll(notes);
        return all;
    }
}
