// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.Ran;
import org.vfiooracle.cli.TestCheckout;

/** Runs the examples of one page, in order: on this checkout, or on a copy once something is written. */
final class DocumentRun {
    /** Options that name what is written, which goes into the folder of the test. */
    private static final Set<String> WRITES_TO = Set.of("--out", "--picture", "--record");

    private static final Set<String> WRITING = Set.of("record", "docs", "report");
    private static final Pattern ID = Pattern.compile("@(([A-Z][A-Z0-9-]*)-[0-9]{3})");

    private final Path folder;
    private @Nullable TestCheckout copy;

    DocumentRun(Path folder) {
        this.folder = folder;
    }

    /** A scenario of the corpus has to be the same there; another one is written to its file, or has to pass. */
    void scenario(Block block) {
        if (block.mark().startsWith("file: ")) {
            copy().write(block.mark().substring("file: ".length()), block.text());
            return;
        }
        Matcher id = ID.matcher(block.text());
        assertThat(id.find()).as("%s: a scenario with an id", block.place()).isTrue();
        String area = "features/" + id.group(2).toLowerCase(Locale.ROOT);
        List<String> committed = featuresWith(area, id.group());
        if (committed.isEmpty()) {
            passes(block, area, id.group());
        } else {
            assertThat(committed)
                    .as("%s: as the features have it", block.place())
                    .allMatch(text -> text.contains("\n" + stripped(block.text()) + "\n"));
        }
    }

    private void passes(Block block, String area, String id) {
        String feature = block.text().startsWith("Feature:") ? "" : "Feature: of a document\n\n  Rule: it passes\n\n";
        copy().write(area + "/of-a-document.feature", feature + block.text());
        Ran ran = copy().run("try", id).ended(0);
        assertThat(ran.out()).as(block.place()).contains(id);
    }

    /** Each command ends as it should, and prints what stands below it. */
    void commands(Block block) {
        int exit =
                block.mark().startsWith("exit ") ? Integer.parseInt(block.mark().substring("exit ".length())) : 0;
        List<Example> examples = Example.of(block);
        assertThat(examples).as(block.place()).isNotEmpty();
        for (Example example : examples) {
            assertThat(example.ofOracle()).as("%s: %s", block.place(), example).isTrue();
            Ran ran = run(example).ended(exit);
            isTheCommittedPicture(example);
            String printed =
                    "\n" + ran.all().lines().map(String::stripTrailing).collect(Collectors.joining("\n")) + "\n";
            int from = 0;
            for (String piece : example.pieces()) {
                int at = printed.indexOf("\n" + piece + "\n", from);
                assertThat(at)
                        .as("%s: %s%nprints%n%s%nin%n%s", block.place(), example.words(), piece, printed)
                        .isNotNegative();
                from = at + piece.length();
            }
        }
    }

    /** A page that draws a picture shows that one. */
    private void isTheCommittedPicture(Example example) {
        int at = example.words().indexOf("--picture") + 1;
        if (at > 0) {
            String name = example.words().get(at);
            assertThat(folder.resolve(name))
                    .as("docs/data/%s is what ./oracle draws", name)
                    .hasSameTextualContentAs(
                            TestCheckout.REAL.resolve("docs/data").resolve(name));
        }
    }

    private Ran run(Example example) {
        String[] words = example.arguments();
        IntStream.range(1, words.length)
                .filter(i -> WRITES_TO.contains(words[i - 1]) || made(words[i]))
                .forEach(i -> words[i] = folder.resolve(words[i]).toString());
        return copy != null || WRITING.contains(words[0]) ? copy().run(words) : Ran.of(words);
    }

    /** Whether an earlier command of the page has written a file of this name. */
    private boolean made(String word) {
        return word.matches("[a-z0-9-]+\\.(yaml|svg)") && Files.exists(folder.resolve(word));
    }

    private TestCheckout copy() {
        if (copy == null) {
            copy = TestCheckout.in(folder);
        }
        return copy;
    }

    private static List<String> featuresWith(String area, String id) {
        try (Stream<Path> files = Files.list(TestCheckout.REAL.resolve(area))) {
            List<String> found = new ArrayList<>();
            for (Path file : files.toList()) {
                String text = stripped(Files.readString(file));
                if (text.contains(id + "\n")) {
                    found.add(text);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stripped(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n")) + "\n";
    }
}
