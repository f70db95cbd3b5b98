// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.declaration.Declarations;

final class DeclaredFilesTest {
    private static final Path ROOT = Path.of(System.getProperty("vfiooracle.root"));

    @Test
    void the_checkout_has_what_the_declarations_say() {
        Map<String, String> texts =
                DeclaredFiles.of(ROOT, Declarations.ofOperations()).texts();

        assertThat(texts).hasSize(8).allSatisfy((path, text) -> assertThat(ROOT.resolve(path))
                .as(path + " is out of date; ./oracle docs makes it")
                .hasContent(text));
    }
}
