// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.strength;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlWriter;
import org.vfiooracle.corpus.journal.AtomicFile;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.mutate.Mutant;

/**
 * What the recorded cases of each platform catch, as {@code docs/data/strength.yaml} keeps it.
 *
 * @param platforms in the order of their names
 */
public record StrengthFile(List<MeasuredPlatform> platforms) {
    /** The file below the root of a checkout. */
    public static final String FILE = "docs/data/strength.yaml";

    private static final String HEAD = """
            # SPDX-License-Identifier: Apache-2.0
            # What the recorded cases of each platform catch of the mistakes that can be made there. bench/generator/strength writes this file.
            # A line of mistakes is a kind, how many are caught, and how many there are. One of the curve is a number of cases, their calls,
            # and how many mistakes they catch.
            """;

    public StrengthFile {
        platforms = platforms.stream()
                .sorted(Comparator.comparing(MeasuredPlatform::platform))
                .toList();
    }

    /**
     * Reads the file of the checkout at {@code root}; a checkout without it has measured nothing.
     *
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is wrong
     */
    public static StrengthFile read(Path root) {
        Path file = root.resolve(FILE);
        return Files.exists(file) ? parse(StrictYaml.text(file, FILE), FILE) : new StrengthFile(List.of());
    }

    /**
     * Reads a file.
     *
     * @param label the file, for errors
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is wrong
     */
    public static StrengthFile parse(String text, String label) {
        return StrictYaml.decode(text, label, (tree, path) -> {
            Fields fields = Fields.of(tree, path);
            StrengthFile read = new StrengthFile(fields.list("platforms", StrengthFile::platform));
            fields.end();
            return read;
        });
    }

    /** Returns what is kept of a platform, if it was measured. */
    public Optional<MeasuredPlatform> of(PlatformId platform) {
        return platforms.stream().filter(one -> one.platform().equals(platform)).findFirst();
    }

    /** Returns this with a measurement in place of an earlier one of the same platform. */
    public StrengthFile with(MeasuredPlatform measured) {
        List<MeasuredPlatform> all = new ArrayList<>(platforms);
        all.removeIf(one -> one.platform().equals(measured.platform()));
        all.add(measured);
        return new StrengthFile(all);
    }

    /** Writes the file of the checkout at {@code root}, at once. */
    public void write(Path root) {
        AtomicFile.write(root.resolve(FILE), text());
    }

    /** Returns the content of the file. */
    String text() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("platforms", platforms.stream().map(StrengthFile::tree).toList());
        return HEAD + YamlWriter.write(tree);
    }

    private static Map<String, Object> tree(MeasuredPlatform one) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("platform", one.platform().toString());
        tree.put("stamp", one.stamp());
        tree.put("cases", one.cases());
        tree.put(
                "mistakes",
                one.tallies().stream()
                        .map(tally -> tally.kind().key() + " " + tally.caught() + " " + tally.of())
                        .toList());
        tree.put("survivors", one.survivors());
        tree.put(
                "curve",
                one.curve().stream()
                        .map(point -> point.cases() + " " + point.operations() + " " + point.caught())
                        .toList());
        return tree;
    }

    private static MeasuredPlatform platform(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        MeasuredPlatform platform = new MeasuredPlatform(
                fields.parsed("platform", "a platform such as phb4-linux-6.12-4k", PlatformId::parse),
                fields.text("stamp"),
                fields.count("cases"),
                fields.list("mistakes", StrengthFile::tally),
                fields.texts("survivors"),
                fields.list("curve", StrengthFile::point));
        fields.end();
        return platform;
    }

    private static MeasuredPlatform.Tally tally(Object line, String path) {
        String[] words = words(line, path, "a kind of mistake and two numbers", "[a-z-]+ [0-9]{1,9} [0-9]{1,9}");
        Mutant.Kind kind = Arrays.stream(Mutant.Kind.values())
                .filter(known -> known.key().equals(words[0]))
                .findFirst()
                .orElseThrow(() -> new CodecProblem(path, "a kind of mistake", words[0]));
        return new MeasuredPlatform.Tally(kind, Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    }

    private static MeasuredPlatform.Point point(Object line, String path) {
        String[] words = words(line, path, "three numbers", "[0-9]{1,9} [0-9]{1,9} [0-9]{1,9}");
        return new MeasuredPlatform.Point(
                Integer.parseInt(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    }

    private static String[] words(Object line, String path, String expected, String form) {
        if (line instanceof String text && text.matches(form)) {
            return text.split(" ");
        }
        throw new CodecProblem(path, expected, String.valueOf(line));
    }
}
