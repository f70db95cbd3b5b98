// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.generator.suite.Cover;
import org.vfiooracle.generator.suite.Effort;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The choice of how much a suite may be. */
final class Budgeted {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([smh]?)");

    @Option(
            names = "--budget",
            paramLabel = "CASES|TIME",
            description = "The most cases (40), or the most time on the machine with its boot (90s, 10m, 1h).")
    private @Nullable String budget;

    @Option(
            names = "--boot",
            paramLabel = "SECONDS",
            defaultValue = "" + Effort.BOOT,
            description = "What a boot of the machine takes (default: ${DEFAULT-VALUE}).")
    private int boot = Effort.BOOT;

    /** What a boot takes, in seconds. */
    int boot() {
        return boot;
    }

    /** Returns how much the suite may be; fails on what is no number of cases and no time. */
    Cover.Budget budget(CommandLine command) {
        if (budget == null) {
            return Cover.Budget.NONE;
        }
        Matcher form = FORM.matcher(budget);
        if (!form.matches()) {
            throw new CommandLine.ParameterException(
                    command,
                    "--budget: expected a number of cases (40) or a time (90s, 10m, 1h), found \"" + budget + "\"");
        }
        int number = Integer.parseInt(form.group(1));
        int seconds =
                switch (form.group(2)) {
                    case "h" -> 3600;
                    case "m" -> 60;
                    default -> 1;
                };
        if (form.group(2).isEmpty()) {
            return new Cover.Budget(number, Double.MAX_VALUE);
        }
        double time = (double) number * seconds - boot;
        if (time <= 0) {
            throw new CommandLine.ParameterException(
                    command, "--budget: expected more than a boot takes (" + boot + "s, see --boot), found " + budget);
        }
        return new Cover.Budget(Integer.MAX_VALUE, time);
    }
}
