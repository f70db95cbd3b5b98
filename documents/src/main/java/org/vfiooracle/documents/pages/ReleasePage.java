// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vfiooracle.documents.facts.AskedKernel;

/** The page {@code docs/reference/releases.md}: which kernels have answered, for each generation. */
final class ReleasePage {
    private static final String PAGE = "docs/reference/releases.md";

    private ReleasePage() {}

    /** Returns the text of the page by its path. */
    static Map<String, String> pages(List<AskedKernel> kernels) {
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
        for (AskedKernel kernel : kernels) {
            if (!kernel.platform().generation().equals(generation)) {
                generation = kernel.platform().generation();
                lines.addAll(List.of("", "## " + generation, ""));
                lines.addAll(
                        Markdown.head("Linux", "pages", "machine", "fixtures", "random operations", "differences"));
            }
            lines.add(row(kernel));
        }
        return Map.of(PAGE, Markdown.page(lines));
    }

    private static String row(AskedKernel kernel) {
        String machine = kernel.witness().machine() + (kernel.witness().standInBridge() ? ", stand-in bridge" : "");
        return Markdown.row(
                kernel.platform().release().toString(),
                kernel.platform().page(),
                machine,
                number(kernel.fixtures()),
                number(kernel.operations()),
                kernel.operations() == 0 ? "" : Integer.toString(kernel.differences()));
    }

    private static String number(int count) {
        return count == 0 ? "" : String.format(Locale.ROOT, "%,d", count);
    }
}
