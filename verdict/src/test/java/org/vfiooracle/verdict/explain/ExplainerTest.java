// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.FixtureDiff;
import org.vfiooracle.conformance.drive.ChosenDeviations;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.ObservedStep;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.samples.SampleCases;
import org.vfiooracle.verdict.Answered;
import org.vfiooracle.verdict.cause.Cause;
import org.vfiooracle.verdict.cause.CauseGroup;
import org.vfiooracle.verdict.nearest.Agreement;
import org.vfiooracle.verdict.nearest.Behaviour;
import org.vfiooracle.verdict.nearest.OtherMachine;

/** Each kind of wrong implementation is told as exactly that: what differs, by which rule, and what would have answered so. */
final class ExplainerTest {
    private static final PlatformId OLD = PlatformId.parse("ioda2-linux-4.1-64k");
    private static final PlatformId NEW = PlatformId.parse("ioda2-linux-4.2-64k");
    private static final PlatformId PARTITION = PlatformId.parse("pseries-linux-6.12-4k");
    private static final List<PlatformId> RECORDED =
            List.of(OLD, NEW, SampleCases.POWER9, SampleCases.POWER8, PARTITION);

    /** A second group joins, after calls that have nothing to do with it. */
    private static final Case SECOND_GROUP = new Case(
            CaseId.parse("ATTACH-910"),
            "six-groups",
            new Process(OptionalLong.empty(), false, Map.of(), 0),
            List.of(
                    new Operation.OpenGroup("C", "G3"),
                    new Operation.GetStatus("G3", 8),
                    new Operation.OpenGroup("A", "G1"),
                    new Operation.OpenContainer("C1"),
                    new Operation.SetContainer("G1", "C1"),
                    new Operation.SetIommu("C1", 7),
                    new Operation.OpenGroup("B", "G2"),
                    new Operation.SetContainer("G2", "C1"),
                    new Operation.GetStatus("G2", 8)));

    private final Explainer explainer = Explainer.of(SampleCases.PLATFORMS, RECORDED);

    @Test
    void an_older_kernel_is_recognised_by_what_it_answers() {
        Fixture fixture = SampleCases.fixture(SampleCases.JOIN, NEW);
        Comparison comparison = Answered.compared(fixture, Answered.by(SampleCases.PLATFORMS.machine(OLD), fixture));

        Explanation explanation = explainer.explain(comparison).orElseThrow();

        assertThat(Cause.of(comparison).text()).isEqualTo("VFIO_SET_IOMMU answer: expected 0, got ENODEV");
        assertThat(explanation.nearest().agreement()).isEqualTo(Agreement.WHOLE);
        assertThat(explanation.nearest().machines())
                .extracting(OtherMachine::name)
                .first()
                .isEqualTo(OLD.toString());
        assertThat(explanation.before()).containsExactly("C1: no IOMMU type, group A");
    }

    @Test
    void a_whole_run_is_like_one_machine() {
        List<Comparison> compared = new ArrayList<>();
        List<Fixture> conforming = new ArrayList<>();
        for (Case one : SampleCases.CASES) {
            Fixture fixture = SampleCases.fixture(one, NEW);
            Comparison comparison =
                    Answered.compared(fixture, Answered.by(SampleCases.PLATFORMS.machine(OLD), fixture));
            compared.add(comparison);
            if (!comparison.verdict().finding()) {
                conforming.add(fixture);
            }
        }

        Behaviour behaviour = explainer
                .behaviour(CauseGroup.of(compared), conforming, Observes.ALL)
                .orElseThrow();

        assertThat(behaviour.machine().name()).isEqualTo(OLD.toString());
        assertThat(behaviour.complete()).isTrue();
        assertThat(List.of(behaviour.differing(), behaviour.conforming())).containsExactly(2, 2);
    }

