// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

/** How text is made to stand out: in colours on a terminal, and not at all elsewhere. */
public enum Shade {
    /** The same text. */
    PLAIN {
        @Override
        String in(String code, String text) {
            return text;
        }
    },
    /** Escape sequences that every terminal knows. */
    COLOURED {
        @Override
        String in(String code, String text) {
            return "\033[" + code + "m" + text + "\033[0m";
        }
    };

    abstract String in(String code, String text);

    String strong(String text) {
        return in("1", text);
    }

    String bad(String text) {
        return in("31", text);
    }

    String good(String text) {
        return in("32", text);
    }

    String doubtful(String text) {
        return in("33", text);
    }
}
