// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;

final class SpokenNamesTest {
    private static final List<PlatformId> CORPUS = Stream.of(
                    "ioda1-linux-4.1-64k",
                    "ioda2-linux-5.10-64k",
                    "phb4-linux-5.10-4k",
                    "phb4-linux-6.12-4k",
                    "phb4-linux-6.12-64k",
                    "phb5-linux-6.12-4k",
                    "pseries-linux-6.12-4k",
                    "x86-linux-6.1-4k",
                    "x86-linux-6.12-4k")
            .map(PlatformId::parse)
            .toList();
    private final SpokenNames names = new SpokenNames(Platforms.load(), CORPUS);

    @ParameterizedTest
    @CsvSource({
        "POWER7, ioda1-linux-4.1-64k",
        "p7ioc, ioda1-linux-4.1-64k",
        "PHB3, ioda2-linux-5.10-64k",
        "power10, phb5-linux-6.12-4k",
        "PowerVM, pseries-linux-6.12-4k",
        "lpar 6.12 64k, pseries-linux-6.12-64k",
        "POWER9 64k, phb4-linux-6.12-64k",
        "POWER9 6.12 64k, phb4-linux-6.12-64k",
        "phb4 on 6.12 with 64k, phb4-linux-6.12-64k",
        "power9-6.12.95-64k, phb4-linux-6.12-64k",
        "power9-6.12.96-64k, phb4-linux-6.12.96-64k",
        "powernv9 6.12.95+deb12-powerpc64le-64k, phb4-linux-6.12-64k",
        "powernv9 4.18.0-147.el8.ppc64le, phb4-linux-4.18-64k",
        "q35 6.1, x86-linux-6.1-4k",
        "6.1.0-18-amd64, x86-linux-6.1-4k",
        "6.12.95+deb13-amd64, x86-linux-6.12-4k",
    })
    void a_name_that_says_enough_is_one_platform(String typed, String platform) {
        assertThat(names.find(typed).orElseThrow().platforms()).containsExactly(PlatformId.parse(platform));
    }

    @ParameterizedTest
    @CsvSource({
        "POWER9, phb4-linux-5.10-4k phb4-linux-6.12-4k phb4-linux-6.12-64k",
        "POWER9 6.12, phb4-linux-6.12-4k phb4-linux-6.12-64k",
        "4.18.0-147.el8.ppc64le, ioda2-linux-4.18-64k phb4-linux-4.18-64k pseries-linux-4.18-64k",
    })
    void a_name_that_says_less_is_all_that_it_can_mean(String typed, String platforms) {
        assertThat(names.find(typed).orElseThrow().platforms())
                .extracting(PlatformId::toString)
                .containsExactly(platforms.split(" "));
    }

    @Test
    void a_distribution_hides_the_point_release() {
        assertThat(names.find("powernv9 5.10.0-28-powerpc64le-4k").orElseThrow())
                .isEqualTo(new SpokenNames.Meaning(List.of(PlatformId.parse("phb4-linux-5.10-4k")), true));
        assertThat(names.find("powernv9 5.10.0-4k").orElseThrow())
                .isEqualTo(new SpokenNames.Meaning(List.of(PlatformId.parse("phb4-linux-5.10.0-4k")), false));
    }

    @Test
    void a_name_that_cannot_be_computed_stands_for_one_that_says_why() {
        assertThat(names.find("POWER10 4.2").orElseThrow().platforms())
                .containsExactly(PlatformId.parse("phb5-linux-4.2-4k"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "phb4-linux-6.12-4k",
                "phb4-linux-6.12-4q",
                "POWER11",
                "POWER9 6.12 frob",
                "POWER8 POWER9",
                "pc-q35-7.2",
                "qemu-7.2",
                "64k"
            })
    void what_is_no_name_is_not_guessed(String typed) {
        assertThat(names.find(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "x68-linux-6.1-4k, x86-linux-6.1-4k x86-linux-6.12-4k",
        "x86-linux-6.2-4k, x86-linux-6.1-4k x86-linux-6.12-4k",
        "phb4-linux-6.12-4q, phb4-linux-6.12-4k phb4-linux-6.12-64k phb4-linux-5.10-4k",
        "POWR7, ioda1-linux-4.1-64k"
    })
    void what_is_near_is_of_the_same_hardware(String typed, String platforms) {
        assertThat(names.near(typed, CORPUS)).extracting(PlatformId::toString).startsWith(platforms.split(" "));
    }

    @Test
    void nothing_is_near_to_what_is_no_hardware() {
        assertThat(names.near("frobnicate", CORPUS)).isEmpty();
    }
}
