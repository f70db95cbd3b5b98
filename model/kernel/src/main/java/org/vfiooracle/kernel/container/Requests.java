// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProcessCall;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Catalogue;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.kernel.spapr.DeviceDma;
import org.vfiooracle.kernel.spapr.EehCalls;
import org.vfiooracle.kernel.spapr.InfoCalls;
import org.vfiooracle.kernel.spapr.MapCalls;
import org.vfiooracle.kernel.spapr.MemoryCalls;
import org.vfiooracle.kernel.spapr.SpaprProcedures;
import org.vfiooracle.kernel.spapr.WindowCalls;
import org.vfiooracle.kernel.type1.DirtyPages;
import org.vfiooracle.kernel.type1.Type1Attach;
import org.vfiooracle.kernel.type1.Type1Dma;
import org.vfiooracle.kernel.type1.Type1Info;
import org.vfiooracle.kernel.type1.Type1Map;
import org.vfiooracle.kernel.type1.Type1Procedures;
import org.vfiooracle.kernel.type1.Type1Unmap;

/** Which procedure answers which operation. A test holds that every operation is here. */
public final class Requests {
    private static final Map<Class<? extends Operation>, Procedure.Name<?>> BY_OPERATION = Map.ofEntries(
            Map.entry(Operation.OpenContainer.class, Descriptors.OPEN_CONTAINER),
            Map.entry(Operation.OpenGroup.class, Descriptors.OPEN_GROUP),
            Map.entry(Operation.Close.class, Descriptors.CLOSE),
            Map.entry(Operation.GetApiVersion.class, ContainerCalls.GET_API_VERSION),
            Map.entry(Operation.CheckExtension.class, ContainerCalls.CHECK_EXTENSION),
            Map.entry(Operation.SetIommu.class, ContainerCalls.SET_IOMMU),
            Map.entry(Operation.GetStatus.class, GroupCalls.GET_STATUS),
            Map.entry(Operation.SetContainer.class, GroupCalls.SET_CONTAINER),
            Map.entry(Operation.UnsetContainer.class, GroupCalls.UNSET_CONTAINER),
            Map.entry(Operation.GetDeviceFd.class, GroupCalls.GET_DEVICE_FD),
            Map.entry(Operation.TceGetInfo.class, InfoCalls.GET_INFO),
            Map.entry(Operation.Enable.class, InfoCalls.ENABLE),
            Map.entry(Operation.Disable.class, InfoCalls.DISABLE),
            Map.entry(Operation.RegisterMemory.class, MemoryCalls.REGISTER),
            Map.entry(Operation.UnregisterMemory.class, MemoryCalls.UNREGISTER),
            Map.entry(Operation.MapDma.class, MapCalls.MAP),
            Map.entry(Operation.UnmapDma.class, MapCalls.UNMAP),
            Map.entry(Operation.TceCreate.class, WindowCalls.CREATE),
            Map.entry(Operation.TceRemove.class, WindowCalls.REMOVE),
            Map.entry(Operation.EehPeOp.class, EehCalls.EEH_PE_OP),
            Map.entry(Operation.IommuGetInfo.class, InfoCalls.IOMMU_GET_INFO),
            Map.entry(Operation.DmaWrite.class, DeviceDma.WRITE),
            Map.entry(Operation.DmaRead.class, DeviceDma.READ),
            Map.entry(Operation.DeviceGetInfo.class, DeviceCalls.GET_INFO),
            Map.entry(Operation.Ioctl.class, UnknownRequests.IOCTL),
            Map.entry(Operation.Dup.class, ProcessCalls.DUP),
            Map.entry(Operation.Fork.class, ProcessCalls.FORK),
            Map.entry(Operation.Exit.class, ProcessCalls.EXIT),
            Map.entry(ProcessCall.SetLimit.class, ProcessChanges.LIMIT),
            Map.entry(ProcessCall.SetCapabilities.class, ProcessChanges.CAPABILITIES),
            Map.entry(ProcessCall.MapDevice.class, DeviceMappings.MAP),
            Map.entry(ProcessCall.UnmapDevice.class, DeviceMappings.UNMAP),
            Map.entry(ProcessCall.MapMemory.class, ProcessChanges.MAP),
            Map.entry(ProcessCall.UnmapMemory.class, ProcessChanges.UNMAP),
            Map.entry(ProcessCall.ProtectMemory.class, ProcessChanges.PROTECT));

