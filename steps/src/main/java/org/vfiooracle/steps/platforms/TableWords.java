// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.platforms;

/** The words that a table of answers is made of. */
public final class TableWords {
    /** The column that says which platforms a row is about. */
    public static final String PLATFORMS = "platforms";

    /** The column of the answer. */
    public static final String ANSWER = "answer";

    /** The column of the rule that decides. */
    public static final String RULE = "rule";

    /** In the column of platforms: all that no other row is about. */
    public static final String OTHERS = "*";

    /** In the column of the answer: these platforms cannot run the scenario. */
    public static final String NOT_APPLICABLE = "n/a";

    private TableWords() {}
}
