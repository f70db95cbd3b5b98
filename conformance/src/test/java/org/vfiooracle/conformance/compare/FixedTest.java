// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.codec.StateCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.samples.SampleCases;

/** An implementation may have fixed what a release has wrong. */
final class FixedTest {
    private static final String BUG = "spapr.unregister-while-mapped";

    private final Fixture release = SampleCases.fixture(SampleCases.UNREGISTER);
    private final Fixture fixed = withoutTheBug();
    private final Repair repair = new ModelRepair(SampleCases.PLATFORMS);

    @Test
    void the_sample_shows_the_bug() {
        assertThat(release.steps().get(6).intended().orElseThrow().deviation()).isEqualTo(BUG);
        assertThat(release.steps().get(7).outcome())
                .isNotEqualTo(fixed.steps().get(7).outcome());
    }

    @Test
    void who_answers_as_intended_from_there_on_has_fixed_it() {
        Comparison comparison = compare(Answers.asIn(fixed), repair);

        assertThat(comparison.verdict()).isEqualTo(Verdict.FIXED);
        assertThat(comparison.fixedBy()).containsExactly(BUG);
        assertThat(comparison.differences()).isEmpty();
    }

    @Test
    void who_answers_as_intended_once_and_then_as_the_bug_differs() {
        Answers half = Answers.asIn(release).answer(7, "EBUSY");

        Comparison comparison = compare(half, repair);

        assertThat(comparison.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(comparison.differences().get(0).statement()).isEqualTo("expected EBUSY, got ENOENT");
    }

    @Test
    void something_else_that_is_wrong_is_found_behind_the_fix() {
        Comparison comparison = compare(Answers.asIn(fixed).answer(8, "EIO"), repair);

        assertThat(comparison.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(comparison.fixedBy()).containsExactly(BUG);
        assertThat(comparison.differences().get(0).step()).isEqualTo(8);
        assertThat(comparison.differences().get(0).found()).isEqualTo("EIO");
    }

    @Test
    void without_a_model_only_the_step_itself_is_known_to_be_fixed() {
        Comparison comparison = compare(Answers.asIn(fixed), Repair.NONE);

        assertThat(comparison.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(comparison.fixedBy()).containsExactly(BUG);
        assertThat(comparison.differences().get(0).step()).isEqualTo(8);
    }

    @Test
    void who_has_the_bug_as_the_release_has_it_conforms() {
        assertThat(compare(Answers.asIn(release), repair).verdict()).isEqualTo(Verdict.CONFORMS);
    }

    private Comparison compare(Answers answers, Repair known) {
        return new FixtureDiff(Observes.ALL, Strictness.STATE, known).compare(release, answers.observation());
    }

    private Fixture withoutTheBug() {
        Profile profile = SampleCases.PLATFORMS.profile(SampleCases.POWER9);
        Machine machine = Machine.with(
                profile,
                Machine.of(profile).deviations().stream()
                        .filter(deviation -> !deviation.id().equals(BUG))
                        .toList());
        Fixture made = Performance.predicted(
                SampleCases.UNREGISTER,
                SampleCases.POWER9,
                machine,
                SampleCases.PLATFORMS.topology("six-groups", profile),
                release.feature());
        assertThat(StateCodec.encode(made.last())).isNotEqualTo(StateCodec.encode(release.last()));
        assertThat(List.of(made)).doesNotContain(release);
        return made;
    }
}
