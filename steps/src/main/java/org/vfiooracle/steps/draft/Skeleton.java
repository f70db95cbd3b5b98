// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The text that a new scenario starts from: it passes as it is, and every line of it is there to be replaced. */
public final class Skeleton {
    private static final String RULE = "  Rule: (what always holds)\n";
    private static final String FEATURE = "Feature: (what this file is about)\n\n" + RULE;

    private Skeleton() {}

    /** Returns a scenario with this id, indented as under a rule, without a blank line around it. */
    public static String of(String id) {
        return id.startsWith("GUEST-") || id.startsWith("HOTPLUG-") ? ofProgram(id) : ofCalls(id);
    }

    private static String ofProgram(String id) {
        return """
                    @%s
                    Scenario: (the situation)
                      Given one platform for each answer that programs get
                      And memory "B1" of 256 MiB
                      When qemu-7.2 starts as "V1" with memory "B1" and no device
                      Then it answers
                        | platforms | answer  | rule               |
                        | *         | running | qemu.start.running |
                      And it makes no call
                """.formatted(id);
    }

    private static String ofCalls(String id) {
        return """
                    @%s
                    Scenario: (the situation)
                      Given group "G1"
                      And "G1" is in container "C1"
                      When VFIO_GROUP_SET_CONTAINER puts "G1" into "C1"
                      Then it answers
                        | platforms | answer | rule                           |
                        | *         | EINVAL | group.set-container.already-in |
                      And container "C1" holds "G1"
                """.formatted(id);
    }

    /**
     * Adds a scenario to the end of a feature file, which is made when it is not there. Where the last rule has a Background, which
     * the scenario may not want, it gets a rule of its own. The file is replaced at once.
     *
     * @throws UncheckedIOException when it cannot be read or written
     */
    public static void append(Path file, String id) {
        try {
            String before = Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : FEATURE;
            boolean underRule = before.lines().anyMatch(line -> line.startsWith("  Rule:"));
            String scenario = underRule ? of(id) : of(id).replaceAll("(?m)^  ", "");
            Path folder = file.toAbsolutePath().normalize().getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".draft", null);
            String rule = before.lastIndexOf("\n    Background:") > before.lastIndexOf("\n  Rule:") && underRule
                    ? RULE + "\n"
                    : "";
            Files.writeString(draft, before.stripTrailing() + "\n\n" + rule + scenario);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
