// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.samples.SampleCases;

final class FixtureDiffTest {
    private final Fixture join = SampleCases.fixture(SampleCases.JOIN);
    private final Fixture status = SampleCases.fixture(SampleCases.STATUS);

    @Test
    void the_samples_have_everything_that_can_differ() {
        assertThat(join.steps()).anyMatch(step -> !step.outcome().out().isEmpty());
        assertThat(join.steps()).anyMatch(step -> step.outcome().lockedPages() > 0);
        for (Part part : List.of(Part.WINDOWS, Part.BYPASS, Part.TCES)) {
            assertThat(join.steps()).as(part.key()).anyMatch(step -> step.outcome().effects().stream()
                    .anyMatch(part::shows));
        }
    }

    @Test
    void the_same_answers_conform() {
        Comparison comparison = compare(join, Answers.asIn(join).observation());

        assertThat(comparison.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.stepsCompared()).isEqualTo(7);
        assertThat(comparison.compared()).isEqualTo(Observes.ALL);
    }

    @Test
    void another_errno_differs_and_names_the_rule() {
        Comparison comparison =
                compare(join, Answers.asIn(join).answer(3, "EBUSY").observation());

        assertThat(comparison.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(comparison.differences())
                .containsExactly(new Difference(
                        3,
                        "VFIO_GROUP_SET_CONTAINER(G1 -> C1)",
                        Part.ANSWER,
                        "answer",
                        "0",
                        "EBUSY",
                        join.steps().get(2).rule()));
    }

    @Test
    void an_errno_that_the_model_has_never_heard_of_differs() {
        Comparison comparison =
                compare(join, Answers.asIn(join).answer(4, "EOPNOTSUPP").observation());

        assertThat(lines(comparison)).containsExactly("4 expected 0, got EOPNOTSUPP");
    }

    @Test
    void an_out_field_that_is_missing_or_new_or_other_differs() {
        Answers answers = Answers.asIn(status).withoutOut(2, "flags").out(2, "argsz", "8");
        Answers other = Answers.asIn(status).out(2, "flags", "0x3");

        assertThat(lines(compare(status, answers.observation())))
                .containsExactly("2 out.flags expected 0x1, got nothing", "2 out.argsz expected nothing, got 8");
        assertThat(lines(compare(status, other.observation()))).containsExactly("2 out.flags expected 0x1, got 0x3");
    }

    @Test
    void locked_pages_off_by_one_differ() {
        Comparison comparison =
                compare(join, Answers.asIn(join).lockedPages(6, 1).observation());

        long pages = join.steps().get(5).outcome().lockedPages();
        assertThat(lines(comparison)).containsExactly("6 locked_pages expected " + pages + ", got " + (pages + 1));
    }

    @Test
    void a_missing_effect_differs_at_its_place_only() {
        int step = stepWithWindow();
        Comparison comparison = compare(
                join, Answers.asIn(join).effects(step, effects -> List.of()).observation());

        assertThat(comparison.differences())
                .extracting(Difference::part)
                .containsExactlyInAnyOrder(Part.WINDOWS, Part.BYPASS);
        assertThat(comparison.differences()).allMatch(difference -> difference.step() == step);
        assertThat(lines(comparison)).anyMatch(line -> line.startsWith(step + " effects.window[0] expected window-"));
    }

    @Test
    void effects_in_another_order_differ_although_each_kind_agrees() {
        int step = stepWithWindow();
        Comparison comparison = compare(
                join,
                Answers.asIn(join).effects(step, FixtureDiffTest::windowsLast).observation());
        Comparison reversed = compare(
                join,
                Answers.asIn(join).effects(step, FixtureDiffTest::windowsFirst).observation());

        assertThat(List.of(comparison.verdict(), reversed.verdict()))
                .containsExactlyInAnyOrder(Verdict.CONFORMS, Verdict.DIFFERS);
        assertThat(comparison.verdict() == Verdict.DIFFERS ? lines(comparison) : lines(reversed))
                .singleElement()
                .asString()
                .startsWith(step + " effects.order[0] expected ");
    }

    @Test
    void what_is_left_differs_by_the_path_in_the_state() {
        Comparison comparison =
                compare(join, Answers.asIn(join).state("locked_pages", 99L).observation());

        assertThat(lines(comparison)).singleElement().asString().matches("7 state.locked_pages expected \\d+, got 99");
    }

    @Test
    void fewer_or_more_steps_than_operations_differ() {
        assertThat(lines(compare(join, Answers.asIn(join).only(3).withoutState())))
                .containsExactly("4 answered 3 of 7 operations");
        assertThat(lines(compare(join, Answers.asIn(join).oneMore().withoutState())))
                .containsExactly("7 answered 8 of 7 operations");
    }

    @Test
    void an_implementation_that_runs_nothing_agrees_in_nothing() {
        Comparison comparison = compare(join, Answers.asIn(join).only(0).withoutState());

        assertThat(comparison.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(lines(comparison)).containsExactly("1 answered 0 of 7 operations");
        assertThat(comparison.stepsCompared()).isZero();
    }

    @Test
    void differences_come_in_the_order_of_the_operations() {
        Comparison comparison = compare(
                join,
                Answers.asIn(join)
                        .answer(7, "EIO")
                        .lockedPages(3, 4)
                        .answer(3, "EPERM")
                        .observation());

        assertThat(comparison.differences()).extracting(Difference::step).containsExactly(3, 3, 7);
    }

    @Test
    void what_is_not_observed_is_not_compared_and_does_not_count_as_agreeing() {
        Observation wrong = Answers.asIn(join).lockedPages(6, 1).observation();
        Observes some = Observes.of(Part.ANSWER, Part.OUT);

        Comparison comparison = FixtureDiff.compare(join, wrong, some, Strictness.STATE);

        assertThat(comparison.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(comparison.compared()).isEqualTo(some);
        assertThat(comparison.notCompared())
                .containsExactly(Part.LOCKED_PAGES, Part.WINDOWS, Part.BYPASS, Part.TCES, Part.STATE);
    }

    @Test
    void strictness_chooses_among_what_is_observed() {
        Observation wrong = Answers.asIn(status).withoutOut(2, "flags").observation();

        assertThat(FixtureDiff.compare(status, wrong, Observes.ALL, Strictness.OUTCOME)
                        .verdict())
                .isEqualTo(Verdict.CONFORMS);
        assertThat(FixtureDiff.compare(status, wrong, Observes.ALL, Strictness.STRUCTS)
                        .verdict())
                .isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void an_adapter_that_observes_nothing_conforms_in_nothing() {
        Comparison comparison =
                FixtureDiff.compare(join, Answers.asIn(join).observation(), Observes.of(), Strictness.STATE);

        assertThat(comparison.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(comparison.reason()).isEqualTo("the adapter observes none of the parts to compare");
    }

    @ParameterizedTest
    @EnumSource(names = {"SKIPPED", "CRASHED", "TIMED_OUT", "NOT_RUN"})
    void what_was_not_answered_keeps_its_verdict_and_its_reason(Observation.Ending ending) {
        Observation observation = new Observation(
                join.performed().id(), ending, "because", List.of(), Optional.empty(), Optional.empty());

        Comparison comparison = compare(join, observation);

        assertThat(comparison.verdict().name()).isEqualTo(ending.name());
        assertThat(comparison.reason()).isEqualTo("because");
        assertThat(comparison.compared().parts()).isEmpty();
    }

    @Test
    void an_observation_of_another_case_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(join, Answers.asIn(status).observation()))
                .withMessage("cannot compare an observation of ATTACH-902 with ATTACH-901");
    }

    private int stepWithWindow() {
        for (int i = 0; i < join.steps().size(); i++) {
            List<Effect> effects = join.steps().get(i).outcome().effects();
            if (effects.stream().anyMatch(Part.WINDOWS::shows)
                    && effects.stream().anyMatch(Part.BYPASS::shows)) {
                return i + 1;
            }
        }
        throw new AssertionError("no step has effects of two kinds");
    }

    private static List<Effect> windowsLast(List<Effect> effects) {
        List<Effect> sorted = new ArrayList<>(effects);
        sorted.sort(Collections.reverseOrder(Comparator.comparing(Part.BYPASS::shows)));
        return sorted;
    }

    private static List<Effect> windowsFirst(List<Effect> effects) {
        List<Effect> sorted = new ArrayList<>(effects);
        sorted.sort(Comparator.comparing(Part.BYPASS::shows));
        return sorted;
    }

    private static Comparison compare(Fixture fixture, Observation observation) {
        return FixtureDiff.compare(fixture, observation, Observes.ALL, Strictness.STATE);
    }

    private static List<String> lines(Comparison comparison) {
        return comparison.differences().stream()
                .map(difference -> difference.step() + " " + difference.statement())
                .toList();
    }
}
