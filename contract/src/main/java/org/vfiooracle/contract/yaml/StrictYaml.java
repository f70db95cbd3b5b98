// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.vfiooracle.contract.codec.CodecProblem;

/** Reads the strict subset of YAML that docs/reference/fixture-format.md describes. */
public final class StrictYaml {
    /** The largest file of the corpus is a fiftieth of it. */
    private static final int MOST_MEBIBYTES = 16;

    /** A file of JSON lines holds as many fixtures as somebody exports. */
    private static final int MOST_MEBIBYTES_OF_LINES = 256;

    private static final String LINES = ".jsonl";
    private static final int MEBIBYTE = 20;

    private StrictYaml() {}

    /**
     * Reads a document.
     *
     * @param label the file, as the user named it
     * @throws YamlProblem when it is not strict YAML
     */
    public static YamlNode read(String text, String label) {
        SourceText.check(text, label);
        return new TreeBuilder(text, label).document();
    }

    /**
     * Reads a document and makes something of it.
     *
     * @param decoder given the plain tree and the place "", which is the whole document
     * @throws YamlProblem when it is not strict YAML, or the decoder has a problem with it
     */
    public static <T> T decode(String text, String label, BiFunction<Object, String, T> decoder) {
        Object usual = UsualForm.read(text);
        if (usual != null) {
            try {
                return decoder.apply(usual, "");
            } catch (CodecProblem problem) {
                // It is told below, with the line and the column that only the parser knows.
            }
        }
        YamlNode root = read(text, label);
        try {
            return decoder.apply(root.value(), "");
        } catch (CodecProblem problem) {
            throw located(problem, root, label);
        }
    }

    /**
     * Returns the text of a file.
     *
     * @throws YamlProblem when it cannot be read, is too large or is not UTF-8
     */
    public static String text(Path file, String label) {
        int most = file.toString().endsWith(LINES) ? MOST_MEBIBYTES_OF_LINES : MOST_MEBIBYTES;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((most << MEBIBYTE) + 1);
            if (bytes.length > most << MEBIBYTE) {
                throw new YamlProblem(label, 0, 0, "a file of at most " + most + " MiB", "a larger one", "");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new YamlProblem(label, 0, 0, "a file", "none", "");
        } catch (CharacterCodingException e) {
            throw new YamlProblem(label, 0, 0, "UTF-8", "other bytes", "save the file as UTF-8");
        } catch (IOException e) {
            throw new YamlProblem(label, 0, 0, "a readable file", String.valueOf(e.getMessage()), "");
        }
    }

    /** Returns {@code problem} with the line and column that its place has below {@code root}. */
    public static YamlProblem located(CodecProblem problem, YamlNode root, String label) {
        YamlNode at = root.nearest(problem.path(), problem.atKey());
        String expected = problem.expected() + (problem.path().isEmpty() ? "" : " at " + problem.path());
        return new YamlProblem(label, at.line(), at.column(), expected, problem.found(), problem.hint());
    }
}
