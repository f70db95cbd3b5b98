// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A system call as a log shows it.
 *
 * @param line where it stands, from 1
 * @param thread who made it; 0 where the log does not say
 * @param name {@code ioctl}
 * @param arguments what stands between the parentheses
 * @param value what it returned; empty for an error, and for a call that never returned
 * @param error the name of the error that it returned
 * @param result as the log has it, without what is in no need of being told
 */
public record LoggedCall(
        int line,
        long thread,
        String name,
        String arguments,
        OptionalLong value,
        Optional<String> error,
        String result) {
    /** Whether it returned a value. */
    boolean succeeded() {
        return value.isPresent();
    }

    /** As a log has it, without what is in no need of being told. */
    @Override
    public String toString() {
        return name + "(" + arguments + ") = " + result;
    }
}
