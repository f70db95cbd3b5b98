// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.contract.fixture.AnsweredCase;
import org.vfiooracle.contract.format.CaseFile;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.samples.SampleFixtures;

/** What is read here must be what the parser reads; where the parser refuses, nothing may be read. */
final class UsualFormTest {
    private static final Path FIXTURES = Path.of(System.getProperty("vfiooracle.root"), "fixtures");
    private static final String FIXTURE =
            FixtureFile.write(SampleFixtures.fixture(SampleFixtures.WINDOWS, "phb4-linux-6.12-4k"));

    @Test
    void every_data_file_of_this_project_has_the_usual_form_and_is_read_as_the_parser_reads_it() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder :
                List.of("corpus/attach", "corpus/type1", "corpus/guest", "profiles", "topologies", "evidence")) {
            try (Stream<Path> found = Files.walk(FIXTURES.resolve(folder))) {
                found.filter(file -> file.toString().endsWith(".yaml")).forEach(files::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(200);
        for (Path file : files) {
            String text = Files.readString(file);
            Object usual = UsualForm.read(text);

            assertThat(usual).as("%s", file).isNotNull();
            if (text.length() < 50_000) {
                assertThat(usual)
                        .as("%s", file)
                        .isEqualTo(StrictYaml.read(text, "a.yaml").value());
            }
        }
    }

    @Test
    void what_this_project_writes_has_the_usual_form() {
        String cases =
                CaseFile.write(AnsweredCase.of(List.of(SampleFixtures.some().get(0))));

        for (String text : List.of(FIXTURE, cases)) {
            assertThat(UsualForm.read(text))
                    .isNotNull()
                    .isEqualTo(StrictYaml.read(text, "a.yaml").value());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1",
                "a: 1 # one\n",
                "a:\n  - b: 1\n    c: 2\n  -  d: 3\n",
                "a: \"b\"\n",
                "a: [1]\n",
                "a: &x 1\n",
                "a: 01\n",
                "a: -0\n",
                "a: 1234567890123456\n",
                "a: yes\n",
                "a: b: c\n",
                "a: 'b\n",
                "a: 'b'c'\n",
                "on: 1\n",
                "'a': 1\n",
                "a: 1\na: 2\n",
                "a:\n b: 1\n",
                "a:\n   b: 1\n",
                "a: 1\n  b: 2\n",
                "a:\n",
                "a: \n",
                "a:  1\n",
                "a: 1 \n",
                "- - 1\n",
                "a:\n- 1\n",
                "---\na: 1\n",
                "",
                "# nothing\n",
                "a: é\n",
                "a: b  c\n",
                "a: null\n",
                "a: ~\n",
                "a: |\n  b\n"
            })
    void what_is_unusual_is_left_to_the_parser(String text) {
        assertThat(UsualForm.read(text)).isNull();
    }

    /** A file with one character more, less or another: whatever is read, the parser reads the same. */
    @Test
    void nothing_is_read_that_the_parser_refuses_or_reads_otherwise() {
        Random random = new Random(1);
        String small = FIXTURE.substring(0, FIXTURE.indexOf("  - op: VFIO_IOMMU_SPAPR_TCE_CREATE"));
        String characters = " -:'#\n[]{}&*!|>%@`\"0aZ_,.";
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            int at = random.nextInt(small.length());
            char c = characters.charAt(random.nextInt(characters.length()));
            int kind = random.nextInt(3);
            String changed = small.substring(0, at) + (kind == 0 ? "" : c) + small.substring(kind == 1 ? at : at + 1);
            Object usual = UsualForm.read(changed);
            if (usual != null) {
                read++;
                assertThat(usual)
                        .as(changed)
                        .isEqualTo(StrictYaml.read(changed, "a.yaml").value());
            }
        }
        assertThat(read).isGreaterThan(2_000);
    }
}
