// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param page where it is
 * @param line of its fence, from 1
 * @param language the word behind its fence; may be empty
 * @param mark the text of the HTML comment in the line before; empty where there is none
 * @param lines what is inside, without the indentation of the fence
 */
record Block(String page, int line, String language, String mark, List<String> lines) {
    private static final Pattern FENCE = Pattern.compile("( *)```(\\w*) *");
    private static final Pattern COMMENT = Pattern.compile(" *<!-- (.*) -->");

    Block {
        lines = List.copyOf(lines);
    }

    /** Returns the blocks of a page in order. */
    static List<Block> of(DocumentPage page) {
        List<Block> blocks = new ArrayList<>();
        String before = "";
        for (int i = 0; i < page.lines().size(); i++) {
            Matcher fence = FENCE.matcher(page.lines().get(i));
            if (!fence.matches()) {
                before = page.lines().get(i);
                continue;
            }
            Matcher comment = COMMENT.matcher(before);
            int begin = i;
            List<String> inside = new ArrayList<>();
            for (i++; !FENCE.matcher(page.lines().get(i)).matches(); i++) {
                String line = page.lines().get(i);
                inside.add(
                        line.startsWith(fence.group(1))
                                ? line.substring(fence.group(1).length())
                                : line);
            }
            blocks.add(new Block(
                    page.path(), begin + 1, fence.group(2), comment.matches() ? comment.group(1) : "", inside));
        }
        return blocks;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** Where it is, as a message says it. */
    String place() {
        return page + ":" + line;
    }
}
