// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.corpus.evidence.Ledger;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.evidence.RandomEvidence;
import org.vfiooracle.corpus.evidence.RandomLedger;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Release;

/** The page {@code docs/reference/releases.md}: which kernels have answered, for each generation. */
final class ReleasePage {
    private static final String PAGE = "docs/reference/releases.md";
    private static final Comparator<PlatformId> BY_RELEASE = Comparator.comparing(PlatformId::generation)
            .thenComparing(PlatformId::release)
            .thenComparing(PlatformId::page);

    private final Map<PlatformId, Answers> kernels = new TreeMap<>(BY_RELEASE);

    /** What one kernel was asked: fixtures that it confirms, random operations, and how many of them differed. */
    private record Answers(Witness witness, int fixtures, int operations, int differences) {
        Answers and(Answers other) {
            return new Answers(
                    witness, fixtures + other.fixtures, operations + other.operations, differences + other.differences);
        }
    }

    ReleasePage(Ledgers ledgers, List<RandomLedger> random) {
        for (Ledger ledger : ledgers.all()) {
            if (!ledger.witness().program()) {
                add(new Answers(ledger.witness(), ledger.lines().size(), 0, 0));
            }
        }
        for (RandomLedger ledger : random) {
            int operations =
                    ledger.runs().stream().mapToInt(RandomEvidence::operations).sum();
            int differences =
                    ledger.runs().stream().mapToInt(RandomEvidence::differences).sum();
            add(new Answers(ledger.witness(), 0, operations, differences));
        }
    }

    private void add(Answers answers) {
        kernels.merge(answers.witness().platform(), answers, Answers::and);
    }

    /** Returns the text of the page by its path. */
    Map<String, String> pages() {
        List<String> lines = new ArrayList<>(Markdown.generated("The kernels that have answered"));
        lines.addAll(List.of(
                "",
                "Each row is a real kernel on an emulated machine. It was asked the cases of the corpus, random operations,",
                "or both. *Fixtures* counts those that it confirms in their current form. *Random operations* counts what",
                "[random](../how-to/random.md) asked. Where one differed, the model was corrected or the operation is in",
                "[corrections](../explanation/corrections.md).",
                "",
                "A release without a row is taken to answer as its neighbours do, except where a rule or a deviation names a",
                "range of releases. The list `equals` in `fixtures/corpus/platforms.yaml` names releases that the model",
                "predicts to answer every case as a recorded platform does.",
                "[What is modelled](scope.md) tells what else a release rests on."));
        String generation = "";
        for (Map.Entry<PlatformId, Answers> kernel : kernels.entrySet()) {
            PlatformId platform = kernel.getKey();
            if (!platform.generation().equals(generation)) {
                generation = platform.generation();
                lines.addAll(List.of("", "## " + generation, ""));
                lines.addAll(
                        Markdown.head("Linux", "pages", "machine", "fixtures", "random operations", "differences"));
            }
            lines.add(row(platform.release(), platform.page(), kernel.getValue()));
        }
        return Map.of(PAGE, Markdown.page(lines));
    }

    private static String row(Release release, String page, Answers answers) {
        String machine = answers.witness().machine() + (answers.witness().standInBridge() ? ", stand-in bridge" : "");
        return Markdown.row(
                release.toString(),
                page,
                machine,
                number(answers.fixtures()),
                number(answers.operations()),
                answers.operations() == 0 ? "" : Integer.toString(answers.differences()));
    }

    private static String number(int count) {
        return count == 0 ? "" : String.format(Locale.ROOT, "%,d", count);
    }
}
