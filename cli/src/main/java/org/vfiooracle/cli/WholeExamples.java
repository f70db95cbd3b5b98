// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Shows the footer of a help: sentences are wrapped, and examples, which are indented, can be copied as they are. */
final class WholeExamples implements IHelpSectionRenderer {
    @Override
    public String render(Help help) {
        UsageMessageSpec usage = help.commandSpec().usageMessage();
        StringBuilder text = new StringBuilder();
        for (String line : usage.footer()) {
            if (line.startsWith(" ")) {
                text.append(line).append('\n');
            } else {
                Help.join(
                        help.ansi(),
                        usage.width(),
                        usage.adjustLineBreaksForWideCJKCharacters(),
                        new String[] {line},
                        text);
            }
        }
        return text.toString();
    }
}
