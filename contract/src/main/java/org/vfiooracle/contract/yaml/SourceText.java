// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.yaml;

/** What the text of a document may consist of, before anything is made of it. */
final class SourceText {
    private SourceText() {}

    /** The parser takes a time that grows with the square of a line. */
    private static final int LONGEST_LINE = 64 << 10;

    /** Refuses tabs, carriage returns, byte order marks and other control characters, and lines that are absurdly long. */
    static void check(String text, String label) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                start = i + 1;
            } else if (c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                throw new YamlProblem(label, line, i - start + 1, "printable text and LF", name(c), hint(c));
            } else if (i - start == LONGEST_LINE) {
                throw new YamlProblem(label, line, 1, "lines of at most 65536 characters", "a longer one", "");
            }
        }
    }

    private static String name(char c) {
        switch (c) {
            case '\t':
                return "a tab";
            case '\r':
                return "a carriage return";
            case 0xfeff:
                return "a byte order mark";
            default:
                return String.format(java.util.Locale.ROOT, "character U+%04X", (int) c);
        }
    }

    private static String hint(char c) {
        switch (c) {
            case '\t':
                return "indent with two spaces";
            case '\r':
                return "end lines with LF alone";
            default:
                return "";
        }
    }
}
