// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.steps.platforms.NamedSet;
import org.vfiooracle.steps.platforms.PlatformSets;
import org.vfiooracle.steps.vocabulary.Vocabulary;
import org.vfiooracle.steps.vocabulary.VocabularyStep;
import org.vfiooracle.terminal.page.StepsPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what can be written in a feature file. */
@Command(
        name = "steps",
        header = Headers.STEPS,
        description = {
            "%nLists every step with its meaning and an example, and the sets of platforms that tables can name."
                    + " With WORDS, lists the steps that contain all of them, or up to three similar steps if there are none.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./oracle steps", "  ./oracle steps container holds", "  ./oracle steps platforms"})
public final class Steps implements Callable<Integer> {
    private static final int NEAREST = 3;

    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Parameters(paramLabel = "WORDS", arity = "0..*", description = "Words that a step must contain.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        Vocabulary vocabulary = Vocabulary.load();
        List<VocabularyStep> found =
                vocabulary.steps().stream().filter(this::hasAllWords).toList();
        List<VocabularyStep> shown = found.isEmpty() ? vocabulary.nearest(String.join(" ", words), NEAREST) : found;
        List<NamedSet> sets = PlatformSets.in(shared.checkout().root()).byName().values().stream()
                .filter(this::hasAllWords)
                .toList();
        List<VocabularyStep> steps = found.isEmpty() && !sets.isEmpty() ? List.of() : shown;
        formatted.print(new StepsPage(steps, sets, found.isEmpty() && sets.isEmpty()), shared.out());
        return ExitCode.FINE;
    }

    private boolean hasAllWords(VocabularyStep step) {
        return hasAllWords(step.text() + " " + step.meaning() + " " + step.example());
    }

    private boolean hasAllWords(NamedSet set) {
        return hasAllWords("platforms " + set.name() + " " + set.meaning());
    }

    private boolean hasAllWords(String shown) {
        String text = shown.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
    }
}
