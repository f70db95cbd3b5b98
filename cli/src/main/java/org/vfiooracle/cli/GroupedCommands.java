// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.terminal.page.TextTable;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** Lists the commands by what they are for. */
final class GroupedCommands implements IHelpSectionRenderer {
    @Override
    public String render(Help help) {
        TextTable table = new TextTable();
        for (Commands command : Commands.values()) {
            table.row(command.synopsis(), command.header());
        }
        List<String> rows = new ArrayList<>(table.lines("  "));
        StringBuilder text = new StringBuilder();
        for (Commands.Group group : Commands.Group.values()) {
            text.append('\n').append(group.title()).append('\n');
            for (Commands command : Commands.values()) {
                if (command.group() == group) {
                    text.append(rows.remove(0)).append('\n');
                }
            }
        }
        return text.toString();
    }
}
