// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

/** Text in HTML. */
final class Html {
    private Html() {}

    /** Returns text that shows as {@code text}, in an element or an attribute. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Returns {@code text} in the typeface of code. */
    static String code(String text) {
        return "<code>" + escape(text) + "</code>";
    }
}
