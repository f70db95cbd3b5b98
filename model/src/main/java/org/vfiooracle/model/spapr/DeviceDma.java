// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.spapr;

import java.util.List;
import org.vfiooracle.model.engine.NotModelled;
import org.vfiooracle.model.engine.Procedure;
import org.vfiooracle.model.engine.Progress;
import org.vfiooracle.model.engine.Rule;
import org.vfiooracle.model.engine.Step;
import org.vfiooracle.model.operation.Operation;

/** DMA by a device, which shows what is mapped. */
public final class DeviceDma {
    public static final Procedure.Name<Operation.DmaWrite> WRITE =
            new Procedure.Name<>("dma-write", Operation.DmaWrite.class);
    public static final Procedure.Name<Operation.DmaRead> READ =
            new Procedure.Name<>("dma-read", Operation.DmaRead.class);

    private static final Rule TRANSLATED = Rule.read(
            "dma.translated", "IODA2 specification, QEMU edu device", "A device reaches what its windows map");

    private DeviceDma() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(WRITE, TRANSLATED, Step.<Operation.DmaWrite>of("write", call -> no())),
                Procedure.of(READ, TRANSLATED, Step.<Operation.DmaRead>of("read", call -> no())));
    }

    private static Progress no() {
        throw new NotModelled("DMA by a device");
    }
}
