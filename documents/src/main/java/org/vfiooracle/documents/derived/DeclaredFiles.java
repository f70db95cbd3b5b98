// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.derived;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.vfiooracle.contract.declaration.Declarations;

/**
 * The files of a checkout that are made, wholly or in parts, from declarations of operations.
 *
 * @param texts the text that each should have, by its path below the root
 */
public record DeclaredFiles(Map<String, String> texts) {
    private static final String SCHEMAS = "contract/src/main/resources/schema/";

    public DeclaredFiles {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /**
     * Makes the files of a checkout; nothing is written.
     *
     * @param root of the checkout, where the other parts of the files are read
     * @throws UncheckedIOException when one that is made in parts cannot be read
     * @throws IllegalArgumentException when one of those has no place for its parts
     */
    public static DeclaredFiles of(Path root, Declarations declarations) {
        OperationSchema schema = new OperationSchema(declarations);
        Map<String, String> texts = new TreeMap<>();
        texts.put("adapters/operations.json", new AdapterTable(declarations).text());
        texts.put("adapters/linux/agent/operations.h", new AgentTable(declarations).text());
        remade(root, SCHEMAS + "fixture.schema.json", schema::in, texts);
        texts.put(
                SCHEMAS + "case.schema.json",
                CaseSchema.of(Objects.requireNonNull(texts.get(SCHEMAS + "fixture.schema.json"))));
        ToleranceSchemas tolerance = new ToleranceSchemas(declarations);
        texts.put(SCHEMAS + "waivers.schema.json", tolerance.waivers());
        texts.put(SCHEMAS + "errors.schema.json", tolerance.errors());
        remade(root, SCHEMAS + "protocol.schema.json", text -> MessageSchema.in(schema.in(text)), texts);
        remade(root, "docs/reference/adapter-protocol.md", new ProtocolTables(declarations)::in, texts);
        return new DeclaredFiles(texts);
    }

    private static void remade(Path root, String path, UnaryOperator<String> made, Map<String, String> texts) {
        Path file = root.resolve(path);
        try {
            texts.put(path, made.apply(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
