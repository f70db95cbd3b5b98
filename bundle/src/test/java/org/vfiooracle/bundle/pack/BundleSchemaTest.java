// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.samples.Schemas;

final class BundleSchemaTest {
    @TempDir
    private Path folder;

    @Test
    void every_json_file_of_a_bundle_is_valid() throws IOException {
        BundledCheckout checkout =
                BundledCheckout.at(folder.resolve("checkout")).observed(BundledCheckout.FIXTURES.get(3));
        Path out = folder.resolve("out");

        checkout.bundle().write(out, done -> {});

        List<Path> files = json(out);
        assertThat(files).hasSize(BundledCheckout.FIXTURES.size() + 5);
        for (Path file : files) {
            String schema = schema(out.relativize(file).toString());
            assertThat(Schemas.problemsOfJson(Schemas.of(schema), Files.readString(file)))
                    .as(file + " as " + schema)
                    .isEmpty();
        }
    }

    @Test
    void an_index_that_is_broken_is_not_valid() throws IOException {
        BundledCheckout.at(folder.resolve("checkout")).bundle().write(folder.resolve("out"), done -> {});
        JsonSchema schema = Schemas.of("index");

        String text = Files.readString(folder.resolve("out/corpus/index.yaml"));

        assertThat(Schemas.problemsOfYaml(schema, text)).isEmpty();
        assertThat(Schemas.problemsOfYaml(schema, text.replaceFirst("path: .*", "path: attach/ATTACH-012.yaml")))
                .isNotEmpty();
        assertThat(Schemas.problemsOfYaml(schema, text.replaceFirst("sha256: .*", "sha256: abc")))
                .isNotEmpty();
        assertThat(Schemas.problemsOfYaml(schema, text.replace("version: '0.1.0'", "version: '0.1'")))
                .isNotEmpty();
        assertThat(Schemas.problemsOfYaml(schema, text.replaceFirst("commit: .*", "commit: a123456")))
                .isNotEmpty();
    }

    private static String schema(String path) {
        return switch (path) {
            case "corpus/index.json" -> "index";
            case "corpus/platforms.json" -> "platforms";
            case "evidence/summary.json" -> "evidence";
            case "rules.json" -> "rules";
            default -> path.startsWith("evidence/") ? "ledger" : "fixture";
        };
    }

    private static List<Path> json(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".json") && !file.startsWith(root.resolve("schema")))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }
}