    /** What a container answers otherwise when its IOMMU driver is Type1. */
    private static final Map<Class<? extends Operation>, Procedure.Name<?>> OF_TYPE1 = Map.of(
            Operation.MapDma.class, Type1Map.MAP,
            Operation.UnmapDma.class, Type1Unmap.UNMAP,
            Operation.RegisterMemory.class, DirtyPages.DIRTY_PAGES,
            Operation.IommuGetInfo.class, Type1Info.GET_INFO,
            Operation.TceGetInfo.class, Type1Info.TCE_GET_INFO);

    /** What a device does otherwise in such a container. */
    private static final Map<Class<? extends Operation>, Procedure.Name<?>> IN_TYPE1 = Map.of(
            Operation.DmaWrite.class, Type1Dma.WRITE,
            Operation.DmaRead.class, Type1Dma.READ);

    private static final Catalogue CATALOGUE = assemble();

    private Requests() {}

    /** The procedures of all releases. */
    public static Catalogue catalogue() {
        return CATALOGUE;
    }

    /** Performs the operation of {@code call} as {@code catalogue} has it. */
    public static Progress perform(Catalogue catalogue, Call<Operation> call) {
        Operation asked = underOneName(call.state(), call.args());
        return performAs(catalogue, name(call.state(), asked), call, asked);
    }

    /** Both drivers have a request of the number by which a device is asked for something else. */
    private static Operation underOneName(State state, Operation operation) {
        return operation instanceof Operation.IommuGetInfo info
                        && state.handle(info.on()).orElse(null) instanceof Handle.DeviceFd
                ? new Operation.TceGetInfo(info.on(), info.argsz(), info.flags(), info.pointer())
                : operation;
    }

    /**
     * Returns the name of the procedure that answers an operation.
     *
     * @throws IllegalStateException when none does: a defect of the model
     */
    public static Procedure.Name<?> name(Operation operation) {
        Procedure.Name<?> name = BY_OPERATION.get(operation.getClass());
        if (name == null) {
            throw new IllegalStateException("no procedure answers " + operation.name());
        }
        return name;
    }

    /** The same request may be another one to another driver. */
    private static Procedure.Name<?> name(State state, Operation operation) {
        Handle handle = state.handle(operation.on()).orElse(null);
        if (handle instanceof Handle.DeviceFd && operation instanceof Operation.TceGetInfo) {
            return DeviceCalls.HOT_RESET_INFO;
        }
        if (handle == null || !isOfType1(state, handle)) {
            return name(operation);
        }
        Procedure.Name<?> other = (handle instanceof Handle.DeviceFd ? IN_TYPE1 : OF_TYPE1).get(operation.getClass());
        return other == null ? name(operation) : other;
    }

    private static boolean isOfType1(State state, Handle handle) {
        Optional<String> container = container(state, handle);
        return container.isPresent() && state.container(container.get()).iommu().orElse(null) instanceof Type1;
    }

    private static Optional<String> container(State state, Handle handle) {
        if (handle instanceof Handle.ContainerFd fd) {
            return Optional.of(fd.container());
        }
        return handle instanceof Handle.DeviceFd fd ? state.group(fd.group()).container() : Optional.empty();
    }

    private static <O> Progress performAs(
            Catalogue catalogue, Procedure.Name<O> name, Call<Operation> call, Operation asked) {
        O operation = name.argument().cast(asked);
        return catalogue.find(name).perform(new Call<>(call.state(), operation, call.profile(), call.catalogue()));
    }

    private static Catalogue assemble() {
        List<Procedure<?>> all = new ArrayList<>();
        all.addAll(Descriptors.procedures());
        all.addAll(Joining.procedures());
        all.addAll(ContainerCalls.procedures());
        all.addAll(GroupCalls.procedures());
        all.addAll(DeviceCalls.procedures());
        all.addAll(UnknownRequests.procedures());
        all.addAll(ProcessCalls.procedures());
        all.addAll(ProcessChanges.procedures());
        all.addAll(DeviceMappings.procedures());
        all.addAll(DeviceDma.procedures());
        all.addAll(Type1Dma.procedures());
        all.addAll(Type1Procedures.requests());
        all.addAll(SpaprProcedures.shared());
        all.addAll(SpaprProcedures.requests());
        all.addAll(Type1Attach.procedures());
        return Catalogue.of(all);
    }
}
