// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.Optional;
import java.util.Set;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;

/** What a log says of files of VFIO, whatever platform answered. */
sealed interface Event {
    /** The call as the log has it. */
    LoggedCall logged();

    /** A file was opened, or could not be. */
    record Opened(LoggedCall logged, LoggedFile file) implements Event {}

    /** The last descriptor of a file was closed. */
    record Closed(LoggedCall logged, LoggedFile file) implements Event {}

    /**
     * A trace says what was called, with all of its arguments.
     *
     * @param operation the call; empty when the model did not answer it
     * @param answer what it came to
     */
    record Told(LoggedCall logged, Optional<Operation> operation, Answer answer) implements Event {}

    /**
     * A request was made.
     *
     * @param file on which file
     * @param names what it can be called: numbers mean other requests on other files
     * @param argument the third argument
     * @param opened the device that it opened, or would have
     */
    record Requested(LoggedCall logged, LoggedFile file, Set<String> names, String argument, String opened)
            implements Event {
        public Requested {
            names = Set.copyOf(names);
        }
    }
}
