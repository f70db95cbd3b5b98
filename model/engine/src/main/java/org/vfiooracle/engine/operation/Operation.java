// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

import static org.vfiooracle.engine.operation.HandleKind.ANY;
import static org.vfiooracle.engine.operation.HandleKind.CONTAINER;
import static org.vfiooracle.engine.operation.HandleKind.DEVICE;
import static org.vfiooracle.engine.operation.HandleKind.GROUP;

import org.vfiooracle.engine.operation.Declared.Constant;
import org.vfiooracle.engine.operation.Declared.Driver;
import org.vfiooracle.engine.operation.Declared.Out;
import org.vfiooracle.engine.operation.Declared.Passed;
import org.vfiooracle.engine.operation.Declared.Remark;
import org.vfiooracle.engine.operation.Declared.Seldom;
import org.vfiooracle.engine.operation.Declared.Spelled;
import org.vfiooracle.engine.operation.Declared.Told;
import org.vfiooracle.engine.operation.Declared.U32;
import org.vfiooracle.engine.operation.Declared.U64;

/**
 * One call that an implementation receives, named and argumented as {@code <linux/vfio.h>} spells it. {@code on} is the
 * handle of the descriptor it is made on; {@code as} names the descriptor it returns. Sizes and addresses are in bytes.
 * A record with its annotations is all that is declared of a call ({@link Declared}).
 */
