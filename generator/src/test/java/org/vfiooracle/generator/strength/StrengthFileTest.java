// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.Subjects;
import org.vfiooracle.generator.mutate.Mutant;

final class StrengthFileTest {
    private static final MeasuredPlatform MEASURED = new MeasuredPlatform(
            Subjects.POWER9,
            "0123456789abcdef",
            7,
            List.of(
                    new MeasuredPlatform.Tally(Mutant.Kind.CHECK_REMOVED, 3, 4),
                    new MeasuredPlatform.Tally(Mutant.Kind.LIMIT_OFF, 1, 1)),
            List.of("VFIO_SET_IOMMU/container.set-iommu.no-type/check-removed"),
            List.of(new MeasuredPlatform.Point(1, 4, 3), new MeasuredPlatform.Point(2, 6, 4)));

    @Test
    void what_is_written_is_read_again() {
        StrengthFile file = new StrengthFile(List.of(MEASURED));

        assertThat(StrengthFile.parse(file.text(), "strength.yaml")).isEqualTo(file);
        assertThat(MEASURED.caught()).isEqualTo(4);
        assertThat(MEASURED.mistakes()).isEqualTo(5);
    }

    @Test
    void a_new_measurement_takes_the_place_of_the_old_one() {
        MeasuredPlatform again =
                new MeasuredPlatform(Subjects.POWER9, "f", 8, MEASURED.tallies(), List.of(), MEASURED.curve());

        StrengthFile file = new StrengthFile(List.of(MEASURED)).with(again);

        assertThat(file.platforms()).containsExactly(again);
        assertThat(file.of(Subjects.POWER9)).contains(again);
        assertThat(file.of(PlatformId.parse("ioda1-linux-4.2-64k"))).isEmpty();
    }

    @Test
    void a_line_that_is_wrong_is_named() {
        String text = new StrengthFile(List.of(MEASURED)).text();

        assertThatThrownBy(() -> StrengthFile.parse(text.replace("check-removed 3 4", "check-moved 3 4"), "s.yaml"))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("s.yaml:10")
                .hasMessageContaining("a kind of mistake")
                .hasMessageContaining("check-moved");
        assertThatThrownBy(() -> StrengthFile.parse(text.replace("1 4 3", "1 4"), "s.yaml"))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("three numbers");
    }

    @Test
    void a_stamp_changes_with_the_fixtures_and_with_the_mistakes() {
        var power9 = Platforms.load().machine(Subjects.POWER9);
        var power8 = Platforms.load().machine(Subjects.POWER8);

        String stamp = Stamp.of(power9, List.of("a", "b"));

        assertThat(stamp).hasSize(16).isEqualTo(Stamp.of(power9, List.of("b", "a")));
        assertThat(stamp).isNotEqualTo(Stamp.of(power9, List.of("a", "c")));
        assertThat(stamp).isNotEqualTo(Stamp.of(power8, List.of("a", "b")));
    }
}
