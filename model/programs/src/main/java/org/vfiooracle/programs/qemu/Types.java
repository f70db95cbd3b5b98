// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import static org.vfiooracle.programs.qemu.HostContainer.SPAPR_V1;
import static org.vfiooracle.programs.qemu.HostContainer.SPAPR_V2;
import static org.vfiooracle.programs.qemu.HostContainer.TYPE1;
import static org.vfiooracle.programs.qemu.HostContainer.TYPE1_V2;

import java.util.List;
import java.util.OptionalInt;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.programs.vmm.Dialogue;

/** Chooses the IOMMU type of a new container by asking what it knows. */
final class Types {
    private static final List<Integer> TABLE = List.of(TYPE1_V2, TYPE1, SPAPR_V2, SPAPR_V1);

    private final QemuEra era;
    private final Dialogue kernel;

    Types(QemuEra era, Dialogue kernel) {
        this.era = era;
        this.kernel = kernel;
    }

    /** Returns the type to set; empty when QEMU knows none that the container knows. */
    OptionalInt choose(String container) {
        switch (era.types()) {
            case TABLE:
                return TABLE.stream()
                        .filter(type -> knows(container, type))
                        .mapToInt(Integer::intValue)
                        .findFirst();
            case TYPE1_OR_V1:
                if (knows(container, TYPE1)) {
                    return OptionalInt.of(TYPE1);
                }
                return knows(container, SPAPR_V1) ? OptionalInt.of(SPAPR_V1) : OptionalInt.empty();
            default:
                return either(container, TYPE1, TYPE1_V2).stream()
                        .mapToObj(OptionalInt::of)
                        .findFirst()
                        .orElseGet(() -> spapr(container));
        }
    }

    /** The type to set when {@code refused} was refused. */
    OptionalInt instead(int refused) {
        return refused == SPAPR_V2 && !era.has(QemuBug.NO_V1_FALLBACK) ? OptionalInt.of(SPAPR_V1) : OptionalInt.empty();
    }

    private OptionalInt spapr(String container) {
        if (era.types() != QemuEra.TypeChoice.TYPE1V2_OR_V1) {
            return either(container, SPAPR_V1, SPAPR_V2);
        }
        return knows(container, SPAPR_V1) ? OptionalInt.of(SPAPR_V1) : OptionalInt.empty();
    }

    /** Asks for one or the other, and then which: the second is preferred. */
    private OptionalInt either(String container, int first, int second) {
        if (!knows(container, first) && !knows(container, second)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(knows(container, second) ? second : first);
    }

    private boolean knows(String container, int type) {
        return kernel.ask(new Operation.CheckExtension(container, type))
                .answer()
                .equals(new Answer.Value(1));
    }
}
