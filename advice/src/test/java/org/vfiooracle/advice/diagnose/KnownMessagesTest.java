// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.oracle.Rules;

/** The messages that the project knows, with a line of each as people see it. */
final class KnownMessagesTest {
    private static final Path ROOT = Path.of(System.getProperty("vfiooracle.root"));
    private static final KnownMessages KNOWN = KnownMessages.read(ROOT);

    private record Sample(String id, String line) {}

    private static List<Sample> samples() throws IOException {
        try (InputStream in = KnownMessagesTest.class.getResourceAsStream("/messages.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .map(parts -> new Sample(parts[0], parts[1]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_line_that_people_see_is_recognised(Sample sample) {
        assertThat(KNOWN.find(sample.line()))
                .as(sample.line())
                .extracting(found -> found.message().id())
                .contains(sample.id());
    }

    @Test
    void every_message_has_a_line() throws IOException {
        List<String> shown = samples().stream().map(Sample::id).toList();

        assertThat(KNOWN.all()).extracting(KnownMessage::id).isSubsetOf(shown).hasSizeGreaterThanOrEqualTo(60);
    }

    static Stream<KnownMessage> messages() {
        return KNOWN.all().stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void what_a_message_names_exists(KnownMessage message) throws IOException {
        List<String> calls = Declarations.ofOperations().all().stream()
                .map(Declaration::name)
                .toList();
        String bugs = Files.readString(ROOT.resolve("docs/data/known-bugs.yaml"));

        assertThat(calls).containsAll(message.calls());
        assertThat(message.rules()).allMatch(rule -> Rules.find(rule).isPresent());
        assertThat(message.bugs())
                .allMatch(bug -> bugs.contains("- id: " + bug + "\n") || bugs.contains("- id: '" + bug + "'\n"));
        assertThat(message.look()).isNotEmpty().hasSizeLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'{errno}'", "'{*} {n}'", "'a {errno} b {errno}'", "'a {word}'", "'a {n'"})
    void a_pattern_needs_words_and_placeholders_that_there_are(String pattern) {
        String text = """
                format: 1
                messages:
                  - id: a
                    program: A
                    says: PATTERN
                    where: 'a.c, a'
                    means: 'A.'
                    look:
                      - 'Look.'
                """.replace("PATTERN", pattern);

        assertThatThrownBy(() -> KnownMessages.parse(text, "m.yaml"))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("m.yaml:5");
    }
}
