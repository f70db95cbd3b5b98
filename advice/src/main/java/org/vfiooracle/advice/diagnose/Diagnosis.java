// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;

/**
 * What lines of a log are about.
 *
 * @param findings in the order of the lines; what several lines say stands there once
 * @param lines how many lines there were that are not blank
 * @param recognised how many of them say something that is known
 */
public record Diagnosis(List<Finding> findings, int lines, int recognised) {
    private static final Pattern NAME = Pattern.compile("VFIO_[A-Z0-9_]+");
    private static final Pattern SHORT_NAME = Pattern.compile("\\b(?:MAP_DMA|UNMAP_DMA|SET_IOMMU|SET_CONTAINER)\\b");
    private static final Pattern SUBJECT = Pattern.compile("(?i)vfio|iommu|tce");

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** Looks at the lines of a text. */
    public static Diagnosis of(String text, KnownMessages known) {
        List<Finding> findings = new ArrayList<>();
        int lines = 0;
        int recognised = 0;
        int number = 0;
        boolean onlyLine = text.lines().filter(line -> !line.isBlank()).count() == 1;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            lines++;
            List<Finding> found = look(line, number, known);
            if (found.isEmpty() && onlyLine) {
                found = alone(line, number);
            }
            recognised += found.isEmpty() ? 0 : 1;
            for (Finding finding : found) {
                if (findings.stream().noneMatch(finding::same)) {
                    findings.add(finding);
                }
            }
        }
        return new Diagnosis(findings, lines, recognised);
    }

    private static List<Finding> look(String line, int number, KnownMessages known) {
        List<Finding> messages = known.find(line).stream()
                .map(match -> new Finding(
                        line,
                        number,
                        Optional.of(match.message()),
                        match.message().calls(),
                        match.error()))
                .toList();
        if (!messages.isEmpty()) {
            return messages;
        }
        List<String> calls = calls(line);
        Optional<SystemError> error = SystemError.within(line);
        return calls.isEmpty() && (error.isEmpty() || !SUBJECT.matcher(line).find())
                ? List.of()
                : List.of(new Finding(line, number, Optional.empty(), calls, error));
    }

    /** Somebody may give nothing but the error; in a log, a number is nothing. */
    private static List<Finding> alone(String line, int number) {
        return SystemError.read(line)
                .map(error -> new Finding(line, number, Optional.empty(), List.of(), Optional.of(error)))
                .stream()
                .toList();
    }

    /** The calls whose names stand in a line. */
    private static List<String> calls(String line) {
        List<String> known = Declarations.ofOperations().all().stream()
                .map(Declaration::name)
                .toList();
        List<String> calls = new ArrayList<>();
        Matcher name = NAME.matcher(line);
        while (name.find()) {
            if (known.contains(name.group()) && !calls.contains(name.group())) {
                calls.add(name.group());
            }
        }
        Matcher part = SHORT_NAME.matcher(line);
        while (calls.isEmpty() && part.find()) {
            String end = "_" + part.group();
            known.stream().filter(one -> one.endsWith(end)).findFirst().ifPresent(calls::add);
        }
        return calls;
    }
}