    @Test
    void a_bug_that_the_release_does_not_have_is_named() {
        Fixture fixture = SampleCases.fixture(SampleCases.UNREGISTER);
        Machine fixed = ChosenDeviations.machine(
                SampleCases.PLATFORMS.profile(SampleCases.POWER9), List.of(), List.of("spapr.unregister-while-mapped"));
        Comparison comparison = FixtureDiff.compare(
                withoutIntentions(fixture), Answered.by(fixed, fixture), Observes.ALL, Strictness.STATE);

        assertThat(explainer.explain(comparison).orElseThrow().nearest().machines())
                .extracting(OtherMachine::name)
                .first()
                .isEqualTo("phb4-linux-6.12-4k without spapr.unregister-while-mapped");
    }

    @Test
    void one_wrong_errno_is_like_nothing_and_the_case_is_made_short() {
        Fixture fixture = SampleCases.fixture(SECOND_GROUP);
        Comparison comparison = Answered.compared(fixture, Answered.spoilt(fixture, 8, Answered.answer("EPERM")));

        Explanation explanation = explainer.explain(comparison).orElseThrow();

        assertThat(comparison.differences().get(0).rule()).isEqualTo("spapr.attach.joined");
        assertThat(explanation.step()).isEqualTo(8);
        assertThat(explanation.nearest().agreement()).isEqualTo(Agreement.NONE);
        assertThat(explanation.shortest().orElseThrow().performed().operations())
                .containsExactly(
                        new Operation.OpenGroup("A", "G1"),
                        new Operation.OpenContainer("C1"),
                        new Operation.SetContainer("G1", "C1"),
                        new Operation.SetIommu("C1", 7),
                        new Operation.OpenGroup("B", "G2"),
                        new Operation.SetContainer("G2", "C1"));
    }

    @Test
    void one_page_of_accounting_is_a_cause_of_its_own() {
        Fixture fixture = SampleCases.fixture(SampleCases.JOIN);
        Comparison comparison = Answered.compared(fixture, Answered.spoilt(fixture, 6, Answered.morePages(1)));

        Cause cause = Cause.of(comparison);

        assertThat(cause.text()).isEqualTo("VFIO_IOMMU_SPAPR_REGISTER_MEMORY locked_pages");
        assertThat(cause.rule()).isEqualTo("spapr.register.registered");
        assertThat(explainer.explain(comparison).orElseThrow().nearest().agreement())
                .isEqualTo(Agreement.NONE);
    }

    @Test
    void a_window_that_a_joined_group_does_not_get_is_told_as_that() {
        Fixture fixture = SampleCases.fixture(SECOND_GROUP);
        Comparison comparison = Answered.compared(
                fixture,
                Answered.spoilt(
                        fixture,
                        8,
                        step -> new ObservedStep(
                                step.answer(),
                                step.out(),
                                step.lockedPages(),
                                step.effects().subList(0, 1),
                                step.calls())));

        assertThat(Cause.of(comparison).text()).isEqualTo("VFIO_GROUP_SET_CONTAINER effects.window");
    }

    @Test
    void a_crash_is_like_the_kernel_that_stops_there() {
        List<Operation> calls = new ArrayList<>(SampleCases.JOIN.operations());
        calls.add(new Operation.OpenGroup("B", "G2"));
        calls.add(new Operation.SetContainer("G2", "C1"));
        Case stopping = new Case(CaseId.parse("ATTACH-911"), "six-groups", SampleCases.JOIN.process(), calls);
        Fixture fixture = SampleCases.fixture(stopping, PARTITION);
        Comparison comparison = Answered.compared(fixture, Observation.crashed(stopping.id(), "kernel oops"));

        Explanation explanation = explainer.explain(comparison).orElseThrow();

        assertThat(Cause.of(comparison).text()).isEqualTo("crashed: kernel oops");
        assertThat(explanation.nearest().machines())
                .extracting(OtherMachine::deviation)
                .contains("spapr.second-group-stops-partition");
    }

    private static Fixture withoutIntentions(Fixture fixture) {
        return new Fixture(
                fixture.platform(),
                fixture.feature(),
                fixture.performed(),
                fixture.steps().stream()
                        .map(step -> new RecordedStep(step.operation(), step.outcome(), step.rule(), Optional.empty()))
                        .toList(),
                fixture.last());
    }
}
