// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.trace;

import org.vfiooracle.contract.fixture.PerformedOperation;

/** Something that happened in a run. */
public sealed interface Happening {
    /** The process that it happened in; 0 for the run as a whole. */
    long process();

    /**
     * A call that the model has answered.
     *
     * @param number ordinal among the calls that are recorded, from 1
     * @param done the call and what it came to
     */
    record Called(long process, int number, PerformedOperation done) implements Happening {}

    /**
     * A call that the devices of the oracle have answered, without the model.
     *
     * @param call name and arguments
     * @param answer what it came to
     * @param access whether it is a mere access to registers or configuration space
     */
    record Answered(long process, String call, String answer, boolean access) implements Happening {}

    /**
     * A call that nothing is known of.
     *
     * @param call name and arguments
     * @param what what is not modelled, in a few words
     * @param answer what the program was told nevertheless
     */
    record NotKnown(long process, String call, String what, String answer) implements Happening {}

    /** A call that was made to fail. */
    record Injected(long process, String call, String answer) implements Happening {}

    /** Something to know in order to understand what follows. */
    record Noted(long process, String text) implements Happening {}
}
