// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.contract.yaml.YamlWriter;

/** Reads and writes fixture files: a licence line, then strict YAML that ends in the hash. */
public final class FixtureFile {
    /** The first line of every file that leaves the project as data. */
    public static final String LICENCE = "# SPDX-License-Identifier: CC0-1.0\n";

    private static final Platforms PLATFORMS = Platforms.load();

    private FixtureFile() {}

    /** Returns the text of {@code fixture}; the same fixture gives the same bytes, everywhere. */
    public static String write(Fixture fixture) {
        return LICENCE + YamlWriter.write(tree(fixture));
    }

    /** Returns {@code fixture} as JSON: the same tree as the YAML, hash included. */
    public static String json(Fixture fixture) {
        return PrettyJson.of(tree(fixture));
    }

    /** Returns {@code fixture} as JSON in one line that ends in LF: the same tree, hash included. */
    public static String jsonLine(Fixture fixture) {
        return PrettyJson.line(tree(fixture));
    }

    /** Returns {@code fixture} as an ordered map, hash included. */
    public static Map<String, Object> tree(Fixture fixture) {
        Map<String, Object> tree = new LinkedHashMap<>(FixtureTree.encode(fixture));
        tree.put(FixtureHash.KEY, FixtureHash.ofTree(tree));
        return tree;
    }

    /**
     * Reads a fixture.
     *
     * @throws YamlProblem when the file is missing or no fixture, or its hash is not that of its content
     */
    public static Fixture read(Path file) {
        String label = file.toString();
        return read(StrictYaml.text(file, label), label);
    }

    /**
     * Reads a fixture, from YAML or from its JSON twin.
     *
     * @param label the file, for errors
     * @throws YamlProblem when it is no fixture, or its hash is not that of its content
     */
    public static Fixture read(String text, String label) {
        return JsonDocument.looksLike(text)
                ? JsonDocument.decode(text, label, FixtureFile::decode)
                : StrictYaml.decode(text, label, FixtureFile::decode);
    }

    /**
     * Reads all fixtures of a file: one, or those of all platforms where it is a case file.
     *
     * @param label the file, for errors
     * @throws YamlProblem when it is neither a fixture nor a case file
     */
    public static List<Fixture> readAll(String text, String label) {
        return CaseText.looksLike(text) ? CaseFile.read(text, label).all() : List.of(read(text, label));
    }

    /**
     * Reads a fixture that somebody else may have written, in YAML or in JSON; its hash may be missing or wrong.
     *
     * @param label the file, for errors
     * @throws YamlProblem when it is no fixture
     */
    public static Fixture readUnchecked(String text, String label) {
        return JsonDocument.looksLike(text)
                ? JsonDocument.decode(text, label, FixtureFile::content)
                : StrictYaml.decode(text, label, FixtureFile::content);
    }

    private static Fixture content(Object tree, String path) {
        Map<String, Object> content = withoutHash(tree);
        return FixtureTree.decode(content.isEmpty() ? tree : content, path, PLATFORMS);
    }

    private static Map<String, Object> withoutHash(Object tree) {
        Map<String, Object> content = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> content.put((String) key, value));
        }
        content.remove(FixtureHash.KEY);
        return content;
    }

    private static Fixture decode(Object tree, String path) {
        Fixture fixture = content(tree, path);
        Object hash = ((Map<?, ?>) tree).get(FixtureHash.KEY);
        String computed = FixtureHash.ofTree(withoutHash(tree));
        if (!computed.equals(hash)) {
            throw new CodecProblem(FixtureHash.KEY, computed, hash == null ? "no hash" : "\"" + hash + "\"")
                    .hint("the content was changed by hand; ./oracle record makes fixtures");
        }
        return fixture;
    }
}
