// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vfiooracle.steps.glue.Glue;
import org.vfiooracle.steps.glue.Meaning;
import org.vfiooracle.steps.glue.ParameterTypes;

final class VocabularyTest {
    private static final List<VocabularyStep> STEPS = Vocabulary.load().steps();

    private static Stream<VocabularyStep> steps() {
        return STEPS.stream();
    }

    @Test
    void every_step_is_listed_with_its_kind() {
        long defined = Glue.CLASSES.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(VocabularyTest::isStep)
                .peek(method -> assertThat(method.getAnnotation(Meaning.class))
                        .as("%s has a meaning", method)
                        .isNotNull())
                .count();

        assertThat(STEPS).hasSize((int) defined).hasSizeGreaterThan(60);
        assertThat(STEPS).extracting(VocabularyStep::kind).isSorted().contains(VocabularyStep.Kind.values());
        assertThat(STEPS).extracting(VocabularyStep::text).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void the_example_of_a_step_means_that_step_and_no_other(VocabularyStep step) {
        List<String> matching = STEPS.stream()
                .filter(other -> expression(other.text()).match(step.firstLine()) != null)
                .map(VocabularyStep::text)
                .toList();

        assertThat(matching).containsExactly(step.text());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void the_meaning_of_a_step_is_one_line_in_small_letters(VocabularyStep step) {
        assertThat(step.meaning()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
        assertThat(step.example().lines().skip(1)).allMatch(line -> line.startsWith("| ") && line.endsWith(" |"));
    }

    @Test
    void the_nearest_steps_to_a_typo_come_first() {
        assertThat(Vocabulary.load().nearest("VFIO_SET_IOMU sets typ v2 on \"C7\"", 1))
                .extracting(VocabularyStep::text)
                .containsExactly("VFIO_SET_IOMMU sets type {iommuType} on {handle}");
        assertThat(Vocabulary.load().nearest("128 KiB of \"B1\" is mapped at 0x0 in \"C1\"", 1))
                .extracting(VocabularyStep::text)
                .containsExactly("{size} of {handle} are mapped at {address} in {handle}");
    }

    private static boolean isStep(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(a -> a.annotationType().getPackageName().equals("io.cucumber.java.en"));
    }

    private static Expression expression(String text) {
        ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ROOT);
        List<Class<?>> all = new ArrayList<>(Glue.CLASSES);
        all.add(ParameterTypes.class);
        for (Class<?> type : all) {
            for (Method method : type.getDeclaredMethods()) {
                io.cucumber.java.ParameterType declared = method.getAnnotation(io.cucumber.java.ParameterType.class);
                if (declared != null) {
                    registry.defineParameterType(new ParameterType<>(
                            method.getName(), declared.value(), String.class, (String found) -> found));
                }
            }
        }
        return new ExpressionFactory(registry).createExpression(text);
    }
}
