// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vfiooracle.cli.TestCheckout;

/** The documents can be read and found: pages and cells have an end, links lead somewhere, and the index leads to all of them. */
final class DocumentPageTest {
    private static final int LONGEST_PAGE = 300;
    private static final int LONGEST_CELL = 150;
    private static final Pattern MENTION = Pattern.compile("\\bdocs/[a-z][A-Za-z0-9_./-]*[A-Za-z0-9]");
    private static final List<String> MENTIONING = List.of(
            "README.md",
            "CONTRIBUTING.md",
            "docs",
            "model",
            "contract",
            "corpus",
            "conformance",
            "verdict",
            "steps",
            "exec",
            "preload",
            "reports",
            "cli",
            "adapters",
            "features",
            "fixtures/profiles",
            "oracle");

    private final List<DocumentPage> pages = DocumentPage.all();

    @Test
    void no_page_is_too_long_to_read() {
        assertThat(pages).hasSizeGreaterThan(80);
        assertThat(pages.stream().filter(page -> page.lines().size() > LONGEST_PAGE))
                .as("pages of more than %d lines", LONGEST_PAGE)
                .isEmpty();
    }

    @Test
    void no_cell_of_a_table_is_too_long_to_read() {
        List<String> wide = new ArrayList<>();
        pages.forEach(page -> page.cells().stream()
                .filter(cell -> cell.length() > LONGEST_CELL)
                .forEach(cell -> wide.add(page.path() + ": " + cell)));

        assertThat(pages.stream().mapToInt(page -> page.cells().size()).sum()).isGreaterThan(1000);
        assertThat(wide).as("cells of more than %d characters", LONGEST_CELL).isEmpty();
    }

    @Test
    void every_link_leads_to_a_file_and_to_a_heading_of_it() {
        Map<String, DocumentPage> byPath = pages.stream().collect(toMap(DocumentPage::path, page -> page));
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (DocumentPage page : pages) {
            for (String link : page.links()) {
                links++;
                String[] parts = link.split("#", 2);
                String target = parts[0].isEmpty() ? page.path() : resolved(page, parts[0]);
                boolean there = Files.exists(TestCheckout.REAL.resolve(target));
                boolean heading = parts.length == 1
                        || byPath.containsKey(target)
                                && byPath.get(target).anchors().contains(parts[1]);
                if (!there || !heading) {
                    broken.add(page.path() + ": " + link);
                }
            }
        }
        assertThat(links).isGreaterThan(200);
        assertThat(broken).as("broken links").isEmpty();
    }

    @Test
    void the_index_leads_to_every_page() {
        Map<String, DocumentPage> byPath = pages.stream().collect(toMap(DocumentPage::path, page -> page));
        Set<String> reached = new TreeSet<>(Set.of("README.md", "CONTRIBUTING.md"));
        Deque<String> next = new ArrayDeque<>(List.of("docs/README.md"));
        while (!next.isEmpty()) {
            String path = next.pop();
            if (byPath.containsKey(path) && reached.add(path)) {
                DocumentPage page = byPath.get(path);
                page.links().forEach(link -> next.add(resolved(page, link.split("#", 2)[0])));
            }
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(byPath.keySet());
    }

    @Test
    void a_page_that_a_source_names_is_there() throws IOException {
        List<String> absent = new ArrayList<>();
        int mentions = 0;
        for (Path file : mentioning()) {
            List<String> found = MENTION.matcher(Files.readString(file))
                    .results()
                    .map(mention -> mention.group())
                    .toList();
            mentions += found.size();
            found.stream()
                    .filter(mention -> !exists(mention))
                    .forEach(mention -> absent.add(TestCheckout.REAL.relativize(file) + ": " + mention));
        }
        assertThat(mentions).isGreaterThan(50);
        assertThat(absent).as("pages that are named and not there").isEmpty();
    }

    private static List<Path> mentioning() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String part : MENTIONING) {
            try (Stream<Path> files = Files.walk(TestCheckout.REAL.resolve(part))) {
                files.filter(file -> file.toString().matches(".*(\\.(md|java|py|c|h|yaml|feature)|/oracle)"))
                        .filter(file -> !file.toString().contains("/target"))
                        .filter(Files::isRegularFile)
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** A decision may be named by its number alone. */
    private static boolean exists(String mention) {
        Path file = TestCheckout.REAL.resolve(mention);
        String name = file.getFileName().toString();
        String[] beside = file.getParent().toFile().list();
        return beside != null
                && Stream.of(beside)
                        .anyMatch(one -> one.equals(name) || name.matches("\\d{4}") && one.startsWith(name));
    }

    private static String resolved(DocumentPage page, String target) {
        return Path.of(page.path())
                .resolveSibling(target)
                .normalize()
                .toString()
                .replace('\\', '/');
    }
}
