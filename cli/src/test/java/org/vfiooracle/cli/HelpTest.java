// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
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
    void every_command_is_in_one_group() {
        List<String> grouped =
                GroupedCommands.GROUPS.values().stream().flatMap(List::stream).toList();

        assertThat(grouped).isNotEmpty().doesNotHaveDuplicates();
        assertThat(grouped)
                .containsExactlyInAnyOrderElementsOf(ORACLE.getSubcommands().keySet());
    }

    @Test
    void without_a_command_the_help_lists_all_groups_and_headers() {
        Ran ran = Ran.of().ended(0);

        assertThat(ran.out()).contains(GroupedCommands.GROUPS.keySet());
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
        Ran.of(words).ended(0).said("Example:", "Usage: " + name);
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
