// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.vmm;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.state.Program;

/**
 * A program in one version: what it asks the kernel when it is told to do something, and what it makes of the answers. A
 * function without memory of its own; what it remembers is passed in and out.
 */
public interface Strategy {
    /** Its name and version: {@code qemu-7.2}. */
    String id();

    /** What it is, in one sentence. */
    String description();

    /** Whether its memory has to be in huge pages. */
    default boolean hugePages() {
        return false;
    }

    /** The bugs that this has. */
    default List<ProgramDeviation> deviations() {
        return List.of();
    }

    /** The bugs that its kind of program can have; those that it has are among them. */
    default List<ProgramDeviation> possible() {
        return List.of();
    }

    /**
     * Returns this without one of its bugs; it remembers things in the same form.
     *
     * @throws IllegalArgumentException when it does not have it
     */
    default Strategy without(ProgramDeviation deviation) {
        throw new IllegalArgumentException(id() + " does not have " + deviation.id());
    }

    /**
     * Returns this with one more bug, for measuring whether a corpus catches it.
     *
     * @throws IllegalArgumentException when it cannot have it
     */
    default Strategy with(ProgramDeviation deviation) {
        throw new IllegalArgumentException(id() + " cannot have " + deviation.id());
    }

    /**
     * Does what it is told.
     *
     * @param memory what it remembers; empty for {@link ProgramCall.Start}
     * @throws org.vfiooracle.engine.procedure.NotModelled when nobody knows, or this program is not told such things
     */
    Told perform(ProgramCall call, Optional<Program> memory, Dialogue kernel);

    /** The rules that it may give. */
    List<Rule> rules();
}
