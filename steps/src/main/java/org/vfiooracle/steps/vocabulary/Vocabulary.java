// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.vocabulary;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.spelling.Nearest;
import org.vfiooracle.steps.glue.Glue;
import org.vfiooracle.steps.glue.Meaning;
import org.vfiooracle.steps.text.Quantity;

/** The closed vocabulary of feature files, as the step classes define it. */
public final class Vocabulary {
    /** Stands for what varies from step to step. */
    private static final String VARIES = "{}";

    private final List<VocabularyStep> steps;

    private Vocabulary(List<VocabularyStep> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Returns the vocabulary; all Givens, then all Whens, then all Thens, each by subject and text. */
    public static Vocabulary load() {
        List<VocabularyStep> steps = new ArrayList<>();
        for (Class<?> type : Glue.CLASSES) {
            Arrays.stream(type.getDeclaredMethods())
                    .flatMap(method -> step(method).stream())
                    .sorted(Comparator.comparing(VocabularyStep::text))
                    .forEach(steps::add);
        }
        steps.sort(Comparator.comparing(VocabularyStep::kind));
        return new Vocabulary(steps);
    }

    /** The steps. */
    public List<VocabularyStep> steps() {
        return steps;
    }

    /** Returns at most {@code count} steps that are near to a text, nearest first; handles, numbers and sizes do not count. */
    public List<VocabularyStep> nearest(String text, int count) {
        String fixed = text.replaceAll("\"[^\"]*\"", VARIES).replaceAll("\\b(" + Quantity.SIZE + "|[0-9]+)\\b", VARIES);
        return Nearest.to(fixed, steps, step -> step.text().replaceAll("\\{[^}]*}", VARIES), count);
    }

    private static Optional<VocabularyStep> step(Method method) {
        Meaning meaning = method.getAnnotation(Meaning.class);
        if (meaning == null) {
            return Optional.empty();
        }
        Given given = method.getAnnotation(Given.class);
        When when = method.getAnnotation(When.class);
        Then then = method.getAnnotation(Then.class);
        VocabularyStep.Kind kind = given != null
                ? VocabularyStep.Kind.GIVEN
                : when != null ? VocabularyStep.Kind.WHEN : VocabularyStep.Kind.THEN;
        String text = given != null ? given.value() : when != null ? when.value() : then == null ? "" : then.value();
        return Optional.of(new VocabularyStep(kind, text, meaning.value(), meaning.example()));
    }
}
