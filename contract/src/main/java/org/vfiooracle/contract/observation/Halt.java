// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.observation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Why an implementation did not perform a case to its end.
 *
 * @param operation ordinal of the first operation that it did not perform, from 1; 0 where it did not say which
 * @param cause what kind of reason it is
 * @param reason in words
 */
public record Halt(int operation, Cause cause, String reason) {
    /** Kinds of reasons. */
    public enum Cause {
        /** The implementation, or what it runs on, cannot do this. */
        UNSUPPORTED,
        /** No answer is right or wrong: the interface leaves it open, and it might do harm. */
        UNDEFINED,
        /** The implementation is a model, and has no answer. */
        NOT_MODELLED;

        /** The name in messages: {@code not-modelled}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The names of all. */
        public static List<String> keys() {
            return Arrays.stream(values()).map(Cause::key).toList();
        }

        /**
         * Returns the cause with this name.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Cause parse(String key) {
            return Arrays.stream(values())
                    .filter(cause -> cause.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("expected one of " + keys()));
        }
    }

    /** A reason without more. */
    public static Halt of(String reason) {
        return new Halt(0, Cause.UNSUPPORTED, reason);
    }

    /** Returns the reason; one of another kind than usual says so. */
    public String text() {
        String kind = cause.key().replace('-', ' ') + ": ";
        return cause == Cause.UNSUPPORTED || reason.startsWith(kind) ? reason : kind + reason;
    }
}
