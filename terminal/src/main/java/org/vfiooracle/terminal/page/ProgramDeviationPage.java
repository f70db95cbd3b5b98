// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.corpus.explain.Decisions.Decision;
import org.vfiooracle.programs.vmm.ProgramDeviation;

/**
 * What a program does wrong, which versions do, and where that shows.
 *
 * @param deviation the bug
 * @param programs the representative programs that have it
 * @param decisions where it makes the difference in the corpus
 */
public record ProgramDeviationPage(ProgramDeviation deviation, List<String> programs, List<Decision> decisions)
        implements Page {
    public ProgramDeviationPage {
        programs = List.copyOf(programs);
        decisions = List.copyOf(decisions);
    }

    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(deviation.id() + " (deviation of a program)");
        lines.add("  " + deviation.sentence());
        lines.add("");
        lines.add("  source       " + deviation.source());
        lines.add("  versions     " + deviation.versions());
        lines.add("  programs     "
                + (programs.isEmpty() ? "none; it can be enabled with --deviation" : String.join(", ", programs)));
        lines.add("");
        lines.addAll(new DecidedIn(decisions).below());
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("deviation", deviation.id());
        json.put("sentence", deviation.sentence());
        json.put("source", deviation.source());
        json.put("versions", deviation.versions());
        json.put("programs", programs);
        json.put("decided", new DecidedIn(decisions).json());
        return json;
    }
}
