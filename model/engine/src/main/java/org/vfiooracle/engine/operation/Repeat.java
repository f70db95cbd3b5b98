// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

import org.vfiooracle.engine.operation.Declared.Out;
import org.vfiooracle.engine.operation.Declared.Remark;
import org.vfiooracle.engine.operation.Declared.Seldom;
import org.vfiooracle.engine.operation.Declared.Spelled;

/**
 * One request, made many times, each time {@code iovaStep} and {@code vaddrStep} bytes further on. The first refusal ends it. It
 * answers what the last request answered, and says how many were not refused.
 *
 * @param times how often the request is made if none is refused: 1 to {@link #MOST}
 */
@Declared(name = "repeat", out = @Out(OutField.MADE))
public record Repeat(
        @Spelled(Spelling.TIMES) @Remark("1 to 1000000") int times,
        @Seldom long iovaStep,
        @Seldom long vaddrStep,
        @Remark("the request, as an operation") Operation call)
        implements Operation {
    /** How often a request can be repeated. */
    public static final int MOST = 1_000_000;

    @Override
    public String on() {
        return call.on();
    }

    /** Returns the request that follows {@code made}. */
    public Operation after(Operation made) {
        if (made instanceof MapDma map) {
            Address vaddr = map.vaddr().plus(vaddrStep);
            return new MapDma(
                    map.on(), map.argsz(), map.flags(), vaddr, map.iova() + iovaStep, map.size(), map.pointer());
        }
        if (made instanceof UnmapDma unmap) {
            long iova = unmap.iova() + iovaStep;
            return new UnmapDma(unmap.on(), unmap.argsz(), unmap.flags(), iova, unmap.size(), unmap.pointer());
        }
        if (made instanceof RegisterMemory memory) {
            Address vaddr = memory.vaddr().plus(vaddrStep);
            return new RegisterMemory(
                    memory.on(), memory.argsz(), memory.flags(), vaddr, memory.size(), memory.pointer());
        }
        if (made instanceof UnregisterMemory memory) {
            Address vaddr = memory.vaddr().plus(vaddrStep);
            return new UnregisterMemory(
                    memory.on(), memory.argsz(), memory.flags(), vaddr, memory.size(), memory.pointer());
        }
        return made;
    }
}
