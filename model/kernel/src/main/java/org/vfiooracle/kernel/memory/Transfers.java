// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.memory;

import java.util.Optional;
import java.util.function.Predicate;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Iommu;
import org.vfiooracle.engine.topology.Device;

/** DMA by a device, as far as it does not matter which IOMMU driver serves its group. */
public final class Transfers {
    /** The bytes that a device moves at a time. */
    public static final int LENGTH = 8;

    /** What a transfer answers that arrived. */
    public static final Answer ARRIVED = new Answer.Value(1);

    private static final Answer NOTHING = new Answer.Value(0);
    private static final long PLACE = 0x1000;
    private static final Releases PINNED_STAYS = Releases.from("5.12");
    private static final int BUFFER_SHIFT = 40;

    private Transfers() {}

    /** Nothing arrives. */
    public static <O extends Operation> Check<O> seen(Rule rule, Predicate<Call<O>> nothingArrives) {
        return seen(rule, Releases.ALL, nothingArrives);
    }

    /** Nothing arrives in some releases. */
    public static <O extends Operation> Check<O> seen(Rule rule, Releases releases, Predicate<Call<O>> nothingArrives) {
        return new Check<>(rule, releases, nothingArrives, NOTHING);
    }

    /**
     * Looks whether a transfer at {@code iova} can be told at all.
     *
     * @throws NotModelled when it cannot
     */
    public static void look(Call<? extends Operation> call, long iova) {
        Handle.DeviceFd fd = device(call);
        boolean does = call.state()
                .topology()
                .group(fd.group())
                .flatMap(group -> group.device(fd.device()))
                .map(Device::doesDma)
                .orElse(false);
        if (!does) {
            throw new NotModelled("DMA by a device that cannot be told to do it");
        }
        if (call.state().group(fd.group()).inReset()) {
            throw new NotModelled("DMA by a device whose PE is in reset");
        }
        if ((iova & (PLACE - 1)) > PLACE - LENGTH) {
            throw new NotModelled("DMA across the end of 4 KiB");
        }
        if (call.state().process().buffers().values().stream()
                .anyMatch(buffer -> !buffer.changed().isEmpty())) {
            throw new NotModelled("DMA in a process whose memory was changed");
        }
        if (!call.state().others().isEmpty()
                && !PINNED_STAYS.contains(call.profile().release())) {
            throw new NotModelled("DMA to memory that processes share until one of them writes to it");
        }
    }

    /** Returns the device that does it. */
    public static Handle.DeviceFd device(Call<? extends Operation> call) {
        return (Handle.DeviceFd) call.state().handle(call.args().on()).orElseThrow();
    }

    /** Returns the IOMMU driver that its group has. */
    public static Optional<Iommu> driver(Call<? extends Operation> call) {
        return call.state().group(device(call).group()).container().flatMap(name -> call.state()
                .container(name)
                .iommu());
    }

    /** The ordinal of the buffer by name times 1 TiB, plus the offset in it. */
    public static long place(Call<? extends Operation> call, Address address) {
        Address.InBuffer at = (Address.InBuffer) address;
        if (Memory.ofDevice(call, address)) {
            throw new NotModelled("DMA to registers of a device");
        }
        return ((long) call.state().process().ordinal(at.buffer()) << BUFFER_SHIFT) + at.offset();
    }
}
