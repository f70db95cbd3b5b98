// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.corpora;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
 * @param twin the JSON file beside it, which is to say the same
 */
record FixtureSource(FixtureName name, Path file, boolean inCase, Optional<Path> twin) {
    private static final String OPERATION = "  - op: ";
    private static final Pattern FORMAT = Pattern.compile("^format: 2$", Pattern.MULTILINE);
    private static final Pattern TWIN_FORMAT = Pattern.compile("^  \"format\" : 2,$", Pattern.MULTILINE);

    static FixtureSource flat(FixtureName name, Path file) {
        return new FixtureSource(name, file, false, Optional.empty());
    }

    static FixtureSource inCase(FixtureName name, Path file) {
        return new FixtureSource(name, file, true, Optional.empty());
    }

    /** Returns the same with a twin. */
    FixtureSource with(Path json) {
        return new FixtureSource(name, file, inCase, Optional.of(json));
    }

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
     * Returns what its twin says; empty where there is none.
     *
     * @throws YamlProblem when it cannot be read
     */
    String twinText() {
        return twin.map(json -> StrictYaml.text(json, json.toString())).orElse("");
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
    static List<String> calls(String text, String twin) {
        if (!FORMAT.matcher(text).find()
                || !(twin.isEmpty() || TWIN_FORMAT.matcher(twin).find())) {
            return List.of();
        }
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
        twin.ifPresent(json -> same(read, json));
        return read;
    }

    /** The hash is not what a reader looks for. */
    private static Map<String, Object> content(Fixture fixture) {
        Map<String, Object> content = new TreeMap<>(FixtureFile.tree(fixture));
        content.remove("hash");
        return content;
    }

    private static void same(Fixture read, Path json) {
        String label = json.toString();
        Fixture twin = FixtureFile.readUnchecked(StrictYaml.text(json, label), label);
        if (!twin.equals(read)) {
            String where = TreeDifference.first(content(read), content(twin));
            throw new YamlProblem(label, 0, 0, "the same as in the YAML file beside it", where, "");
        }
    }
}
