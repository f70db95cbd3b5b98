// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.documents.facts.StrategyTable;
import org.vfiooracle.oracle.Rules;
import org.vfiooracle.oracle.Strategies;
import org.vfiooracle.programs.vmm.ProgramDeviation;
import org.vfiooracle.programs.vmm.Strategy;

/** The pages of {@code docs/reference/programs}: the programs above VFIO, and what each comes to on each platform. */
final class ProgramPages {
    private static final String FOLDER = "docs/reference/programs/";

    private final StrategyTable table;
    private final ProgramEvidence evidence;

    ProgramPages(StrategyTable table, ProgramEvidence evidence) {
        this.table = table;
        this.evidence = evidence;
    }

    /** Returns the text of each page by its path. */
    Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        pages.put(FOLDER + "README.md", programs());
        pages.put(FOLDER + "two-groups.md", twoGroups());
        return pages;
    }

    private String programs() {
        List<String> lines = new ArrayList<>(Markdown.generated("Programs above VFIO"));
        lines.addAll(List.of(
                "",
                "A group that does not fit into a container is refused. The errno depends on the hardware and the kernel, and",
                "each program makes something else of it. QEMU takes any errno for *try the next container*. Others do so only",
                "for EINVAL, or never. So the same refusal means a second container for one program and the end of another.",
                "[Two groups in one address space](two-groups.md) shows what each program comes to on each platform.",
                "",
                "Each program is a function in the model (`model/programs`) above the model of the kernel. QEMU is one function",
                "for each version. An operation of a program (`start`, `device_add`, `H_PUT_TCE`, ...) records the VFIO calls",
                "that it causes, in order. `./oracle compare qemu-2.11 qemu-2.12` shows what two of them do differently.",
                "Real programs were run below [`./oracle exec`](../../how-to/exec.md) and compared operation by operation: what",
                "they are answered, and each call that they make, in order and with its arguments. The kernel was the model, and",
                "told them the pages of its platform. [What is left](../scope.md) says what would show the rest."));
        for (Strategy strategy : Strategies.all()) {
            lines.addAll(List.of("", "## " + strategy.id(), "", sentence(strategy.description())));
            lines.add(evidence.sentence(strategy.id()));
            List<String> bugs = strategy.deviations().stream()
                    .map(ProgramDeviation::id)
                    .map(Markdown::code)
                    .toList();
            if (!bugs.isEmpty()) {
                lines.add("Its [bugs](../bugs/README.md): " + String.join(", ", bugs) + ".");
            }
        }
        return Markdown.page(lines);
    }

    private static String sentence(String description) {
        return Character.toUpperCase(description.charAt(0)) + description.substring(1) + ".";
    }

    private String twoGroups() {
        List<String> lines = new ArrayList<>(Markdown.generated("Two groups in one address space"));
        lines.addAll(List.of(
                "",
                "Each [program](README.md) is given two groups on two PHBs of the host, in one address space of its guest, and",
                "256 MiB of memory. *Refusal* is the answer that made the program look for another container, or give up.",
                "The result links to the rule that is its reason. *Groups* says how many groups each container has.",
                "",
                "Ranges of kernels run over the platforms of the corpus, and say nothing of others:",
                ""));
        lines.addAll(table.platforms());
        String before = "";
        for (List<String> row : table.rows()) {
            if (!row.get(0).equals(before)) {
                before = row.get(0);
                lines.addAll(List.of("", "## " + before, ""));
                lines.addAll(Markdown.head("platforms", "result", "groups", "refusal"));
            }
            String result = Rules.find(row.get(6))
                    .map(rule -> RulePages.link(rule, row.get(5)))
                    .orElse(row.get(5));
            lines.add(Markdown.row(row.get(1), result, row.get(3), row.get(4)));
        }
        return Markdown.page(lines);
    }
}
