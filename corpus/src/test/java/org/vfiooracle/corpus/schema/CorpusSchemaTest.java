// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.AnsweredCase;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.CaseFile;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.corpus.evidence.LedgerLine;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.evidence.RandomEvidence;
import org.vfiooracle.corpus.evidence.RandomLedger;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.corpus.store.CorpusWrite;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.samples.SampleFixtures;
import org.vfiooracle.samples.Schemas;

final class CorpusSchemaTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("vfiooracle.root"));

    @Test
    void the_list_of_platforms_is_valid_and_a_broken_one_is_not() throws IOException {
        JsonSchema schema = Schemas.of("platforms");
        String text = Files.readString(CHECKOUT.resolve("fixtures/corpus/platforms.yaml"));

        assertThat(Schemas.problemsOfYaml(schema, text)).isEmpty();
        assertThat(Schemas.problemsOfYaml(schema, text.replace("phb4-linux", "phb4-bsd")))
                .isNotEmpty();
        assertThat(Schemas.problemsOfYaml(schema, text.replace("format: 1", "format: 2")))
                .isNotEmpty();
    }

    @Test
    void a_ledger_is_valid_and_a_broken_one_is_not(@TempDir Path root) throws IOException {
        JsonSchema schema = Schemas.of("ledger");
        Fixture fixture = SampleFixtures.fixture(SampleFixtures.WINDOWS, "phb4-linux-6.12-4k");
        CorpusWrite.plan(Corpus.at(root), List.of(fixture)).apply();
        String file = Ledgers.record(
                root,
                new Witness("powernv9", "6.12.95+deb13", "#1 SMP", PlatformId.parse("phb4-linux-6.12.95-4k")),
                Corpus.at(root).names(),
                List.of(FixtureName.of(fixture)),
                List.of(LedgerLine.of(fixture, List.of("answer", "effects.window"))));
        String text = Files.readString(root.resolve(file));

        assertThat(Schemas.problemsOfYaml(schema, text)).isEmpty();
        assertThat(Schemas.problemsOfYaml(schema, text.replace("machine: powernv9", "machine: ''")))
                .isNotEmpty();
        assertThat(Schemas.problemsOfYaml(schema, text.replaceFirst("compared: .*", "compared: ''")))
                .isNotEmpty();
    }

    @Test
    void a_ledger_of_random_cases_is_valid_and_a_broken_one_is_not() {
        JsonSchema schema = Schemas.of("random-ledger");
        Witness witness = new Witness("powernv9", "6.12.95", "#1", PlatformId.parse("phb4-linux-6.12.95-4k"));
        RandomEvidence run = new RandomEvidence(2, 7, 16, 1250, 20000, 50, 0, Optional.of("#2"));
        String text = new RandomLedger(witness, List.of(run)).text();

        assertThat(Schemas.problemsOfYaml(schema, text)).isEmpty();
        for (String part : List.of("seed: 7", "generator: 2", "boots: 50", "build: '#2'", "operations: 20000")) {
            assertThat(text).contains(part);
            assertThat(Schemas.problemsOfYaml(schema, text.replace(part, part.replaceFirst(": .*", ": many"))))
                    .as(part)
                    .hasSize(part.startsWith("build") ? 0 : 1);
        }
        assertThat(Schemas.problemsOfYaml(schema, text.replace("cases: 1250", "cases: 0")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ledger, fixtures/evidence, 5", "random-ledger, fixtures/evidence/random, 3"})
    void every_committed_ledger_is_valid(String name, String folder, int least) throws IOException {
        JsonSchema schema = Schemas.of(name);
        int seen = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(CHECKOUT.resolve(folder), "*.yaml")) {
            for (Path file : files) {
                seen++;
                assertThat(Schemas.problemsOfYaml(schema, Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
        assertThat(seen).isGreaterThan(least);
    }

    /** The fixtures below are a sample: what few of them have is held here. */
    @Test
    void every_field_that_a_call_fills_in_is_known() throws IOException {
        JsonNode known = new ObjectMapper()
                .readTree(CHECKOUT.resolve("contract/src/main/resources/schema/fixture.schema.json")
                        .toFile())
                .at("/$defs/out/properties");

        assertThat(known.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(OutField.values()).map(OutField::key).toList());
    }

    @Test
    void a_case_file_is_valid_and_a_broken_one_is_not() throws IOException {
        JsonSchema schema = Schemas.of("case");
        String text = CaseFile.write(AnsweredCase.of(SampleFixtures.some().subList(0, 4)));

        assertThat(Schemas.problemsOfYaml(schema, text)).isEmpty();
        for (String line : List.of("    state:\n", "        rule: container.open.opened\n", "topology: six-groups\n")) {
            assertThat(text).contains(line);
            assertThat(Schemas.problemsOfYaml(schema, text.replaceFirst(line, line.replaceFirst("[a-z]+:", "other:"))))
                    .as(line)
                    .isNotEmpty();
        }
    }

    @Test
    void every_committed_fixture_is_valid() throws IOException {
        JsonSchema schema = Schemas.of("fixture");
        Corpus corpus = Corpus.at(CHECKOUT);
        JsonSchema cases = Schemas.of("case");
        List<CaseId> ids = corpus.ids();
        int step = Math.max(1, ids.size() / 100);

        for (int i = 0; i < ids.size(); i += step) {
            assertThat(Schemas.problemsOfYaml(cases, Files.readString(corpus.path(ids.get(i)))))
                    .as("%s", ids.get(i))
                    .isEmpty();
            List<Fixture> fixtures = corpus.read(ids.get(i)).all();
            for (Fixture fixture : List.of(fixtures.get(0), fixtures.get(fixtures.size() - 1))) {
                assertThat(Schemas.problemsOfYaml(schema, FixtureFile.write(fixture)))
                        .as(FixtureName.of(fixture).path())
                        .isEmpty();
            }
        }
    }
}
