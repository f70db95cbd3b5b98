// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Pointer;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Iommu;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.engine.state.Window;
import org.vfiooracle.engine.topology.Group;

/**
 * What a request of a log may have been. A log shows numbers, but not what is behind a pointer; for that, the values are tried that
 * programs pass: each container that is open, each device of the group, memory and windows of usual sizes.
 */
final class Candidates {
    /** Memory of the process, as far as anybody knows. */
    static final String MEMORY = "B1";

    static final long MEMORY_SIZE = 1L << 40;

    private static final Pattern NUMBER = Pattern.compile("(?<hex>0x[0-9a-f]+)|(?<decimal>-?[0-9]+)");
    private static final List<String> EXTENSIONS = List.of(
            "",
            "VFIO_TYPE1_IOMMU",
            "VFIO_SPAPR_TCE_IOMMU",
            "VFIO_TYPE1v2_IOMMU",
            "VFIO_DMA_CC_IOMMU",
            "VFIO_EEH",
            "VFIO_TYPE1_NESTING_IOMMU",
            "VFIO_SPAPR_TCE_v2_IOMMU",
            "VFIO_NOIOMMU_IOMMU",
            "VFIO_UNMAP_ALL",
            "VFIO_UPDATE_VADDR");
    private static final long REGION = 1L << 28;
    private static final int READ_AND_WRITE = 3;
    private static final int[] WINDOW_SHIFTS = {16, 12, 24};
    private static final int WINDOW_SIZE_SHIFT = 30;
    private static final int EEH_OPERATIONS = 9;
    private static final int TAKE_ADDRESS_BACK = 4;
    private static final int NEW_ADDRESS = 4;

    private final State state;
    private final long pageSize;

    Candidates(State state, long pageSize) {
        this.state = state;
        this.pageSize = pageSize;
    }

    /**
     * What was called.
     *
     * @param name of the call
     * @param operations what it may have been; none when only its result can be looked at
     * @param exact whether the only candidate is what was called
     */
    record Asked(String name, List<Operation> operations, boolean exact) {
        Asked {
            operations = List.copyOf(operations);
        }

        static Asked exactly(Operation operation) {
            return new Asked(operation.name(), List.of(operation), true);
        }

        static Asked some(List<? extends Operation> operations, String name) {
            return new Asked(name, List.copyOf(operations), false);
        }

        /** All arguments are known; only the file is not. */
        static Asked oneOf(List<Operation> operations, String name) {
            return new Asked(name, operations, true);
        }

        static Asked resultOnly(String name) {
            return new Asked(name, List.of(), false);
        }
    }

    /** Returns what a request may have been; empty when it is none that is modelled. */
    Optional<Asked> of(Event.Requested request) {
        String on = request.file().handle();
        if (request.file() instanceof LoggedFile.Group group) {
            return ofGroup(request, on, group.alias());
        }
        if (request.file() instanceof LoggedFile.Device) {
            return request.names().contains("VFIO_DEVICE_GET_INFO")
                    ? Optional.of(Asked.some(
                            List.of(
                                    new Operation.DeviceGetInfo(on, 16),
                                    new Operation.DeviceGetInfo(on, 16, Pointer.READ_ONLY)),
                            "VFIO_DEVICE_GET_INFO"))
                    : Optional.empty();
        }
        return ofContainer(request, on);
    }

