// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.corpus.store.FixtureName;

/** Makes a folder of many fixtures out of the corpus, each under a case of its own: {@code CORPUS OUT NUMBER}. */
public final class ManyFixtures {
    private ManyFixtures() {}

    /** Writes the fixtures and prints how many. */
    public static void main(String[] args) throws IOException {
        Path corpus = Path.of(args[0]);
        Path out = Path.of(args[1]);
        int wanted = Integer.parseInt(args[2]);
        List<Fixture> fixtures = new ArrayList<>();
        try (Stream<Path> all = Files.walk(corpus)) {
            for (Path file : all.filter(p -> p.toString().matches(".*[/\\\\][A-Z0-9-]+-[0-9]{3}(\\.[a-z0-9-]+)?\\.yaml"))
                    .sorted()
                    .toList()) {
                fixtures.addAll(FixtureFile.readAll(Files.readString(file), file.toString()));
            }
        }
        if (fixtures.isEmpty()) {
            throw new IllegalArgumentException("no fixtures under " + corpus);
        }
        fixtures.sort(Comparator.comparing(FixtureName::of));
        for (int i = 0; i < wanted; i++) {
            write(out, copy(fixtures.get(i % fixtures.size()), i / fixtures.size()));
        }
        System.out.println(wanted);
    }

    private static Fixture copy(Fixture fixture, int number) {
        Case original = fixture.performed();
        String row = original.id().row().map(r -> r + "-").orElse("") + "copy-" + number;
        CaseId id = new CaseId(original.id().scenario(), Optional.of(row));
        Case renamed = new Case(id, original.topology(), original.process(), original.operations());
        return new Fixture(fixture.platform(), fixture.feature(), renamed, fixture.steps(), fixture.last());
    }

    private static void write(Path out, Fixture fixture) throws IOException {
        Path folder = out.resolve(fixture.platform().toString())
                .resolve(fixture.performed().id().area());
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve(fixture.performed().id() + ".yaml"),
                FixtureFile.write(fixture),
                StandardCharsets.UTF_8);
    }
}
