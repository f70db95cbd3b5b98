// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command of a document, and what stands below it as its output.
 *
 * @param words of the command
 * @param output its lines; {@code ...} alone stands for any lines; empty where nothing is shown
 */
record Example(List<String> words, List<String> output) {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final String PROMPT = "$ ";

    Example {
        words = List.copyOf(words);
        output = List.copyOf(output);
    }

    /** Returns the commands of a block: those behind a prompt with their output, or every line where there is no prompt. */
    static List<Example> of(Block block) {
        List<Example> examples = new ArrayList<>();
        boolean prompted = block.language().equals("console");
        List<String> lines = joined(block.lines());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> output = new ArrayList<>();
            while (prompted && i + 1 < lines.size() && !lines.get(i + 1).startsWith(PROMPT)) {
                output.add(lines.get(++i).stripTrailing());
            }
            examples.add(new Example(words(prompted ? line.substring(PROMPT.length()) : line), output));
        }
        return examples;
    }

    /** Tells whether it is a command of the oracle. */
    boolean ofOracle() {
        return words.get(0).equals("./oracle");
    }

    /** The words behind {@code ./oracle}. */
    String[] arguments() {
        return words.subList(1, words.size()).toArray(String[]::new);
    }

    /** The parts of the output that stand in one piece. */
    List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        List<String> piece = new ArrayList<>();
        for (String line : output) {
            if (line.equals("...")) {
                pieces.add(String.join("\n", piece));
                piece.clear();
            } else {
                piece.add(line);
            }
        }
        pieces.add(String.join("\n", piece));
        pieces.removeIf(String::isBlank);
        return pieces;
    }

    /** Splits a line as a shell does, up to a comment. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            if (word.group().startsWith("#")) {
                break;
            }
            words.add(Stream.of(word.group(1), word.group(2), word.group(3))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow());
        }
        return words;
    }

    private static List<String> joined(List<String> lines) {
        List<String> joined = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : lines) {
            if (line.endsWith("\\")) {
                open.append(line, 0, line.length() - 1).append(' ');
            } else {
                joined.add(open + line);
                open.setLength(0);
            }
        }
        return joined;
    }
}
