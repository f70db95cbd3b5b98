// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.vmm;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.model.engine.Rule;
import org.vfiooracle.model.operation.ProgramCall;
import org.vfiooracle.model.state.Program;

/**
 * A program in one version: what it asks the kernel when it is told to do something, and what it makes of the answers. A
 * function without memory of its own; what it remembers is passed in and out.
 */
public interface Strategy {
    /** Its name and version: {@code qemu-7.2}. */
    String id();

    /** What it is, in one sentence. */
    String description();

    /** The bugs that this version has. */
    default List<ProgramDeviation> deviations() {
        return List.of();
    }

    /**
     * Returns this without one of its bugs.
     *
     * @throws IllegalArgumentException when it does not have it
     */
    default Strategy without(ProgramDeviation deviation) {
        throw new IllegalArgumentException(id() + " does not have " + deviation.id());
    }

    /**
     * Does what it is told.
     *
     * @param memory what it remembers; empty for {@link ProgramCall.Start}
     * @throws org.vfiooracle.model.engine.NotModelled when nobody knows, or this program is not told such things
     */
    Told perform(ProgramCall call, Optional<Program> memory, Dialogue kernel);

    /** The rules that it may give. */
    List<Rule> rules();
}
