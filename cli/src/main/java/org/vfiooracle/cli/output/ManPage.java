// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual of all commands in the language of man(7), made from their help. */
public final class ManPage {
    private final CommandSpec root;
    private final String version;

    /** Prepares the manual of {@code root} and all commands below it. */
    public ManPage(CommandSpec root, String version) {
        this.root = root;
        this.version = version;
    }

    /** The lines of the page. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(".TH ORACLE 1 \"\" \"vfio-oracle " + version + "\" \"vfio-oracle\"");
        lines.add(".SH NAME");
        lines.add("oracle \\- test oracle for VFIO on IBM POWER");
        lines.add(".SH SYNOPSIS");
        lines.add(".B ./oracle");
        lines.add(".I COMMAND");
        lines.add("[ARGUMENTS]");
        lines.add(".SH DESCRIPTION");
        sentences(root.usageMessage().description(), lines);
        lines.add(".SH COMMANDS");
        root.subcommands().values().forEach(command -> command(command, lines));
        lines.add(".SH MORE");
        sentences(root.usageMessage().footer(), lines);
        return lines;
    }

    private static void command(CommandLine command, List<String> lines) {
        CommandSpec spec = command.getCommandSpec();
        if (!spec.subcommands().isEmpty()) {
            spec.subcommands().values().forEach(below -> command(below, lines));
            return;
        }
        lines.add(".SS " + spec.qualifiedName());
        sentences(spec.usageMessage().header(), lines);
        lines.add(".PP");
        lines.add(text(command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ")));
        sentences(spec.usageMessage().description(), lines);
        spec.positionalParameters().forEach(one -> argument(one.paramLabel(), one, lines));
        spec.options().stream().filter(one -> !one.hidden()).forEach(one -> argument(label(one), one, lines));
        lines.add(".PP");
        sentences(spec.usageMessage().footer(), lines);
    }

    private static String label(OptionSpec option) {
        return String.join(", ", option.names()) + (option.arity().max() > 0 ? "=" + option.paramLabel() : "");
    }

    private static void argument(String label, ArgSpec argument, List<String> lines) {
        lines.add(".TP");
        lines.add(".B " + text(label));
        lines.add(text(String.join(" ", argument.renderedDescription())));
    }

    /** Sentences are filled; what is indented stands as it is. */
    private static void sentences(String[] all, List<String> lines) {
        for (String one : all) {
            for (String line : Ansi.OFF.string(one).replace("%n", "\n").split("\n", -1)) {
                if (line.startsWith(" ")) {
                    lines.addAll(List.of(".nf", text(line), ".fi"));
                } else {
                    lines.add(line.isBlank() ? ".PP" : text(line));
                }
            }
        }
    }

    /** Words in which nothing is a command of the language. */
    private static String text(String words) {
        String escaped = words.replace("\\", "\\e").replace("-", "\\-");
        return Arrays.stream(escaped.split("\n", -1))
                .map(line -> line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line)
                .collect(Collectors.joining("\n"));
    }
}
