// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

final class YamlWriterTest {
    @Test
    void writes_block_style_in_the_order_of_the_tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", "ATTACH-012");
        tree.put("on", "C1");
        tree.put("size", "0x1000");
        tree.put("count", 3L);
        tree.put("truth", false);
        tree.put("none", List.of());
        tree.put("nothing", Map.of());
        tree.put("list", List.of("a", Map.of("inner", List.of(1L, "2"))));

        assertThat(YamlWriter.write(tree)).isEqualTo("""
                        id: ATTACH-012
                        'on': C1
                        size: '0x1000'
                        count: 3
                        truth: false
                        none: []
                        nothing: {}
                        list:
                          - a
                          - inner:
                              - 1
                              - '2'
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a ",
                " a",
                "-",
                "- a",
                "--",
                "?",
                ": ",
                "a: b",
                "a:",
                "a #b",
                "#a",
                "a  b",
                "'",
                "''",
                "it's",
                "\"",
                "\\",
                "a\\nb",
                "a\nb",
                "a\tb",
                "\u0000",
                "\u0085",
                "\u2028",
                "é",
                "\ud83d\ude00",
                "%a",
                "@a",
                "`a",
                "!a",
                "&a",
                "*a",
                "|",
                ">",
                "[a]",
                "{a}",
                "a, b",
                "[]",
                "{}",
                "0",
                "-1",
                "+1",
                "010",
                "0o17",
                "0x1000",
                "0b1",
                "1_000",
                "12:30",
                "0000:06:00.0",
                "1.5",
                "1.",
                ".5",
                "1e3",
                "1E3",
                "e3",
                ".inf",
                "-.INF",
                ".nan",
                "NaN",
                "inf",
                "y",
                "Y",
                "yes",
                "n",
                "NO",
                "on",
                "Off",
                "true",
                "False",
                "null",
                "NULL",
                "~",
                "=",
                "<<",
                "2026-01-01",
                "2026-01-01T00:00:00Z",
                "---",
                "...",
                "B1+0x0",
                "/dev/vfio/vfio",
                "spapr.map.iova-aligned",
                "phb4-linux-6.12-4k",
                "sha256:00ff",
                "4k",
                "2m",
                "fd",
                "EBUSY",
                "features/attach/a.feature",
                "A.0",
                "tag:yaml.org,2002:int",
                "a?b",
                "key ",
                "0xffffffffffffffff",
                "9007199254740993"
            })
    void every_parser_reads_the_text_that_was_written(String text) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", text);
        tree.put("list", List.of(text));

        String yaml = YamlWriter.write(tree);

        assertThat(StrictYaml.read(yaml, "a.yaml").value()).isEqualTo(tree);
        assertThat(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(yaml))
                .isEqualTo(tree);
        assertThat(new Load(LoadSettings.builder().setSchema(new JsonSchema()).build()).loadFromString(yaml))
                .isEqualTo(tree);
        assertThat(new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml))
                .isEqualTo(tree);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-b", "a.b", "1a", "_a", "a b"})
    void refuses_what_cannot_be_a_key(String key) {
        assertThatThrownBy(() -> YamlWriter.write(Map.of(key, 1L))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_what_has_no_spelling() {
        assertThatThrownBy(() -> YamlWriter.write(Map.of("a", 1.5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> YamlWriter.write(Map.of("a", List.of(List.of(1L)))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
