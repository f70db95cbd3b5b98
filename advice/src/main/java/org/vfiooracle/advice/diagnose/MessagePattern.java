// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.diagnose;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a message is recognised: words, with {@code {errno}} for an error, {@code {n}} for a number and {@code {*}} for anything. Case
 * and the number of spaces do not matter, nor what stands before and after.
 */
public final class MessagePattern {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(errno|n|\\*)}");
    private static final String ERROR = SystemError.all().stream()
            .map(one -> one.name() + "\\b|" + Pattern.quote(one.text()))
            .collect(Collectors.joining("|", "(?<errno>-?[0-9]{1,3}\\b|", ")"));
    private static final String NUMBER = "(?:0x[0-9a-f]+|-?[0-9]+)";
    private static final String ANYTHING = "[^\\n]{0,300}?";

    private final String text;
    private final Pattern pattern;

    private MessagePattern(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException when it has no words, two errors, or braces of another kind
     */
    public static MessagePattern parse(String text) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        StringBuilder regex = new StringBuilder();
        int from = 0;
        boolean error = false;
        while (placeholder.find()) {
            regex.append(words(text.substring(from, placeholder.start())));
            boolean isError = placeholder.group(1).equals("errno");
            if (isError && error) {
                throw new IllegalArgumentException("two errors in \"" + text + "\"");
            }
            error |= isError;
            regex.append(isError ? ERROR : placeholder.group(1).equals("n") ? NUMBER : ANYTHING);
            from = placeholder.end();
        }
        regex.append(words(text.substring(from)));
        String rest = placeholder.replaceAll("");
        if (rest.contains("{") || rest.contains("}") || rest.isBlank()) {
            throw new IllegalArgumentException("words with {errno}, {n} and {*}, found \"" + text + "\"");
        }
        return new MessagePattern(text, Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE));
    }

    private static String words(String literal) {
        StringBuilder regex = new StringBuilder();
        for (String word : literal.split("(?<=\\s)|(?=\\s)")) {
            if (!word.isEmpty()) {
                regex.append(word.isBlank() ? "\\s+" : Pattern.quote(word));
            }
        }
        return regex.toString();
    }

    /** How many characters it fixes: of two patterns that match, the one with more says more. */
    int weight() {
        return PLACEHOLDER.matcher(text).replaceAll("").length();
    }

    /** Whether it matches, and then the error in its place, if it has one. */
    Optional<Match> find(String line) {
        Matcher found = pattern.matcher(line);
        if (!found.find()) {
            return Optional.empty();
        }
        return Optional.of(new Match(
                text.contains("{errno}") ? SystemError.read(found.group("errno")) : Optional.empty(),
                found.start(),
                found.end()));
    }

    /** What was found, and from where to where. */
    record Match(Optional<SystemError> error, int start, int end) {}

    @Override
    public String toString() {
        return text;
    }
}
