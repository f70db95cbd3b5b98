// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

import java.util.Arrays;
import java.util.Optional;

/** An answer that is neither a number nor an errno: of the hypervisor to its guest, or of a program to who runs it. */
public enum Word {
    /** Source of the H_ names: PAPR, return codes of hypervisor calls. */
    H_SUCCESS("H_SUCCESS", true),
    H_HARDWARE("H_HARDWARE", false),
    H_FUNCTION("H_FUNCTION", false),
    H_PARAMETER("H_PARAMETER", false),
    H_RESOURCE("H_RESOURCE", false),
    /** A program was started and does its work. */
    RUNNING("running", true),
    /** It refused what it was told, and does its work as before. */
    FAILED("failed", false),
    /** It said what is wrong and ended. */
    EXITED("exited", false),
    /** It found itself unable to go on and was killed by its own SIGABRT. */
    ABORTED("aborted", false),
    /** It had ended before. */
    GONE("gone", false);

    private final String spelling;
    private final boolean success;

    Word(String spelling, boolean success) {
        this.spelling = spelling;
        this.success = success;
    }

    /** How fixtures and features spell it. */
    public String spelling() {
        return spelling;
    }

    /** Whether it tells of a success. */
    public boolean success() {
        return success;
    }

    /** Returns the word that is spelled so, if there is one. */
    public static Optional<Word> find(String spelling) {
        return Arrays.stream(values())
                .filter(word -> word.spelling.equals(spelling))
                .findFirst();
    }
}