    private Optional<Asked> ofGroup(Event.Requested request, String on, String alias) {
        for (String name : request.names()) {
            switch (name) {
                case "VFIO_GROUP_GET_STATUS" -> {
                    return Optional.of(Asked.some(List.of(new Operation.GetStatus(on, 8)), name));
                }
                case "VFIO_GROUP_SET_CONTAINER" -> {
                    return Optional.of(Asked.some(
                            handles(Handle.ContainerFd.class).stream()
                                    .map(container -> new Operation.SetContainer(on, container))
                                    .toList(),
                            name));
                }
                case "VFIO_GROUP_UNSET_CONTAINER" -> {
                    return Optional.of(Asked.exactly(new Operation.UnsetContainer(on)));
                }
                case "VFIO_GROUP_GET_DEVICE_FD" -> {
                    return Optional.of(Asked.some(devices(on, alias, request.opened()), name));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private List<Operation> devices(String on, String alias, String as) {
        int count = state.topology()
                .group(alias)
                .map(Group::devices)
                .map(List::size)
                .orElse(0);
        List<Operation> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            devices.add(new Operation.GetDeviceFd(on, alias + "." + i, as));
        }
        return devices;
    }

    private Optional<Asked> ofContainer(Event.Requested request, String on) {
        for (String name : request.names()) {
            Optional<Asked> found = ofContainer(request, on, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Asked> ofContainer(Event.Requested request, String on, String name) {
        Optional<Iommu> iommu = state.handle(on)
                .filter(Handle.ContainerFd.class::isInstance)
                .map(handle -> state.container(((Handle.ContainerFd) handle).container()))
                .flatMap(Container::iommu);
        boolean type1 = iommu.filter(Type1.class::isInstance).isPresent();
        Optional<Spapr> spapr = iommu.filter(Spapr.class::isInstance).map(Spapr.class::cast);
        return Optional.ofNullable(
                switch (name) {
                    case "VFIO_GET_API_VERSION" -> Asked.exactly(new Operation.GetApiVersion(on));
                    case "VFIO_CHECK_EXTENSION" ->
                        number(request.argument())
                                .map(extension -> Asked.exactly(new Operation.CheckExtension(on, extension)))
                                .orElse(Asked.resultOnly(name));
                    case "VFIO_SET_IOMMU" ->
                        number(request.argument())
                                .map(type -> Asked.exactly(new Operation.SetIommu(on, type)))
                                .orElse(Asked.resultOnly(name));
                    case "VFIO_IOMMU_ENABLE" -> Asked.exactly(new Operation.Enable(on));
                    case "VFIO_IOMMU_DISABLE" -> Asked.exactly(new Operation.Disable(on));
                    case "VFIO_IOMMU_SPAPR_TCE_GET_INFO" ->
                        type1
                                ? Asked.some(List.of(new Operation.IommuGetInfo(on, 16)), "VFIO_IOMMU_GET_INFO")
                                : Asked.some(
                                        List.of(new Operation.TceGetInfo(on, 32), new Operation.TceGetInfo(on, 16)),
                                        name);
                    case "VFIO_IOMMU_MAP_DMA" -> Asked.some(maps(on, spapr), name);
                    case "VFIO_IOMMU_SPAPR_REGISTER_MEMORY" -> type1 ? null : Asked.some(registrations(on), name);
                    case "VFIO_IOMMU_SPAPR_TCE_CREATE" -> Asked.some(creations(on), name);
                    case "VFIO_IOMMU_SPAPR_TCE_REMOVE" -> Asked.some(removals(on, spapr), name);
                    case "VFIO_IOMMU_UNMAP_DMA" -> Asked.some(unmaps(on, spapr), name);
                    case "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY" ->
                        type1
                                ? null
                                : Asked.some(
                                        List.of(new Operation.UnregisterMemory(on, 24, 0, memory(0), REGION)), name);
                    case "VFIO_EEH_PE_OP" -> Asked.some(eeh(on), name);
                    default -> null;
                });
    }

    private static Optional<Integer> number(String argument) {
        int named = EXTENSIONS.indexOf(argument);
        if (named > 0) {
            return Optional.of(named);
        }
        Matcher number = NUMBER.matcher(argument);
        if (!number.lookingAt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    number.group("hex") != null
                            ? Integer.parseUnsignedInt(number.group("hex").substring(2), 16)
                            : Integer.parseInt(number.group("decimal")));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private List<String> handles(Class<? extends Handle> kind) {
        return state.handles().entrySet().stream()
                .filter(entry -> kind.isInstance(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Address memory(int index) {
        return new Address.InBuffer(MEMORY, index * REGION);
    }

    /** Memory that was not registered before, and memory that was. */
    private List<Operation> registrations(String on) {
        int next = state.regions().size();
        return List.of(
                new Operation.RegisterMemory(on, 24, 0, memory(next), REGION),
                new Operation.RegisterMemory(on, 24, 0, memory(0), REGION));
    }

    private List<Operation> maps(String on, Optional<Spapr> spapr) {
        long start = spapr.flatMap(one -> one.windows().values().stream().findFirst())
                .map(Window::start)
                .orElse(0L);
        return List.of(
                new Operation.MapDma(on, 32, READ_AND_WRITE, memory(0), start, pageSize),
                new Operation.MapDma(on, 32, NEW_ADDRESS, memory(0), start, pageSize));
    }

    private List<Operation> unmaps(String on, Optional<Spapr> spapr) {
        long start = spapr.flatMap(one -> one.windows().values().stream().findFirst())
                .map(Window::start)
                .orElse(0L);
        return List.of(
                new Operation.UnmapDma(on, 24, 0, start, pageSize),
                new Operation.UnmapDma(on, 24, TAKE_ADDRESS_BACK, start, pageSize));
    }

    private static List<Operation> eeh(String on) {
        List<Operation> operations = new ArrayList<>();
        for (int op = 0; op < EEH_OPERATIONS; op++) {
            operations.add(new Operation.EehPeOp(on, 12, 0, op));
        }
        return operations;
    }

    private static List<Operation> creations(String on) {
        List<Operation> creations = new ArrayList<>();
        for (int shift : WINDOW_SHIFTS) {
            creations.add(new Operation.TceCreate(on, 40, 0, shift, 1L << WINDOW_SIZE_SHIFT, 1));
        }
        return creations;
    }

    private static List<Operation> removals(String on, Optional<Spapr> spapr) {
        List<Operation> removals = new ArrayList<>();
        spapr.ifPresent(one -> one.windows()
                .values()
                .forEach(window -> removals.add(new Operation.TceRemove(on, 16, 0, window.start()))));
        removals.add(new Operation.TceRemove(on, 16, 0, 0));
        return removals;
    }
}
