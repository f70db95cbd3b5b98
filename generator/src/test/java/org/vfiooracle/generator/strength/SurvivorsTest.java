// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.Subjects;
import org.vfiooracle.generator.mutate.Mutant;
import org.vfiooracle.generator.mutate.Mutants;

final class SurvivorsTest {
    private static final Path ROOT = Path.of(System.getProperty("user.dir")).getParent();

    @Test
    void each_reason_is_about_a_mistake_that_can_be_made_on_some_platform() {
        List<String> ids = List.of(
                        Subjects.POWER9,
                        Subjects.POWER8,
                        Subjects.P5IOC2,
                        Subjects.X86,
                        PlatformId.parse("pseries-linux-6.12-4k"))
                .stream()
                .map(id -> Mutants.of(Subjects.of(id, "core", 0).machine()))
                .flatMap(mutants -> mutants.all().stream())
                .map(Mutant::id)
                .toList();

        assertThat(Survivors.read(ROOT).reasons()).isNotEmpty().allSatisfy(reason -> assertThat(ids)
                .anyMatch(reason::fits));
    }

    @Test
    void a_reason_holds_only_on_its_platforms() {
        Survivors survivors = Survivors.parse(
                "survivors:\n  - mutant: 'a/*'\n    platforms:\n      - 'x86-*'\n    kind: equivalent\n    why: 'b'\n",
                "survivors.yaml");

        assertThat(survivors.on(Subjects.X86).of("a/step-removed")).isPresent();
        assertThat(survivors.on(Subjects.POWER9).of("a/step-removed")).isEmpty();
    }

    @Test
    void a_release_is_named_without_its_point() {
        Survivors survivors = Survivors.parse(
                "survivors:\n  - mutant: 'a/*'\n    platforms:\n      - '*-linux-6.12-*'\n    kind: equivalent\n    why: 'b'\n",
                "survivors.yaml");

        assertThat(survivors.on(PlatformId.parse("phb4-linux-6.12.95-4k")).of("a/step-removed"))
                .isPresent();
        assertThat(survivors.on(PlatformId.parse("phb4-linux-6.1.9-4k")).of("a/step-removed"))
                .isEmpty();
    }

    @Test
    void a_kind_that_there_is_not_is_told() {
        assertThatThrownBy(() -> Survivors.parse(
                        "survivors:\n  - mutant: 'a'\n    kind: hard\n    why: 'b'\n", "survivors.yaml"))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("equivalent, not-observable or out-of-scope");
    }
}
