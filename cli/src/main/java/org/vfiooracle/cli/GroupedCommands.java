// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vfiooracle.cli.output.TextTable;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;

/** Lists the commands by what they are for. */
final class GroupedCommands implements IHelpSectionRenderer {
    /** The commands of each group, both in the order in which they are shown. */
    static final Map<String, List<String>> GROUPS = groups();

    @Override
    public String render(Help help) {
        TextTable table = new TextTable();
        GROUPS.values()
                .forEach(commands -> commands.forEach(command -> {
                    CommandSpec spec = subcommand(help.commandSpec(), command);
                    table.row(synopsis(command, spec), spec.usageMessage().header()[0]);
                }));
        List<String> rows = new ArrayList<>(table.lines("  "));
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((group, commands) -> {
            text.append(text.isEmpty() ? "" : "\n").append(group).append("\n");
            commands.forEach(command -> text.append(rows.remove(0)).append("\n"));
        });
        return text.toString();
    }

    private static CommandSpec subcommand(CommandSpec oracle, String name) {
        return Objects.requireNonNull(oracle.subcommands().get(name), name).getCommandSpec();
    }

    private static String synopsis(String command, CommandSpec spec) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(spec.subcommands().keySet());
        return String.join(" ", words);
    }

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("Write behaviour", List.of("new", "steps", "try", "record", "verify", "report", "docs"));
        groups.put("Check an implementation", List.of("run", "random", "diff", "predict"));
        groups.put("Try a program", List.of("exec"));
        groups.put("Understand", List.of("explain", "compare"));
        groups.put("Take away", List.of("export"));
        groups.put("Plumbing", List.of("adapter"));
        return groups;
    }
}
