// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.uapi;

import java.util.Map;
import java.util.function.BiFunction;
import org.vfiooracle.exec.wire.ByteString;
import org.vfiooracle.kernel.operation.Operation;

/** Requests of containers, groups and devices as operations of the model. Source of numbers and layouts: {@code <linux/vfio.h>}. */
public final class Decoder {
    private static final Map<Integer, BiFunction<IoctlCall, Surroundings, Operation>> BY_NUMBER = Map.ofEntries(
            Map.entry(100, (asked, at) -> new Operation.GetApiVersion(asked.handle())),
            Map.entry(101, (asked, at) -> new Operation.CheckExtension(asked.handle(), asked.value())),
            Map.entry(102, (asked, at) -> new Operation.SetIommu(asked.handle(), asked.value())),
            Map.entry(103, (asked, at) -> new Operation.GetStatus(asked.handle(), asked.argsz(), asked.filled(8))),
            Map.entry(104, Decoder::setContainer),
            Map.entry(105, (asked, at) -> new Operation.UnsetContainer(asked.handle())),
            Map.entry(106, Decoder::getDevice),
            Map.entry(107, (asked, at) -> new Operation.DeviceGetInfo(asked.handle(), asked.argsz(), asked.filled(16))),
            Map.entry(112, Decoder::iommuInfo),
            Map.entry(113, Decoder::map),
            Map.entry(114, Decoder::unmap),
            Map.entry(115, (asked, at) -> new Operation.Enable(asked.handle())),
            Map.entry(116, (asked, at) -> new Operation.Disable(asked.handle())),
            Map.entry(117, Decoder::register),
            Map.entry(118, Decoder::unregister),
            Map.entry(119, Decoder::create),
            Map.entry(120, Decoder::remove),
            Map.entry(121, Decoder::eeh));

    private Decoder() {}

    /** Returns the operation of a request; one without a name where the number has none. */
    public static Operation operation(IoctlCall asked, Surroundings surroundings) {
        BiFunction<IoctlCall, Surroundings, Operation> named = BY_NUMBER.get(asked.nr());
        return named == null
                ? new Operation.Ioctl(asked.handle(), asked.nr(), asked.argument())
                : named.apply(asked, surroundings);
    }

    private static Operation setContainer(IoctlCall asked, Surroundings at) {
        int descriptor = (int) asked.bytes().u32(0);
        return new Operation.SetContainer(asked.handle(), at.handle(descriptor), asked.read(4));
    }

    private static Operation getDevice(IoctlCall asked, Surroundings at) {
        return new Operation.GetDeviceFd(asked.handle(), at.device(asked.bytes().text()), at.fresh('D'), asked.read(1));
    }

    private static Operation iommuInfo(IoctlCall asked, Surroundings at) {
        return at.type1()
                ? new Operation.IommuGetInfo(asked.handle(), asked.argsz(), asked.filled(16))
                : new Operation.TceGetInfo(asked.handle(), asked.argsz(), asked.filled(16));
    }

    private static Operation map(IoctlCall asked, Surroundings at) {
        ByteString struct = asked.bytes();
        return new Operation.MapDma(
                asked.handle(),
                asked.argsz(),
                struct.u32(4),
                at.address(struct.u64(8)),
                struct.u64(16),
                struct.u64(24),
                asked.read(32));
    }

    private static Operation unmap(IoctlCall asked, Surroundings at) {
        ByteString struct = asked.bytes();
        return new Operation.UnmapDma(
                asked.handle(),
                asked.argsz(),
                struct.u32(4),
                struct.u64(8),
                struct.u64(16),
                at.type1() ? asked.filled(24) : asked.read(24));
    }

    private static Operation register(IoctlCall asked, Surroundings at) {
        ByteString struct = asked.bytes();
        return new Operation.RegisterMemory(
                asked.handle(),
                asked.argsz(),
                struct.u32(4),
                at.address(struct.u64(8)),
                struct.u64(16),
                asked.read(24));
    }

    private static Operation unregister(IoctlCall asked, Surroundings at) {
        ByteString struct = asked.bytes();
        return new Operation.UnregisterMemory(
                asked.handle(),
                asked.argsz(),
                struct.u32(4),
                at.address(struct.u64(8)),
                struct.u64(16),
                asked.read(24));
    }

    private static Operation create(IoctlCall asked, Surroundings at) {
        ByteString struct = asked.bytes();
        return new Operation.TceCreate(
                asked.handle(),
                asked.argsz(),
                struct.u32(4),
                (int) struct.u32(8),
                struct.u64(16),
                (int) struct.u32(24),
                asked.filled(40));
    }

    private static Operation remove(IoctlCall asked, Surroundings at) {
        ByteString struct = asked.bytes();
        return new Operation.TceRemove(asked.handle(), asked.argsz(), struct.u32(4), struct.u64(8), asked.read(16));
    }

    private static Operation eeh(IoctlCall asked, Surroundings at) {
        ByteString struct = asked.bytes();
        return new Operation.EehPeOp(asked.handle(), asked.argsz(), struct.u32(4), (int) struct.u32(8), asked.read(12));
    }
}
