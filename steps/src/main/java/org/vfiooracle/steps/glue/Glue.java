// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import java.util.List;

/** The classes that define the vocabulary, in the order in which it is listed. */
public final class Glue {
    /** The classes. */
    public static final List<Class<?>> CLASSES = List.of(
            GroupSteps.class,
            HostSteps.class,
            ContainerSteps.class,
            DmaSteps.class,
            ProcessSteps.class,
            MemorySteps.class,
            MappingSteps.class,
            WindowSteps.class,
            RawSteps.class,
            ProgramSteps.class,
            GuestSteps.class,
            AnswerSteps.class,
            StateSteps.class);

    private Glue() {}
}
