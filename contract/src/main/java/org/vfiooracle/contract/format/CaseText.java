// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.AnsweredCase;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.kernel.platform.PlatformId;

/**
 * The text of a case file, cut into its answers without being parsed: who asks for one platform, or only which platforms there
 * are, need not wait for the others. It knows the form in which this project writes case files; for a file of another form the
 * whole of it is read instead.
 */
public final class CaseText {
    private static final String ANSWERS = "\nanswers:\n";
    private static final String ANSWER = "  - platforms:\n";
    private static final String PLATFORM = "      - ";

    private final String text;
    private final String label;
    private final String head;
    private final SortedMap<PlatformId, String> answers;

    private CaseText(String text, String label, String head, SortedMap<PlatformId, String> answers) {
        this.text = text;
        this.label = label;
        this.head = head;
        this.answers = answers;
    }

    /** Whether a text is meant to be a case file: it has answers. */
    public static boolean looksLike(String text) {
        return text.contains(ANSWERS) || text.contains("\"answers\"");
    }

    /**
     * Cuts a text.
     *
     * @param label the file, for errors
     * @throws YamlProblem when it is no case file
     */
    public static CaseText of(String text, String label) {
        int at = text.indexOf(ANSWERS);
        Optional<SortedMap<PlatformId, String>> cut =
                at < 0 ? Optional.empty() : answers(text.substring(at + ANSWERS.length()));
        if (cut.isPresent()) {
            return new CaseText(text, label, text.substring(0, at + ANSWERS.length()), cut.get());
        }
        String canonical = CaseFile.write(CaseFile.read(text, label));
        int again = canonical.indexOf(ANSWERS) + ANSWERS.length();
        return new CaseText(
                text,
                label,
                canonical.substring(0, again),
                answers(canonical.substring(again)).orElseThrow());
    }

    /** The platforms that answer. */
    public SortedSet<PlatformId> platforms() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(answers.keySet()));
    }

    /** The case. */
    public CaseId id() {
        String row = value("case").map(text -> "." + text).orElse("");
        try {
            return CaseId.parse(value("id").orElse("") + row);
        } catch (IllegalArgumentException quoted) {
            return whole().performed().id();
        }
    }

    /** Returns the file as if it had no other answers than that of {@code platform}, which it must have. */
    public String part(PlatformId platform) {
        return head + Objects.requireNonNull(answers.get(platform));
    }

    /** The texts of the answers, each with its platforms, in the order of the file. */
    public Map<String, List<PlatformId>> answers() {
        Map<String, List<PlatformId>> alike = new LinkedHashMap<>();
        answers.forEach((platform, answer) ->
                alike.computeIfAbsent(answer, text -> new ArrayList<>()).add(platform));
        return alike;
    }

    /**
     * Returns the fixture of a platform, if the case runs there.
     *
     * @throws YamlProblem when that part of the file is wrong
     */
    public Optional<Fixture> on(PlatformId platform) {
        return Optional.ofNullable(answers.get(platform))
                .flatMap(answer -> read(part(platform)).on(platform));
    }

    /** Returns all of it. */
    public AnsweredCase whole() {
        return CaseFile.read(text, label);
    }

    private Optional<String> value(String key) {
        return head.lines()
                .filter(line -> line.startsWith(key + ": "))
                .map(line -> line.substring(key.length() + 2))
                .findFirst();
    }

    /** What is wrong with a part is told with its line in the whole. */
    private AnsweredCase read(String part) {
        try {
            return CaseFile.read(part, label);
        } catch (YamlProblem inPart) {
            return whole();
        }
    }

    /** Returns the answers by platform; empty when they do not have the usual form. */
    private static Optional<SortedMap<PlatformId, String>> answers(String text) {
        SortedMap<PlatformId, String> answers = new TreeMap<>();
        int begin = 0;
        while (begin < text.length()) {
            if (!text.startsWith(ANSWER, begin)) {
                return Optional.empty();
            }
            int next = text.indexOf("\n" + ANSWER, begin);
            int end = next < 0 ? text.length() : next + 1;
            String answer = text.substring(begin, end);
            if (!platforms(answer, answers)) {
                return Optional.empty();
            }
            begin = end;
        }
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers);
    }

    private static boolean platforms(String answer, SortedMap<PlatformId, String> answers) {
        int line = ANSWER.length();
        while (answer.startsWith(PLATFORM, line)) {
            int end = answer.indexOf('\n', line);
            try {
                PlatformId platform = PlatformId.parse(answer.substring(line + PLATFORM.length(), end));
                if (answers.put(platform, answer) != null) {
                    return false;
                }
            } catch (IllegalArgumentException e) {
                return false;
            }
            line = end + 1;
        }
        return line > ANSWER.length();
    }
}