public sealed interface Operation
        permits Operation.OpenContainer,
                Operation.OpenGroup,
                Operation.Close,
                Operation.Dup,
                Operation.Fork,
                Operation.Exit,
                Operation.By,
                Operation.Ioctl,
                Operation.GetApiVersion,
                Operation.CheckExtension,
                Operation.SetIommu,
                Operation.GetStatus,
                Operation.SetContainer,
                Operation.UnsetContainer,
                Operation.GetDeviceFd,
                Operation.DeviceGetInfo,
                Operation.IommuGetInfo,
                Operation.TceGetInfo,
                Operation.MapDma,
                Operation.UnmapDma,
                Operation.Enable,
                Operation.Disable,
                Operation.RegisterMemory,
                Operation.UnregisterMemory,
                Operation.TceCreate,
                Operation.TceRemove,
                Operation.EehPeOp,
                Operation.DmaWrite,
                Operation.DmaRead,
                Repeat,
                ProcessCall,
                ProgramCall {
    /** The name of the call: a system call in lower case or a VFIO request. */
    default String name() {
        return CallName.of(getClass());
    }

    /** The handle the call is made on; empty for {@code open}. */
    default String on() {
        return "";
    }

    /** Opens {@code /dev/vfio/vfio}. */
    @Declared(name = "open", constant = @Constant(key = "path", value = "/dev/vfio/vfio"))
    record OpenContainer(String as) implements Operation {}

    /** Opens {@code /dev/vfio/N} of a group, which is named by its alias in the topology, or {@link #NONE}. */
    @Declared(name = "open")
    record OpenGroup(@Spelled(Spelling.GROUP) String group, String as) implements Operation {
        /** Instead of an alias: a number that no group has. */
        public static final String NONE = "none";
    }

    /** A descriptor is closed. */
    @Declared(name = "close", on = ANY)
    record Close(String on) implements Operation {}

    /** A second descriptor of the same open file. */
    @Declared(name = "dup", on = ANY)
    record Dup(String on, String as) implements Operation {}

    /** The calling process makes a child, which has copies of its descriptors and of its memory; {@code as} names it. */
    @Declared(name = "fork")
    record Fork(@Remark("names the child") String as) implements Operation {}

    /** The calling process, a child, ends. */
    @Declared(name = "exit")
    record Exit() implements Operation {}

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
    @Declared(name = "ioctl", on = ANY)
    record Ioctl(String on, @Remark("0 to 255") int nr, long arg) implements Operation {}

    /** Which version of VFIO the kernel has. */
    @Declared(name = "VFIO_GET_API_VERSION", on = CONTAINER, nr = 100)
    record GetApiVersion(String on) implements Operation {}

    /** Whether the kernel knows an IOMMU type, or something else that has a number of that list. */
    @Declared(name = "VFIO_CHECK_EXTENSION", on = CONTAINER, nr = 101)
    record CheckExtension(String on, @Passed int extension) implements Operation {}

    /** The container gets an IOMMU driver. */
    @Declared(name = "VFIO_SET_IOMMU", on = CONTAINER, nr = 102)
    record SetIommu(String on, @Passed int type) implements Operation {}

    /** What a group says of itself. */
    @Declared(
            name = "VFIO_GROUP_GET_STATUS",
            on = GROUP,
            nr = 103,
            size = 8,
            out = @Out(value = OutField.FLAGS, at = 4))
    record GetStatus(
            String on, @U32(0) int argsz, @U32(4) @Seldom long flags, Pointer pointer) implements Operation, HasStruct {
        public GetStatus(String on, int argsz) {
            this(on, argsz, Pointer.GOOD);
        }

        public GetStatus(String on, int argsz, Pointer pointer) {
            this(on, argsz, 0, pointer);
        }
    }

    /** The group is put into a container; {@code container} is a handle, or {@link #CLOSED}. */
    @Declared(name = "VFIO_GROUP_SET_CONTAINER", on = GROUP, nr = 104, size = 4)
    record SetContainer(
            String on, @U32(0) @Spelled(Spelling.DESCRIPTOR) String container, Pointer pointer) implements Operation {
        /** Instead of a handle: a number that no open descriptor has. A handle that is not open is -1. */
        public static final String CLOSED = "closed";

        public SetContainer(String on, String container) {
            this(on, container, Pointer.GOOD);
        }
    }

    /** The group leaves its container. */
    @Declared(name = "VFIO_GROUP_UNSET_CONTAINER", on = GROUP, nr = 105)
    record UnsetContainer(String on) implements Operation {}

    /** A device of the group is opened; {@code device} is an alias of the topology: group and ordinal, {@code A.0}. */
    @Declared(name = "VFIO_GROUP_GET_DEVICE_FD", on = GROUP, nr = 106, least = 1)
    record GetDeviceFd(
            String on, @Passed @Spelled(Spelling.DEVICE) String device, String as, Pointer pointer)
            implements Operation {
        public GetDeviceFd(String on, String device, String as) {
            this(on, device, as, Pointer.GOOD);
        }
    }

    /** What a device says of itself. */
    @Declared(
            name = "VFIO_DEVICE_GET_INFO",
            on = DEVICE,
            nr = 107,
            size = 16,
            out = {
                @Out(value = OutField.FLAGS, at = 4),
                @Out(value = OutField.NUM_REGIONS, at = 8),
                @Out(value = OutField.NUM_IRQS, at = 12)
            })
    record DeviceGetInfo(
            String on, @U32(0) int argsz, @U32(4) @Seldom long flags, Pointer pointer) implements Operation, HasStruct {
        public DeviceGetInfo(String on, int argsz) {
            this(on, argsz, Pointer.GOOD);
        }

        public DeviceGetInfo(String on, int argsz, Pointer pointer) {
            this(on, argsz, 0, pointer);
        }
    }

    /** What a Type1 container says of itself; its number is that of {@link TceGetInfo}. */
    @Declared(
            name = "VFIO_IOMMU_GET_INFO",
            on = CONTAINER,
            nr = 112,
            size = 16,
            driver = Driver.TYPE1,
            out = {
                @Out(value = OutField.FLAGS, at = 4),
                @Out(value = OutField.IOVA_PGSIZES, at = 8, bytes = 8),
                @Out(value = OutField.CAP_OFFSET, at = 16),
                @Out(value = OutField.ARGSZ, at = 0, told = Told.CHANGED),
                @Out(value = OutField.PGSIZE_BITMAP, capability = 2, at = 16, bytes = 8),
                @Out(value = OutField.MAX_DIRTY_BITMAP_SIZE, capability = 2, at = 24, bytes = 8),
                @Out(value = OutField.AVAIL, capability = 3, at = 8),
                @Out(value = OutField.NR_IOVAS, capability = 1, at = 8),
                @Out(value = OutField.IOVA_0_START, capability = 1, at = 16, bytes = 8),
                @Out(value = OutField.IOVA_0_END, capability = 1, at = 24, bytes = 8),
                @Out(value = OutField.IOVA_1_START, capability = 1, at = 32, bytes = 8),
                @Out(value = OutField.IOVA_1_END, capability = 1, at = 40, bytes = 8)
            })
    record IommuGetInfo(
            String on, @U32(0) int argsz, @U32(4) @Seldom long flags, Pointer pointer) implements Operation, HasStruct {
        public IommuGetInfo(String on, int argsz) {
            this(on, argsz, Pointer.GOOD);
        }

        public IommuGetInfo(String on, int argsz, Pointer pointer) {
            this(on, argsz, 0, pointer);
        }
    }

    /** What an sPAPR container says of its default window and of those that can be made. */
    @Declared(
            name = "VFIO_IOMMU_SPAPR_TCE_GET_INFO",
            on = CONTAINER,
            nr = 112,
            size = 32,
            least = 16,
            driver = Driver.SPAPR,
            out = {
                @Out(value = OutField.FLAGS, at = 4),
                @Out(value = OutField.DMA32_WINDOW_START, at = 8),
                @Out(value = OutField.DMA32_WINDOW_SIZE, at = 12),
                @Out(value = OutField.DDW_PGSIZES, at = 16, bytes = 8),
                @Out(value = OutField.DDW_MAX_DYNAMIC_WINDOWS_SUPPORTED, at = 24),
                @Out(value = OutField.DDW_LEVELS, at = 28)
            })
    record TceGetInfo(
            String on, @U32(0) int argsz, @U32(4) @Seldom long flags, Pointer pointer) implements Operation, HasStruct {
        public TceGetInfo(String on, int argsz) {
            this(on, argsz, Pointer.GOOD);
        }

        public TceGetInfo(String on, int argsz, Pointer pointer) {
            this(on, argsz, 0, pointer);
        }
    }

    /** Memory is mapped; {@code flags}: 1 the device may read, 2 it may write. */
    @Declared(name = "VFIO_IOMMU_MAP_DMA", on = CONTAINER, nr = 113, size = 32)
    record MapDma(
            String on,
            @U32(0) int argsz,
            @U32(4) @Remark("1 read, 2 write") long flags,
            @U64(8) Address vaddr,
            @U64(16) long iova,
            @U64(24) long size,
            Pointer pointer)
            implements Operation, HasStruct {
        public MapDma(String on, int argsz, long flags, Address vaddr, long iova, long size) {
            this(on, argsz, flags, vaddr, iova, size, Pointer.GOOD);
        }
    }

    /** A range of bus addresses is unmapped. */
    @Declared(
            name = "VFIO_IOMMU_UNMAP_DMA",
            on = CONTAINER,
            nr = 114,
            size = 24,
            out = @Out(value = OutField.SIZE, at = 16, bytes = 8, told = Told.BY_TYPE1))
    record UnmapDma(
            String on,
            @U32(0) int argsz,
            @U32(4) long flags,
            @U64(8) long iova,
            @U64(16) long size,
            Pointer pointer) implements Operation, HasStruct {
        public UnmapDma(String on, int argsz, long flags, long iova, long size) {
            this(on, argsz, flags, iova, size, Pointer.GOOD);
        }
    }

    /** An sPAPR container of version 1 begins to work. */
    @Declared(name = "VFIO_IOMMU_ENABLE", on = CONTAINER, nr = 115)
    record Enable(String on) implements Operation {}

    /** It ends to work. */
    @Declared(name = "VFIO_IOMMU_DISABLE", on = CONTAINER, nr = 116)
    record Disable(String on) implements Operation {}

    /** Memory is registered with an sPAPR container of version 2; Type1 has another request of this number. */
    @Declared(name = "VFIO_IOMMU_SPAPR_REGISTER_MEMORY", on = CONTAINER, nr = 117, size = 24)
    record RegisterMemory(
            String on,
            @U32(0) int argsz,
            @U32(4) long flags,
            @U64(8) Address vaddr,
            @U64(16) long size,
            Pointer pointer)
            implements Operation, HasStruct {
        public RegisterMemory(String on, int argsz, long flags, Address vaddr, long size) {
            this(on, argsz, flags, vaddr, size, Pointer.GOOD);
        }
    }

    /** Registered memory is given back. */
    @Declared(name = "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY", on = CONTAINER, nr = 118, size = 24)
    record UnregisterMemory(
            String on,
            @U32(0) int argsz,
            @U32(4) long flags,
            @U64(8) Address vaddr,
            @U64(16) long size,
            Pointer pointer)
            implements Operation, HasStruct {
        public UnregisterMemory(String on, int argsz, long flags, Address vaddr, long size) {
            this(on, argsz, flags, vaddr, size, Pointer.GOOD);
        }
    }

    /** A window is made. */
    @Declared(
            name = "VFIO_IOMMU_SPAPR_TCE_CREATE",
            on = CONTAINER,
            nr = 119,
            size = 40,
            out = @Out(value = OutField.START_ADDR, at = 32, bytes = 8))
    record TceCreate(
            String on,
            @U32(0) int argsz,
            @U32(4) long flags,
            @U32(8) int pageShift,
            @U32(12) @Seldom long resv1,
            @U64(16) long windowSize,
            @U32(24) int levels,
            @U32(28) @Seldom long resv2,
            Pointer pointer)
            implements Operation, HasStruct {
        public TceCreate(String on, int argsz, long flags, int pageShift, long windowSize, int levels) {
            this(on, argsz, flags, pageShift, windowSize, levels, Pointer.GOOD);
        }

        public TceCreate(
                String on, int argsz, long flags, int pageShift, long windowSize, int levels, Pointer pointer) {
            this(on, argsz, flags, pageShift, 0, windowSize, levels, 0, pointer);
        }
    }

    /** The window that begins at {@code startAddr} is removed. */
    @Declared(name = "VFIO_IOMMU_SPAPR_TCE_REMOVE", on = CONTAINER, nr = 120, size = 16)
    record TceRemove(
            String on,
            @U32(0) int argsz,
            @U32(4) long flags,
            @U64(8) long startAddr,
            Pointer pointer) implements Operation, HasStruct {
        public TceRemove(String on, int argsz, long flags, long startAddr) {
            this(on, argsz, flags, startAddr, Pointer.GOOD);
        }
    }

    /**
     * EEH of the groups of a container is told or asked something; {@code peOp} is the field {@code op} of the struct, and the
     * four behind it are those of the error that operation 9 injects.
     */
    @Declared(name = "VFIO_EEH_PE_OP", on = CONTAINER, nr = 121, size = 12)
    record EehPeOp(
            String on,
            @U32(0) int argsz,
            @U32(4) long flags,
            @U32(8) @Remark("field `op` of the struct") int peOp,
            @U32(16) @Seldom int errType,
            @U32(20) @Seldom int errFunc,
            @U64(24) @Seldom long errAddr,
            @U64(32) @Seldom long errMask,
            Pointer pointer)
            implements Operation, HasStruct {
        public EehPeOp(String on, int argsz, long flags, int peOp) {
            this(on, argsz, flags, peOp, Pointer.GOOD);
        }

        public EehPeOp(String on, int argsz, long flags, int peOp, Pointer pointer) {
            this(on, argsz, flags, peOp, 0, 0, 0, 0, pointer);
        }
    }

    /** The device behind {@code on} writes 8 bytes to the bus address {@code iova}; no call, but what calls are for. */
    @Declared(name = "dma-write", on = DEVICE, out = @Out(OutField.LANDED))
    record DmaWrite(String on, long iova) implements Operation {}

    /** The device reads 8 bytes from {@code iova} and writes them to {@code through}, which has to be mapped for it. */
    @Declared(name = "dma-read", on = DEVICE, out = @Out(OutField.FETCHED))
    record DmaRead(String on, long iova, long through) implements Operation {}
}
