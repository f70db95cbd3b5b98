// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.diagnose;

import java.util.List;
import java.util.Optional;

/**
 * What a line is about.
 *
 * @param line as it was given
 * @param number of the line, from 1
 * @param message the message, if it is a known one
 * @param calls the VFIO calls that it is about
 * @param error the error that it tells
 */
public record Finding(
        String line, int number, Optional<KnownMessage> message, List<String> calls, Optional<SystemError> error) {
    public Finding {
        calls = List.copyOf(calls);
    }

    /** Whether another line says the same. */
    boolean same(Finding other) {
        return message.equals(other.message) && calls.equals(other.calls) && error.equals(other.error);
    }
}
