// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictYamlTest {
    @Test
    void reads_maps_lists_strings_integers_and_truth_values() {
        YamlNode root = StrictYaml.read("""
                # a comment
                text: EBUSY
                quoted: '0x10'
                both: "it's \\u00e9"
                number: -12
                truth: true
                empty: []
                none: {}
                'on': C1
                list:
                  - a: 1
                    b: 2
                  - c
                """, "a.yaml");

        assertThat(root.value())
                .isEqualTo(Map.of(
                        "text",
                        "EBUSY",
                        "quoted",
                        "0x10",
                        "both",
                        "it's \u00e9",
                        "number",
                        -12L,
                        "truth",
                        true,
                        "empty",
                        List.of(),
                        "none",
                        Map.of(),
                        "on",
                        "C1",
                        "list",
                        List.of(Map.of("a", 1L, "b", 2L), "c")));
    }

    @Test
    void knows_where_everything_stands() {
        YamlNode root = StrictYaml.read("""
                first: 1
                list:
                  - op: open
                    flags: '0x0'
                """, "a.yaml");

        assertThat(place(root.nearest("list[0].flags", false))).isEqualTo("4:12");
        assertThat(place(root.nearest("list[0].flags", true))).isEqualTo("4:5");
        assertThat(place(root.nearest("list[0].missing", false))).isEqualTo("3:5");
        assertThat(place(root.nearest("list[7]", false))).isEqualTo("3:3");
        assertThat(place(root.nearest("", false))).isEqualTo("1:1");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a: &x 1\n", "a.yaml:1:4: expected a value, found an anchor\n  hint: leave out &x"),
                Arguments.of(
                        "a: 1\nb: *x\n", "a.yaml:2:4: expected a value, found an alias\n  hint: write the value again"),
                Arguments.of(
                        "a: !!str 1\n",
                        "a.yaml:1:4: expected a value without tag, found tag:yaml.org,2002:str\n  hint: leave out the tag"),
                Arguments.of(
                        "a: !!map {}\n",
                        "a.yaml:1:4: expected a value without tag, found tag:yaml.org,2002:map\n  hint: leave out the tag"),
                Arguments.of(
                        "a: 1\na: 2\n",
                        "a.yaml:2:1: expected each key once, found \"a\" again\n  hint: remove one of them"),
                Arguments.of("a: 1.5\n", unquoted("1:4", "1.5")),
                Arguments.of("a: 1e3\n", unquoted("1:4", "1e3")),
                Arguments.of("a: 2026-01-01\n", unquoted("1:4", "2026-01-01")),
                Arguments.of("a: 0x1000\n", unquoted("1:4", "0x1000")),
                Arguments.of("a: 0000:06:00.0\n", unquoted("1:4", "0000:06:00.0")),
                Arguments.of("a: 12:30\n", unquoted("1:4", "12:30")),
                Arguments.of("a: 010\n", unquoted("1:4", "010")),
                Arguments.of("a: 1_000\n", unquoted("1:4", "1_000")),
                Arguments.of("a: +1\n", unquoted("1:4", "+1")),
                Arguments.of("a: 9007199254740993\n", unquoted("1:4", "9007199254740993")),
                Arguments.of("a: yes\n", unquoted("1:4", "yes")),
                Arguments.of("a: Off\n", unquoted("1:4", "Off")),
                Arguments.of("a: TRUE\n", unquoted("1:4", "TRUE")),
                Arguments.of("a: null\n", unquoted("1:4", "null")),
                Arguments.of("a: ~\n", unquoted("1:4", "~")),
                Arguments.of("a: .inf\n", unquoted("1:4", ".inf")),
                Arguments.of("a:\n", "a.yaml:1:3: expected a value, found nothing\n  hint: write [] or {} for nothing"),
                Arguments.of(
                        "on: C1\n",
                        "a.yaml:1:1: expected a quoted key, found on\n"
                                + "  hint: write 'on', since some parsers read true, false or null"),
                Arguments.of("'a': 1\n", "a.yaml:1:1: expected a key without quotes, found \"a\"\n  hint: write a"),
                Arguments.of("a-b: 1\n", "a.yaml:1:1: expected a key of letters, digits and _, found \"a-b\""),
                Arguments.of("? [a]\n: 1\n", "a.yaml:1:3: expected a key, found something else"),
                Arguments.of(
                        "a: [1]\n",
                        "a.yaml:1:4: expected one entry per line, found [...]\n"
                                + "  hint: only empty [] and {} are written so"),
                Arguments.of(
                        "a: {b: 1}\n",
                        "a.yaml:1:4: expected one entry per line, found {...}\n"
                                + "  hint: only empty [] and {} are written so"),
                Arguments.of(
                        "a:\n\tb: 1\n",
                        "a.yaml:2:1: expected printable text and LF, found a tab\n" + "  hint: indent with two spaces"),
                Arguments.of(
                        "a: 1\r\n",
                        "a.yaml:1:5: expected printable text and LF, found a carriage return\n"
                                + "  hint: end lines with LF alone"),
                Arguments.of("\ufeffa: 1\n", "a.yaml:1:1: expected printable text and LF, found a byte order mark"),
                Arguments.of("a: \u0085\n", "a.yaml:1:4: expected printable text and LF, found character U+0085"),
                Arguments.of(
                        "---\na: 1\n",
                        "a.yaml:1:1: expected the content at once, found \"---\" or a directive\n  hint: leave it out"),
                Arguments.of(
                        "a: 1\n---\nb: 1\n",
                        "a.yaml:2:1: expected one document, found another one\n  hint: write one document per file"),
                Arguments.of(
                        "a: |\n  text\n",
                        "a.yaml:1:4: expected a value on one line, found one on several\n"
                                + "  hint: use one line in double quotes, with \\n"),
                Arguments.of("", "a.yaml:1:1: expected a document, found an empty file"),
                Arguments.of("a: 'b\n", "a.yaml:2:1: expected YAML, found found unexpected end of stream"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses_what_parsers_do_not_agree_on(String text, String message) {
        assertThatThrownBy(() -> StrictYaml.read(text, "a.yaml"))
                .isInstanceOf(YamlProblem.class)
                .hasMessage(message);
    }

    @Test
    void refuses_a_document_that_is_too_deep() {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; depth < 40; depth++) {
            text.append(" ".repeat(depth)).append("a:\n");
        }
        text.append(" ".repeat(40)).append("a: 1\n");

        assertThatThrownBy(() -> StrictYaml.read(text.toString(), "a.yaml"))
                .hasMessageContaining("expected at most 32 levels, found more");
    }

    @Test
    void refuses_a_file_that_is_missing_or_not_utf_8(@TempDir Path folder) throws Exception {
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "a: 'é'\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> StrictYaml.text(latin, "latin.yaml"))
                .hasMessage("latin.yaml: expected UTF-8, found other bytes\n  hint: save the file as UTF-8");
        assertThatThrownBy(() -> StrictYaml.text(folder.resolve("none.yaml"), "none.yaml"))
                .hasMessage("none.yaml: expected a file, found none");
    }

    /** A sparse file costs nothing to make, and a device never ends. */
    @Test
    void refuses_a_file_that_is_too_large_without_reading_it_all(@TempDir Path folder) throws Exception {
        Path large = folder.resolve("large.yaml");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(3L << 30);
        }

        assertThatThrownBy(() -> StrictYaml.text(large, "large.yaml"))
                .hasMessage("large.yaml: expected a file of at most 16 MiB, found a larger one");
        assertThatThrownBy(() -> StrictYaml.text(Path.of("/dev/zero"), "/dev/zero"))
                .hasMessageContaining("expected a file of at most 16 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\UFFFFFFFF", "\\U00110000", "\\uD800\\u0041", "\\xZZ"})
    void refuses_an_escape_that_is_no_character(String escape) {
        assertThatThrownBy(() -> StrictYaml.read("a: \"" + escape + "\"\n", "a.yaml"))
                .isInstanceOf(YamlProblem.class);
    }

    /** The parser takes half a minute for a line of 4 MiB. */
    @Test
    void refuses_a_line_that_is_absurdly_long() {
        assertThatThrownBy(() -> StrictYaml.read("a: 1\nb: \"" + "x".repeat(4 << 20) + "\"\n", "a.yaml"))
                .hasMessage("a.yaml:2:1: expected lines of at most 65536 characters, found a longer one");
    }

    private static String unquoted(String place, String value) {
        return "a.yaml:" + place + ": expected a quoted string, found " + value + "\n  hint: write '" + value
                + "', since parsers disagree on what it is without quotes";
    }

    private static String place(YamlNode node) {
        return node.line() + ":" + node.column();
    }
}
