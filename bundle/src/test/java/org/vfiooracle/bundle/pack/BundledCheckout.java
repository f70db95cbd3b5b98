// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.bundle.table.CaseTables;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.evidence.LedgerLine;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.corpus.store.CorpusWrite;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.samples.SampleFixtures;

/** A small checkout that can be packed. */
public final class BundledCheckout {
    /** Its fixtures. */
    public static final List<Fixture> FIXTURES = SampleFixtures.some();

    /** Without danger. */
    public static final CaseTables TABLES = new CaseTables(Platforms.load(), fixture -> Optional.empty());

    private final Path root;

    private BundledCheckout(Path root) {
        this.root = root;
    }

    /** Makes one. */
    public static BundledCheckout at(Path root) {
        CorpusWrite.plan(Corpus.at(root), FIXTURES).apply();
        return new BundledCheckout(root)
                .with("LICENSES/CC0-1.0.txt", "Creative Commons\n")
                .with("CHANGELOG.md", "# Changes\n")
                .with("adapters/examples/skeleton.py", "#!/usr/bin/env python3\n")
                .with("adapters/examples/c/adapter.c", "int main(void) { return 0; }\n")
                .with("docs/reference/INTERPRETING.md", "# Read this\n")
                .with("docs/reference/adapter-calls.md", "# A few calls\n")
                .with("docs/reference/adapter-protocol.md", "# The protocol\n")
                .with("docs/reference/fixture-format.md", "# The format\n")
                .with("contract/src/main/resources/schema/fixture.schema.json", "{}\n")
                .with("fixtures/corpus/platforms.yaml", """
                        format: 1
                        platforms:
                          - ioda1-linux-4.2-64k
                          - ioda2-linux-4.2-64k
                          - ioda2-linux-6.12-4k
                          - p5ioc2-linux-4.1-64k
                          - phb4-linux-6.12-4k
                          - x86-linux-6.12-4k
                        equals:
                          - platform: ioda2-linux-6.13-4k
                            recorded_as: ioda2-linux-6.12-4k
                          - platform: phb4-linux-6.13-4k
                            recorded_as: phb4-linux-6.12-4k
                        """);
    }

    /** Has a machine agree with one of the fixtures. */
    public BundledCheckout observed(Fixture fixture) {
        Witness witness = new Witness("powernv9", "6.12.95", "#1", PlatformId.parse("phb4-linux-6.12.95-4k"));
        Ledgers.record(
                root,
                witness,
                corpus().names(),
                corpus().names(),
                List.of(LedgerLine.of(fixture, List.of("answer", "locked_pages"))));
        return this;
    }

    /** Writes a file. */
    public BundledCheckout with(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its corpus. */
    public Corpus corpus() {
        return Corpus.at(root);
    }

    /** All of it. */
    public Bundle bundle() {
        return Bundle.of(
                corpus(),
                corpus().platforms().platforms(),
                Optional.of("0123456789abcdef0123456789abcdef01234567"),
                TABLES);
    }
}
