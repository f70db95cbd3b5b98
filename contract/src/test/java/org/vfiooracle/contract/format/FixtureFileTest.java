// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.samples.SampleFixtures;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

final class FixtureFileTest {
    private final String text = FixtureFile.write(SampleFixtures.fixture(SampleFixtures.WINDOWS, "phb4-linux-6.12-4k"));

    @Test
    void a_fixture_begins_with_what_it_is_and_ends_with_its_hash() {
        assertThat(text).startsWith("""
                        # SPDX-License-Identifier: CC0-1.0
                        format: 2
                        id: DMA-WINDOW-001
                        case: two-windows
                        platform: phb4-linux-6.12-4k
                        feature: features/dma-window/made.feature
                        topology: six-groups
                        process:
                          memlock: unlimited
                          capabilities: []
                          buffers:
                            B1:
                              size: '0x100000'
                              backing: page
                              access: rw
                        operations:
                          - op: open
                            path: /dev/vfio/vfio
                            as: C1
                            outcome:
                              answer: fd
                              locked_pages: 0
                            rule: container.open.opened
                        """).containsPattern("\nhash: sha256:[0-9a-f]{64}\n$");
    }

    @Test
    void an_operation_shows_what_was_intended_where_the_release_has_a_bug() {
        assertThat(text).contains("""
                          - op: VFIO_IOMMU_MAP_DMA
                            'on': C1
                            argsz: 32
                            flags: '0x3'
                            vaddr: B1+0x0
                            iova: '0x800'
                            size: '0x1000'
                            outcome:
                              answer: 1
                              locked_pages: 2368
                            rule: spapr.map.iova-aligned
                            intended:
                              deviation: spapr.misaligned-iova-answers-1
                              answer: EINVAL
                              locked_pages: 2368
                              rule: spapr.map.iova-aligned
                        """);
    }

    @Test
    void what_was_read_is_written_again_to_the_byte() {
        for (Fixture fixture : SampleFixtures.some()) {
            String written = FixtureFile.write(fixture);

            Fixture read = FixtureFile.read(written, "a.yaml");

            assertThat(FixtureFile.write(read)).isEqualTo(written);
            assertThat(read.steps()).isEqualTo(fixture.steps());
            assertThat(read.performed()).isEqualTo(fixture.performed());
        }
    }

    @Test
    void every_parser_reads_the_same_tree() throws Exception {
        for (Fixture fixture : SampleFixtures.some()) {
            String yaml = FixtureFile.write(fixture);
            String canonical = CanonicalJson.of(FixtureFile.tree(fixture));

            assertThat(CanonicalJson.of(StrictYaml.read(yaml, "a.yaml").value()))
                    .isEqualTo(canonical);
            assertThat(CanonicalJson.of(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(yaml)))
                    .isEqualTo(canonical);
            assertThat(CanonicalJson.of(load(
                            LoadSettings.builder().setSchema(new JsonSchema()).build(), yaml)))
                    .isEqualTo(canonical);
            assertThat(CanonicalJson.of(load(
                            LoadSettings.builder().setSchema(new CoreSchema()).build(), yaml)))
                    .isEqualTo(canonical);
            assertThat(CanonicalJson.of(new ObjectMapper().readValue(FixtureFile.json(fixture), Map.class)))
                    .isEqualTo(canonical);
        }
    }

    @Test
    void a_changed_outcome_is_noticed_at_the_hash() {
        String changed = text.replace("answer: 1\n", "answer: 0\n");

        assertThat(changed).isNotEqualTo(text);
        assertThatThrownBy(() -> FixtureFile.read(changed, "a.yaml"))
                .isInstanceOf(YamlProblem.class)
                .hasMessageMatching(
                        "(?s)a.yaml:[0-9]+:7: expected sha256:[0-9a-f]+ at hash, found \"sha256:[0-9a-f]+\"\n"
                                + "  hint: the content was changed by hand; ./oracle record makes fixtures");
    }

    @Test
    void a_fixture_without_hash_is_refused() {
        String without = text.substring(0, text.indexOf("hash:"));

        assertThatThrownBy(() -> FixtureFile.read(without, "a.yaml")).hasMessageContaining("found no hash");
    }

    @Test
    void another_format_is_refused() {
        assertThatThrownBy(() -> FixtureFile.read(text.replace("format: 2\n", "format: 1\n"), "a.yaml"))
                .hasMessage("""
                        a.yaml:2:9: expected format 2 at format, found 1
                          hint: another version of vfio-oracle wrote this file""");
    }

    @Test
    void an_unknown_key_is_refused_where_it_stands() {
        assertThatThrownBy(
                        () -> FixtureFile.read(text.replace("    as: C1\n", "    as: C1\n    color: red\n"), "a.yaml"))
                .hasMessage("""
                        a.yaml:20:5: expected no other key here at operations[0].color, found "color"
                          hint: remove it, or look for a typo""");
    }

    @Test
    void an_unknown_operation_is_refused_with_those_that_exist() {
        assertThatThrownBy(() -> FixtureFile.read(text.replace("op: VFIO_SET_IOMMU", "op: VFIO_SET_IOMU"), "a.yaml"))
                .hasMessageStartingWith("a.yaml:44:9: expected one of H_GET_TCE, H_PUT_TCE,")
                .hasMessageEndingWith("at operations[3].op, found \"VFIO_SET_IOMU\"");
    }

    @Test
    void an_unknown_topology_is_refused() {
        assertThatThrownBy(() -> FixtureFile.read(text.replace("six-groups", "none"), "a.yaml"))
                .hasMessage("""
                        a.yaml:7:11: expected a topology of a known generation at topology, found "none"
                          hint: no topology is named "none"; known: no-interrupt-remapping, one-phb, shared-host, six-groups, six-groups-64g, two-phbs""");
    }

    @Test
    void something_else_is_refused() {
        assertThatThrownBy(() -> FixtureFile.read("- a\n", "a.yaml"))
                .hasMessage("a.yaml:1:1: expected a map, found a list");
        assertThatThrownBy(() -> FixtureFile.read("a: 1\n", "a.yaml"))
                .hasMessage("a.yaml:1:1: expected the key \"format\", found only a");
    }

    @Test
    void json_that_says_a_thing_twice_or_goes_on_behind_its_end_is_refused() {
        String json = FixtureFile.json(FixtureFile.read(text, "a.yaml"));

        assertThatThrownBy(() -> FixtureFile.read(json.replaceFirst("\\{", "{\"format\": 2, "), "a.json"))
                .hasMessageStartingWith("a.json:2:")
                .hasMessageContaining("expected JSON, found Duplicate field 'format'");
        assertThatThrownBy(() -> FixtureFile.read(json + "{}", "a.json"))
                .hasMessageContaining("expected one JSON document, found something behind it");
    }

    @Test
    void a_file_is_named_as_the_user_named_it(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.yaml"), "format: one\n");

        assertThatThrownBy(() -> FixtureFile.read(file)).hasMessageStartingWith(file + ":1:9: expected a decimal");
    }

    private static Object load(LoadSettings settings, String yaml) {
        return new Load(settings).loadFromString(yaml);
    }
}
