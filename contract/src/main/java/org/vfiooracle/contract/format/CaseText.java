// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.AnsweredCase;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.engine.platform.PlatformId;

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
    private final List<String> answers;

    private CaseText(String text, String label, String head, List<String> answers) {
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
        Optional<List<String>> cut = at < 0 ? Optional.empty() : answers(text.substring(at + ANSWERS.length()));
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
        SortedSet<PlatformId> platforms = new TreeSet<>();
        answers.forEach(answer -> platforms.addAll(platforms(answer)));
        return Collections.unmodifiableSortedSet(platforms);
    }

    /** The texts of the answers, in the order of the file. */
    public List<String> answers() {
        return answers;
    }

    /** Returns the platforms that give an answer, in the order of the file. */
    public List<PlatformId> platforms(String answer) {
        List<PlatformId> platforms = new ArrayList<>();
        for (int line = ANSWER.length(); answer.startsWith(PLATFORM, line); line = answer.indexOf('\n', line) + 1) {
            try {
                platforms.add(PlatformId.parse(answer.substring(line + PLATFORM.length(), answer.indexOf('\n', line))));
            } catch (IllegalArgumentException malformed) {
                return List.copyOf(whole().fixtures().keySet());
            }
        }
        return platforms;
    }

    /** Tells whether the case, without its answers, has this text in it. */
    public boolean mentions(String part) {
        return head.contains(part);
    }

    /** Returns the case, without reading the answers. */
    public Case performed() {
        return AskedCase.read(head.substring(0, head.length() - ANSWERS.length() + 1), label)
                .performed();
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
        return head + answer(platform).orElseThrow();
    }

    /**
     * Returns the fixture of a platform, if the case runs there.
     *
     * @throws YamlProblem when that part of the file is wrong
     */
    public Optional<Fixture> on(PlatformId platform) {
        return answer(platform).flatMap(answer -> read(head + answer).on(platform));
    }

    /** Returns all of it. */
    public AnsweredCase whole() {
        return CaseFile.read(text, label);
    }

    private Optional<String> answer(PlatformId platform) {
        return answers.stream()
                .filter(answer -> platforms(answer).contains(platform))
                .findFirst();
    }

    private Optional<String> value(String key) {
        int at = head.indexOf("\n" + key + ": ");
        if (at < 0) {
            return Optional.empty();
        }
        String value = head.substring(at + key.length() + 3, head.indexOf('\n', at + 1));
        boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
        return Optional.of(quoted ? value.substring(1, value.length() - 1) : value);
    }

    /** What is wrong with a part is told with its line in the whole. */
    private AnsweredCase read(String part) {
        try {
            return CaseFile.read(part, label);
        } catch (YamlProblem inPart) {
            return whole();
        }
    }

    /** Returns the answers; empty when they do not have the usual form. */
    private static Optional<List<String>> answers(String text) {
        List<String> answers = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            if (!text.startsWith(ANSWER, begin) || !text.startsWith(PLATFORM, begin + ANSWER.length())) {
                return Optional.empty();
            }
            int next = text.indexOf("\n" + ANSWER, begin);
            int end = next < 0 ? text.length() : next + 1;
            answers.add(text.substring(begin, end));
            begin = end;
        }
        boolean ends = text.endsWith("\n");
        return answers.isEmpty() || !ends ? Optional.empty() : Optional.of(List.copyOf(answers));
    }
}
