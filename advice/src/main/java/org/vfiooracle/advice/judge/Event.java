// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.State;

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
     * QEMU needs a group. Where it is not open, QEMU opens it and puts it into a container; its trace does not tell how.
     *
     * @param group the group, by the alias that it gets
     * @param number which such event this is, from 1; it makes handles
     * @param listens whether QEMU then listens to changes of memory, which it does for a new container only
     */
    record Taken(LoggedCall logged, String group, int number, boolean listens) implements Event {}

    /**
     * A trace tells what was called, but not on which file.
     *
     * @param call its name
     * @param on what it may have been, one for each file that was open
     * @param answer what it came to
     */
    record Somewhere(LoggedCall logged, String call, Function<State, List<Operation>> on, Answer answer)
            implements Event {}

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
