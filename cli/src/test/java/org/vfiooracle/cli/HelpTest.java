// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The help knows every command, and each explains itself. */
final class HelpTest {
    private static final CommandLine ORACLE =
            Oracle.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));

    @Test
    void every_command_is_listed_as_it_is_made() {
        for (Commands command : Commands.values()) {
            CommandLine made = new CommandLine(command.make());

            assertThat(made.getCommandName()).isEqualTo(command.word());
            assertThat(made.getCommandSpec().usageMessage().header()).containsExactly(command.header());
            assertThat(command.synopsis().split(" ")).startsWith(command.word());
        }
    }

    @Test
    void only_the_command_that_is_asked_for_is_made() {
        assertThat(Commands.asked("record", "--help")).containsExactly(Commands.RECORD);
        assertThat(Commands.asked("--version")).isEmpty();
        assertThat(Commands.asked()).isEmpty();
        assertThat(Commands.asked("recrod")).containsExactly(Commands.values());
        assertThat(Commands.asked("completion", "bash")).containsExactly(Commands.values());
    }

    @Test
    void completion_and_manual_know_every_command_and_option() {
        String completion = Ran.of("completion", "bash").ended(0).out();
        String manual = Ran.of("man").ended(0).out();

        for (Commands command : Commands.values()) {
            assertThat(completion).contains(command.word());
            assertThat(manual).contains(".SS oracle " + command.word());
        }
        assertThat(completion)
                .contains("--without-deviation", "complete -F _complete_oracle")
                .doesNotContain("--debug");
        assertThat(manual).contains("\\-\\-without\\-deviation=ID").doesNotContain("debug");
    }

    @Test
    void an_example_can_be_copied() {
        assertThat(Ran.of("run", "--help").ended(0).out().lines())
                .contains(
                        "  ./oracle run --adapter 'adapters/linux/powernv9 --keep-console boot.log' @ATTACH-036 --format"
                                + " junit");
    }

    @Test
    void no_line_of_a_help_ends_in_the_middle_of_a_path() {
        leaves(ORACLE).forEach(command -> assertThat(command.getUsageMessage().lines())
                .noneMatch(line -> line.matches(".*[ (]\\.$") || line.startsWith("/")));
    }

    @Test
    void without_a_command_the_help_lists_all_groups_and_headers() {
        Ran ran = Ran.of().ended(0);

        for (Commands.Group group : Commands.Group.values()) {
            assertThat(ran.out()).contains(group.title());
        }
        ORACLE.getSubcommands().values().forEach(command -> assertThat(ran.out())
                .contains(command.getCommandSpec().usageMessage().header()[0]));
        assertThat(ran).isEqualTo(Ran.of("--help"));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void every_command_has_a_header_and_an_example_of_itself(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();

        assertThat(command.getCommandSpec().usageMessage().header()).isNotEmpty();
        assertThat(command.getCommandSpec().usageMessage().footerHeading()).contains("Example");
        assertThat(command.getCommandSpec().usageMessage().footer())
                .anySatisfy(line -> assertThat(line).contains("./" + name));
        String[] words = (name.substring("oracle ".length()) + " --help").split(" ");
        Ran.of(words).ended(0).said("Example", "Usage: " + name);
    }

    /** The commands that do something, rather than hold others. */
    static Stream<Named<CommandLine>> leaves() {
        return leaves(ORACLE).map(leaf -> Named.of(leaf.getCommandSpec().qualifiedName(), leaf));
    }

    private static Stream<CommandLine> leaves(CommandLine command) {
        return command.getSubcommands().isEmpty()
                ? Stream.of(command)
                : command.getSubcommands().values().stream().flatMap(HelpTest::leaves);
    }
}
