// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vfiooracle.cli.TestCheckout;

/**
 * A page of Markdown that a person reads.
 *
 * @param path below the root of the checkout
 * @param lines its text
 */
record DocumentPage(String path, List<String> lines) {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\(([^)\\s]+)\\)");
    private static final String FENCE = "```";

    DocumentPage {
        lines = List.copyOf(lines);
    }

    /** Returns README, CONTRIBUTING and all pages of docs/. */
    static List<DocumentPage> all() {
        List<String> paths = new ArrayList<>(List.of("README.md", "CONTRIBUTING.md"));
        try (Stream<Path> files = Files.walk(TestCheckout.REAL.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> TestCheckout.REAL.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .forEach(paths::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return paths.stream().map(DocumentPage::read).toList();
    }

    /** Reads a page of the checkout that is tested. */
    static DocumentPage read(String path) {
        try {
            return new DocumentPage(path, Files.readAllLines(TestCheckout.REAL.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path + " (" + lines.size() + " lines)";
    }

    /** Its lines outside of fenced blocks. */
    List<String> prose() {
        List<String> prose = new ArrayList<>();
        boolean fenced = false;
        for (String line : lines) {
            if (line.strip().startsWith(FENCE)) {
                fenced = !fenced;
            } else if (!fenced) {
                prose.add(line);
            }
        }
        return prose;
    }

    /** The cells of its tables as a reader sees them: the text of a link, without its target. */
    List<String> cells() {
        return prose().stream()
                .filter(line -> line.strip().startsWith("|"))
                .flatMap(line -> Stream.of(line.strip().split("(?<!\\\\)\\||<br>")))
                .map(cell -> LINK.matcher(cell).replaceAll("$1").strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** The targets of its links and pictures that are in this checkout. */
    List<String> links() {
        return prose().stream()
                .flatMap(line -> LINK.matcher(line).results())
                .map((MatchResult link) -> link.group(2))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    /** What can stand behind # in a link to it, as GitHub makes it of its headings. */
    Set<String> anchors() {
        Set<String> anchors = new TreeSet<>();
        for (String line : prose()) {
            if (line.startsWith("#")) {
                anchors.add(line.replaceFirst("^#+ +", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'));
            }
        }
        return anchors;
    }
}
