// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.oracle.Machine;

/** What real programs were seen to call is still answered as they were answered then. */
final class ProgramLedgersTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("vfiooracle.root", "")).resolve(ProgramLedger.FOLDER);

    private final Platforms platforms = Platforms.load();

    static List<Path> ledgers() throws IOException {
        try (Stream<Path> found = Files.walk(FOLDER)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void there_are_ledgers_of_platforms_that_share_and_of_those_that_do_not() throws IOException {
        assertThat(ledgers())
                .hasSizeGreaterThan(7)
                .anySatisfy(file -> assertThat(file).content().contains("answer: EBUSY"));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_model_answers_as_it_did(Path file) throws IOException {
        ProgramLedger ledger = ProgramLedger.read(Files.readString(file), file.toString());
        Machine machine = platforms.machine(ledger.platform());

        Fixture now = Performance.predicted(
                ledger.performed(),
                ledger.platform(),
                machine,
                platforms.topology(ledger.performed().topology(), machine.profile()),
                "");

        assertThat(CallLines.of(now)).isEqualTo(ledger.lines()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_ledger_is_valid_stands_where_it_says_and_is_written_as_it_is_read(Path file) throws IOException {
        String text = Files.readString(file);
        ProgramLedger ledger = ProgramLedger.read(text, file.toString());
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(ProgramLedger.class.getResourceAsStream("/schema/program.schema.json"));

        assertThat(FOLDER.relativize(file)).hasToString(ledger.path());
        assertThat(ledger.text()).isEqualTo(text);
        assertThat(ProgramLedger.looksLike(text)).isTrue();
        assertThat(schema.validate(new ObjectMapper()
                        .valueToTree(StrictYaml.read(text, "ledger").value())))
                .isEmpty();
    }

    @Test
    void differences_name_the_call_that_is_another() {
        assertThat(CallLines.differences(List.of("a = 0", "b = 0", "c = 0"), List.of("a = 0", "b = EPERM", "c = 0")))
                .containsExactly("call 2:", "  - b = 0", "  + b = EPERM");
        assertThat(CallLines.differences(List.of("a = 0"), List.of("a = 0"))).isEmpty();
    }
}
