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
import java.util.Optional;
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

        CallDifferences differences = CallDifferences.between(CallLines.of(ledger), CallLines.of(now));
        assertThat(differences.lines()).isEmpty();
        assertThat(differences.effects()).isFalse();
        assertThat(ledger.calls()).hasSizeGreaterThan(10);
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
        CallDifferences differences = CallDifferences.between(
                calls("a = 0", "b = 0", "c = 0", "d = 0"), calls("a = 0", "b = EPERM", "e = 0", "d = 0"));

        assertThat(differences.first()).isEqualTo(2);
        assertThat(differences.lines())
                .containsExactly(
                        "call 2 of the trace, 2 of the file:",
                        "  - b = 0",
                        "  + b = EPERM",
                        "call 3 of the trace, 3 of the file:",
                        "  - c = 0",
                        "  + e = 0");
        assertThat(CallDifferences.between(calls("a = 0"), calls("a = 0")).none())
                .isTrue();
    }

    @Test
    void calls_with_other_effects_differ_and_the_rule_tells_why() {
        CallLines expected = told("bypass-off group A", "container.set-iommu.set");

        CallDifferences differences = CallDifferences.between(expected, told("bypass-on group A", ""));

        assertThat(differences.lines())
                .containsExactly(
                        "call 1 of the trace, 1 of the file:",
                        "  - a = 0",
                        "      effect bypass-off group A",
                        "      rule container.set-iommu.set: The IOMMU type is set after every group of the container has been"
                                + " attached",
                        "  + a = 0",
                        "      effect bypass-on group A");
        assertThat(CallDifferences.between(expected, told("bypass-off group A", "another.rule"))
                        .none())
                .isTrue();
    }

    private static CallLines calls(String... texts) {
        return new CallLines(
                Stream.of(texts)
                        .map(text -> new CallLines.Line(text, List.of(), Optional.empty()))
                        .toList(),
                true);
    }

    private static CallLines told(String effect, String rule) {
        Optional<String> known = Optional.of(rule).filter(id -> !id.isEmpty());
        return new CallLines(List.of(new CallLines.Line("a = 0", List.of(effect), known)), true);
    }
}
