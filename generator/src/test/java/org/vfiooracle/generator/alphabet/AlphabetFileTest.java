// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.alphabet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.generator.Subjects;

final class AlphabetFileTest {
    static final java.util.List<String> CARRIED = AlphabetFile.CARRIED;

    private static final String SMALL = """
            alphabet: small
            topology: six-groups
            groups: 'D'
            most:
              containers: 1
              groups: 1
            processes:
              - memlock: unlimited
                capabilities: []
            calls:
              - op: open
                good:
                  - 'path /dev/vfio/vfio'
              - op: VFIO_GET_API_VERSION
                'on': container
            """;

    @ParameterizedTest
    @FieldSource("CARRIED")
    void each_alphabet_of_the_module_is_read_and_has_calls(String name) {
        Alphabet alphabet = AlphabetFile.carried(name);

        assertThat(alphabet.name()).isEqualTo(name);
        assertThat(alphabet.calls()).hasSizeGreaterThan(4);
    }

    @Test
    void the_usual_one_is_that_of_the_driver() {
        assertThat(AlphabetFile.usual(
                                Subjects.of(Subjects.X86, "core", 0).machine().profile())
                        .name())
                .isEqualTo("type1");
        assertThat(AlphabetFile.usual(Subjects.of(Subjects.POWER9, "core", 0)
                                .machine()
                                .profile())
                        .name())
                .isEqualTo("spapr");
    }

    @Test
    void a_user_can_write_one() {
        Alphabet alphabet = AlphabetFile.read(SMALL, "small.yaml");

        assertThat(alphabet.groups()).containsExactly("D");
        assertThat(alphabet.has("open")).isTrue();
        assertThat(alphabet.has("dup")).isFalse();
    }

    @Test
    void a_call_that_there_is_not_is_told_with_its_place() {
        assertThatThrownBy(() -> AlphabetFile.read(SMALL.replace("VFIO_GET_API_VERSION", "VFIO_GET_API"), "small.yaml"))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("small.yaml:14:")
                .hasMessageContaining("the name of an operation");
    }

    @Test
    void an_argument_that_the_call_does_not_have_is_told_with_those_it_has() {
        String wrong = SMALL + "    good:\n      - 'argsx 3'\n";

        assertThatThrownBy(() -> AlphabetFile.read(wrong, "small.yaml"))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("argsx");
    }

    @Test
    void an_alphabet_without_calls_is_none() {
        assertThatThrownBy(() ->
                        AlphabetFile.read(SMALL.substring(0, SMALL.indexOf("calls:")) + "calls: []\n", "small.yaml"))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("at least one call");
    }
}
