// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.operation;

/**
 * One call that an implementation receives, named and argumented as {@code <linux/vfio.h>} spells it. {@code on} is the
 * handle of the descriptor it is made on; {@code as} names the descriptor it returns. Sizes and addresses are in bytes.
 */
public sealed interface Operation
        permits Operation.OpenContainer,
                Operation.OpenGroup,
                Operation.Close,
                Operation.GetApiVersion,
                Operation.CheckExtension,
                Operation.SetIommu,
                Operation.GetStatus,
                Operation.SetContainer,
                Operation.UnsetContainer,
                Operation.GetDeviceFd,
                Operation.TceGetInfo,
                Operation.Enable,
                Operation.Disable,
                Operation.RegisterMemory,
                Operation.UnregisterMemory,
                Operation.MapDma,
                Operation.UnmapDma,
                Operation.TceCreate,
                Operation.TceRemove,
                Operation.Dup,
                Operation.Fork,
                Operation.Exit,
                Operation.By,
                Operation.Ioctl,
                Operation.DeviceGetInfo,
                Operation.EehPeOp,
                Operation.IommuGetInfo,
                Operation.DmaWrite,
                Operation.DmaRead,
                ProgramCall {
    /** The name of the call: a system call in lower case or a VFIO request. */
    String name();

    /** The handle the call is made on; empty for {@code open}. */
    default String on() {
        return "";
    }

    /** Opens {@code /dev/vfio/vfio}. */
    record OpenContainer(String as) implements Operation {
        @Override
        public String name() {
            return "open";
        }
    }

    /** Opens {@code /dev/vfio/N} of a group, which is named by its alias in the topology. */
    record OpenGroup(String group, String as) implements Operation {
        @Override
        public String name() {
            return "open";
        }
    }

    record Close(String on) implements Operation {
        @Override
        public String name() {
            return "close";
        }
    }

    record GetApiVersion(String on) implements Operation {
        @Override
        public String name() {
            return "VFIO_GET_API_VERSION";
        }
    }

    record CheckExtension(String on, int extension) implements Operation {
        @Override
        public String name() {
            return "VFIO_CHECK_EXTENSION";
        }
    }

    record SetIommu(String on, int type) implements Operation {
        @Override
        public String name() {
            return "VFIO_SET_IOMMU";
        }
    }

    record GetStatus(String on, int argsz, Pointer pointer) implements Operation, HasStruct {
        public GetStatus(String on, int argsz) {
            this(on, argsz, Pointer.GOOD);
        }

        @Override
        public String name() {
            return "VFIO_GROUP_GET_STATUS";
        }
    }

    /** {@code container} is a handle, or {@link #CLOSED}. */
    record SetContainer(String on, String container, Pointer pointer) implements Operation {
        /** Instead of a handle: a number that no open descriptor has. A handle that is not open is -1. */
        public static final String CLOSED = "closed";

        public SetContainer(String on, String container) {
            this(on, container, Pointer.GOOD);
        }

        @Override
        public String name() {
            return "VFIO_GROUP_SET_CONTAINER";
        }
    }

    record UnsetContainer(String on) implements Operation {
        @Override
        public String name() {
            return "VFIO_GROUP_UNSET_CONTAINER";
        }
    }

    /** {@code device} is an alias of the topology: group and ordinal, {@code A.0}. */
    record GetDeviceFd(String on, String device, String as, Pointer pointer) implements Operation {
        public GetDeviceFd(String on, String device, String as) {
            this(on, device, as, Pointer.GOOD);
        }

        @Override
        public String name() {
            return "VFIO_GROUP_GET_DEVICE_FD";
        }
    }

    record TceGetInfo(String on, int argsz, Pointer pointer) implements Operation, HasStruct {
        public TceGetInfo(String on, int argsz) {
            this(on, argsz, Pointer.GOOD);
        }

        @Override
        public String name() {
            return "VFIO_IOMMU_SPAPR_TCE_GET_INFO";
        }
    }

    record Enable(String on) implements Operation {
        @Override
        public String name() {
            return "VFIO_IOMMU_ENABLE";
        }
    }

    record Disable(String on) implements Operation {
        @Override
        public String name() {
            return "VFIO_IOMMU_DISABLE";
        }
    }

    record RegisterMemory(String on, int argsz, long flags, Address vaddr, long size, Pointer pointer)
            implements Operation, HasStruct {
        public RegisterMemory(String on, int argsz, long flags, Address vaddr, long size) {
            this(on, argsz, flags, vaddr, size, Pointer.GOOD);
        }

        @Override
        public String name() {
            return "VFIO_IOMMU_SPAPR_REGISTER_MEMORY";
        }
    }

    record UnregisterMemory(String on, int argsz, long flags, Address vaddr, long size, Pointer pointer)
            implements Operation, HasStruct {
        public UnregisterMemory(String on, int argsz, long flags, Address vaddr, long size) {
            this(on, argsz, flags, vaddr, size, Pointer.GOOD);
        }

        @Override
        public String name() {
            return "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY";
        }
    }

    /** {@code flags}: 1 the device may read, 2 it may write. */
    record MapDma(String on, int argsz, long flags, Address vaddr, long iova, long size, Pointer pointer)
            implements Operation, HasStruct {
        public MapDma(String on, int argsz, long flags, Address vaddr, long iova, long size) {
            this(on, argsz, flags, vaddr, iova, size, Pointer.GOOD);
        }

        @Override
        public String name() {
            return "VFIO_IOMMU_MAP_DMA";
        }
    }

    record UnmapDma(String on, int argsz, long flags, long iova, long size, Pointer pointer)
            implements Operation, HasStruct {
        public UnmapDma(String on, int argsz, long flags, long iova, long size) {
            this(on, argsz, flags, iova, size, Pointer.GOOD);
        }

        @Override
        public String name() {
            return "VFIO_IOMMU_UNMAP_DMA";
        }
    }

    record TceCreate(String on, int argsz, long flags, int pageShift, long windowSize, int levels, Pointer pointer)
            implements Operation, HasStruct {
        public TceCreate(String on, int argsz, long flags, int pageShift, long windowSize, int levels) {
            this(on, argsz, flags, pageShift, windowSize, levels, Pointer.GOOD);
        }

        @Override
        public String name() {
            return "VFIO_IOMMU_SPAPR_TCE_CREATE";
        }
    }

    record TceRemove(String on, int argsz, long flags, long startAddr, Pointer pointer)
            implements Operation, HasStruct {
        public TceRemove(String on, int argsz, long flags, long startAddr) {
            this(on, argsz, flags, startAddr, Pointer.GOOD);
        }

        @Override
        public String name() {
            return "VFIO_IOMMU_SPAPR_TCE_REMOVE";
        }
    }

    /** A second descriptor of the same open file. */
    record Dup(String on, String as) implements Operation {
        @Override
        public String name() {
            return "dup";
        }
    }

    /** The calling process makes a child, which has copies of its descriptors and of its memory; {@code as} names it. */
    record Fork(String as) implements Operation {
        @Override
        public String name() {
            return "fork";
        }
    }

    /** The calling process, a child, ends. */
    record Exit() implements Operation {
        @Override
        public String name() {
            return "exit";
        }
    }

    /** A call that another process than the first makes; {@code by} is the name that {@link Fork} gave it. */
    record By(String by, Operation call) implements Operation {
        @Override
        public String name() {
            return call.name();
        }

        @Override
        public String on() {
            return call.on();
        }
    }

    /** A request without a name of its own: number {@code nr} of the type of VFIO, with {@code arg} as it is. */
    record Ioctl(String on, int nr, long arg) implements Operation {
        @Override
        public String name() {
            return "ioctl";
        }
    }

    record DeviceGetInfo(String on, int argsz, Pointer pointer) implements Operation, HasStruct {
        public DeviceGetInfo(String on, int argsz) {
            this(on, argsz, Pointer.GOOD);
        }

        @Override
        public String name() {
            return "VFIO_DEVICE_GET_INFO";
        }
    }

    /** {@code peOp}: the field {@code op} of the struct. */
    record EehPeOp(String on, int argsz, long flags, int peOp, Pointer pointer) implements Operation, HasStruct {
        public EehPeOp(String on, int argsz, long flags, int peOp) {
            this(on, argsz, flags, peOp, Pointer.GOOD);
        }

        @Override
        public String name() {
            return "VFIO_EEH_PE_OP";
        }
    }

    /** What a Type1 container says of itself; its number is that of {@link TceGetInfo}. */
    record IommuGetInfo(String on, int argsz, Pointer pointer) implements Operation, HasStruct {
        public IommuGetInfo(String on, int argsz) {
            this(on, argsz, Pointer.GOOD);
        }

        @Override
        public String name() {
            return "VFIO_IOMMU_GET_INFO";
        }
    }

    /** The device behind {@code on} writes 8 bytes to the bus address {@code iova}; no call, but what calls are for. */
    record DmaWrite(String on, long iova) implements Operation {
        @Override
        public String name() {
            return "dma-write";
        }
    }

    /** The device reads 8 bytes from {@code iova} and writes them to {@code through}, which has to be mapped for it. */
    record DmaRead(String on, long iova, long through) implements Operation {
        @Override
        public String name() {
            return "dma-read";
        }
    }
}
