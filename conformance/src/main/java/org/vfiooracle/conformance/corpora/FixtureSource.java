// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.corpora;

import java.nio.file.Path;
import java.util.List;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.CaseText;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.corpus.store.FixtureName;

/**
 * Where a fixture is read from.
 *
 * @param name which fixture it should be
 * @param file the file
 * @param inCase whether the file is a case file, which holds the answers of other platforms, too
 */
record FixtureSource(FixtureName name, Path file, boolean inCase) {
    private static final String OPERATION = "  - op: ";

    /**
     * Returns what the file says of this fixture.
     *
     * @throws YamlProblem when it cannot be read
     */
    String text() {
        String text = StrictYaml.text(file, file.toString());
        return inCase ? CaseText.of(text, file.toString()).part(name.platform()) : text;
    }

    /**
     * Returns the fixture, whose hash must be that of its content.
     *
     * @throws YamlProblem when it is none, or another one
     */
    Fixture checked(String text) {
        return named(inCase ? ofCase() : FixtureFile.read(text, file.toString()));
    }

    /**
     * Returns the fixture, which somebody else may have written.
     *
     * @throws YamlProblem when it is none, or another one
     */
    Fixture unchecked(String text) {
        return named(inCase ? ofCase() : FixtureFile.readUnchecked(text, file.toString()));
    }

    /** The calls that a text names, as the files of this project have them; empty when it is none of those. */
    static List<String> calls(String text) {
        return text.lines()
                .filter(line -> line.startsWith(OPERATION))
                .map(line -> line.substring(OPERATION.length()))
                .toList();
    }

    private Fixture ofCase() {
        return CaseText.of(StrictYaml.text(file, file.toString()), file.toString())
                .on(name.platform())
                .orElseThrow();
    }

    private Fixture named(Fixture read) {
        FixtureName inside = FixtureName.of(read);
        if (!inside.equals(name)) {
            throw new YamlProblem(file.toString(), 0, 0, "the fixture " + name, inside.toString(), "");
        }
        return read;
    }
}
