// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.docs;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vfiooracle.cli.Oracle;
import org.vfiooracle.cli.TestCheckout;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Rules;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** What the documents show works as they show it: commands, what they print, and scenarios. */
final class DocumentExamplesTest {
    /** Why a block is not run. */
    private static final Set<String> REASONS = Set.of(
            "needs a virtual machine",
            "needs a machine with VFIO",
            "needs QEMU",
            "needs DPDK",
            "names an adapter of yours",
            "opens a browser",
            "names a file of yours",
            "runs for minutes",
            "run by AddedGenerationTest",
            "is this build");

    private static final Set<String> WITH_COMMANDS = Set.of("console", "sh");
    private static final Pattern COMMAND =
            Pattern.compile("(\\$ |\\./oracle|adapters/|bench/|mvn |git |apt-get |java ).*", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("`(\\./oracle [^`]+)`");
    private static final Pattern ID = Pattern.compile("@[A-Z][A-Z0-9-]*-[0-9]{3}(\\.[a-z0-9-]+)?");

    private static final Pattern RULED = Pattern.compile(".* {2,}([a-z0-9-]+(?:\\.[a-z0-9-]+)+)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("pagesWithExamples")
    void the_examples_of_a_page_come_to_what_it_says(DocumentPage page) {
        DocumentRun run = new DocumentRun(folder);

        Block.of(page).stream().filter(block -> reason(block).isEmpty()).forEach(block -> {
            if (block.language().equals("gherkin")) {
                run.scenario(block);
            } else if (WITH_COMMANDS.contains(block.language())) {
                run.commands(block);
            }
        });
    }

    static Stream<DocumentPage> pagesWithExamples() {
        return DocumentPage.all().stream().filter(page -> Block.of(page).stream()
                .anyMatch(block -> reason(block).isEmpty()
                        && (block.language().equals("gherkin") || WITH_COMMANDS.contains(block.language()))));
    }

    @Test
    void there_are_many_examples_and_most_pages_with_any_are_run() {
        List<Block> all = blocks();

        assertThat(all).filteredOn(block -> block.language().equals("gherkin")).hasSizeGreaterThan(3);
        assertThat(all)
                .filteredOn(block -> WITH_COMMANDS.contains(block.language())
                        && reason(block).isEmpty())
                .hasSizeGreaterThan(8);
    }

    @Test
    void a_block_that_is_not_run_says_why() {
        Set<String> reasons = blocks().stream()
                .map(DocumentExamplesTest::reason)
                .filter(reason -> !reason.isEmpty())
                .collect(toSet());

        assertThat(reasons).isEqualTo(REASONS);
    }

    @Test
    void commands_stand_in_blocks_that_are_run() {
        assertThat(blocks()).filteredOn(block -> block.language().isEmpty()).allSatisfy(block -> assertThat(
                        block.lines())
                .as("%s: console or sh behind the fence, where it holds commands", block.place())
                .noneMatch(line -> COMMAND.matcher(line).matches()));
    }

    @Test
    void what_is_not_run_is_at_least_a_command() {
        List<Block> not = blocks().stream()
                .filter(block -> WITH_COMMANDS.contains(block.language()))
                .filter(block -> !reason(block).isEmpty())
                .toList();

        assertThat(not).hasSizeGreaterThan(10).allSatisfy(block -> Example.of(block)
                .forEach(example ->
                        assertThat(problems(example)).as(block.place()).isEmpty()));
    }

    @Test
    void commands_inside_of_sentences_are_commands_too() {
        List<String> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (DocumentPage page : DocumentPage.all()) {
            INLINE.matcher(String.join("\n", page.prose()))
                    .results()
                    .map((MatchResult command) -> command.group(1))
                    .forEach(command -> {
                        found.add(command);
                        problems(new Example(Example.words(command), List.of()))
                                .forEach(problem -> problems.add(page.path() + ": " + command + ": " + problem));
                    });
        }
        assertThat(found).hasSizeGreaterThan(20);
        assertThat(problems).isEmpty();
    }

    @Test
    void a_trace_that_is_shown_has_the_sentences_of_the_rules() {
        int sentences = 0;
        for (Block block : blocks()) {
            for (int i = 0; block.language().isEmpty() && i < block.lines().size(); i++) {
                Matcher ruled = RULED.matcher(block.lines().get(i));
                if (ruled.matches()) {
                    Optional<Rule> rule = Rules.find(ruled.group(1));
                    assertThat(rule).as("%s: %s", block.place(), ruled.group(1)).isPresent();
                    String below = i + 1 < block.lines().size() ? block.lines().get(i + 1) : "";
                    if (below.matches(" {6}[A-Z].*")) {
                        sentences++;
                        assertThat(below.strip()).isEqualTo(rule.get().sentence());
                    }
                }
            }
        }
        assertThat(sentences).isPositive();
    }

    @Test
    void an_example_that_prints_something_else_or_ends_otherwise_fails() {
        Block wrong = new Block("a.md", 1, "console", "", List.of("$ ./oracle explain fd.closed", "fd.open", "..."));
        Block ended = new Block("a.md", 1, "sh", "exit 1", List.of("./oracle explain fd.closed"));
        Block unknown = new Block("a.md", 1, "sh", "", List.of("./oracle explain fd.opened"));

        for (Block block : List.of(wrong, ended, unknown)) {
            assertThatThrownBy(() -> new DocumentRun(folder).commands(block)).isInstanceOf(AssertionError.class);
        }
    }

    private static List<Block> blocks() {
        return DocumentPage.all().stream()
                .flatMap(page -> Block.of(page).stream())
                .toList();
    }

    private static String reason(Block block) {
        return block.mark().startsWith("not run: ") ? block.mark().substring("not run: ".length()) : "";
    }

    /** What is wrong with a command, as far as it can be said without running it. */
    private static List<String> problems(Example example) {
        List<String> problems = new ArrayList<>();
        int oracle = example.words().indexOf("./oracle");
        String program = example.words().get(0);
        if (program.contains("/") && !Files.isExecutable(TestCheckout.REAL.resolve(program))) {
            problems.add(program + " is not there");
        }
        if (oracle >= 0) {
            List<String> words =
                    example.words().subList(oracle + 1, example.words().size());
            CommandLine line =
                    Oracle.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
            try {
                line.parseArgs(words.toArray(String[]::new));
            } catch (MissingParameterException incomplete) {
                // A sentence may name a command without all that it takes.
                assertThat(incomplete).isNotNull();
            } catch (ParameterException wrong) {
                problems.add(wrong.getMessage());
            }
            words.stream().filter(word -> !exists(word)).forEach(word -> problems.add(word + " is not there"));
        }
        return problems;
    }

    /** Of words that name a feature or a scenario, whether there is one. */
    private static boolean exists(String word) {
        if (ID.matcher(word).matches()) {
            return FEATURES.contains(word.replaceFirst("\\..*", "")) || EXAMPLES.contains(word);
        }
        boolean feature = word.matches("features/\\S+\\.feature(:\\d+)?");
        return !feature || Files.exists(TestCheckout.REAL.resolve(word.replaceFirst(":\\d+$", "")));
    }

    /** The ids of the features. */
    private static final Set<String> FEATURES = ids(features());

    /** The ids of scenarios that only documents have. */
    private static final Set<String> EXAMPLES = ids(blocks().stream()
            .filter(block -> block.language().equals("gherkin"))
            .map(Block::text)
            .collect(joining()));

    private static Set<String> ids(String text) {
        Set<String> ids = new TreeSet<>();
        ID.matcher(text).results().forEach(id -> ids.add(id.group()));
        return ids;
    }

    private static String features() {
        try (Stream<Path> files = Files.walk(TestCheckout.REAL.resolve("features"))) {
            StringBuilder text = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".feature")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
