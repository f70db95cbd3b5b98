// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.List;
import java.util.stream.Stream;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.GroupState;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.kernel.descriptor.AskedFirst;
import org.vfiooracle.kernel.memory.Structs;

/** EEH_PE_OP: freezing, resetting and asking the PEs of a container, newest group first. */
public final class EehCalls {
    public static final Procedure.Name<Operation.EehPeOp> EEH_PE_OP =
            new Procedure.Name<>("VFIO_EEH_PE_OP", Operation.EehPeOp.class);

    private static final Source EEH = LinuxFile.SPAPR_EEH
            .in("vfio_spapr_iommu_eeh_ioctl")
            .then(LinuxFile.SPAPR_TCE, "vfio_spapr_ioctl_eeh_pe_op", Releases.from("6.2"));
    private static final int STRUCT_SIZE = 12;
    private static final int INJECT_STRUCT_SIZE = 40;
    private static final int INJECT_ERR = 9;
    private static final int GET_STATE = 4;
    private static final int RESET_DEACTIVATE = 5;
    private static final int RESET_HOT = 6;
    private static final int RESET_FUNDAMENTAL = 7;

    /** The state of a PE that does neither MMIO nor DMA. */
    private static final long STOPPED = 2;

    private static final Rule FROZEN = Rule.inferred(
            "spapr.eeh.frozen",
            LinuxFile.EEH.in("eeh_pe_reset").then(LinuxFile.EEH, "eeh_pe_get_state"),
            "A PE is frozen until its reset has ended, which its state 2 tells; emulated bridges freeze nothing");

    private static final Rule INJECTED_TYPE = Rule.read(
            "spapr.eeh.inject-type",
            LinuxFile.EEH
                    .in("eeh_pe_inject_err", Releases.to("6.11"))
                    .then(LinuxFile.EEH_POWERNV, "pnv_eeh_err_inject", Releases.from("6.12"))
                    .seen("6.12"),
            "An injected error is of addresses of 32 bits or of 64");

    private EehCalls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(Procedure.of(
                EEH_PE_OP,
                Rule.read(
                        "spapr.eeh.done",
                        EEH,
                        "The operation runs on every PE, newest group first, until one returns a result other than 0 (a healthy PE returns 0)"),
                AskedFirst.open(),
                AskedFirst.kind(Handle.ContainerFd.class),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
                DriverCalls.notType1(),
                Check.that(
                        Rule.inferred("spapr.eeh.unsupported", EEH, "The firmware must support EEH for the group"),
                        Errno.ENODEV,
                        EehCalls::unsupported),
                Structs.read(),
                Structs.atLeast(
                        Rule.read("spapr.eeh.argsz", EEH, "argsz must cover the operation number"), STRUCT_SIZE),
                Check.that(
                        "spapr.eeh.flags",
                        EEH,
                        "VFIO_EEH_PE_OP accepts no flags",
                        Errno.EINVAL,
                        call -> call.args().flags() != 0),
                Check.that(
                        "spapr.eeh.unknown",
                        EEH,
                        "This EEH operation does not exist",
                        Errno.EINVAL,
                        call -> Integer.compareUnsigned(call.args().peOp(), INJECT_ERR) > 0),
                Check.that(
                        "spapr.eeh.inject-argsz",
                        EEH,
                        "Injecting an error requires the struct that describes the error",
                        Errno.EINVAL,
                        call -> injects(call)
                                && Integer.compareUnsigned(call.args().argsz(), INJECT_STRUCT_SIZE) < 0),
                Check.that(
                        INJECTED_TYPE,
                        Releases.to("6.11"),
                        Errno.EINVAL,
                        call -> injects(call) && !error(call).hasKnownType()),
                Check.that(
                        "spapr.eeh.inject-function",
                        LinuxFile.EEH.in("eeh_pe_inject_err"),
                        "An injected error has one of 20 functions",
                        Errno.EINVAL,
                        call -> injects(call) && !error(call).hasKnownFunction()),
                Check.that(
                        INJECTED_TYPE,
                        Releases.from("6.12"),
                        Errno.ERANGE,
                        call -> injects(call) && !error(call).hasKnownType()),
                Check.that(
                        "spapr.eeh.inject-refused",
                        LinuxFile.EEH_POWERNV
                                .in("pnv_eeh_err_inject")
                                .seen("6.12, with skiboot's phb3_err_inject and phb4_err_inject"),
                        "The firmware injects only the errors that its bridge has registers for, and only errors of DMA that a window of the PE allows",
                        Errno.EIO,
                        call -> injects(call) && refused(call)),
                Check.that(
                        "spapr.eeh.no-reset",
                        LinuxFile.EEH_POWERNV
                                .in("pnv_eeh_root_reset")
                                .of(Releases.to("4.9"))
                                .seen("4.4.11"),
                        "Up to 4.9, ending a reset that was never begun fails on a PE directly below its bridge",
                        Errno.EIO,
                        EehCalls::endsNoReset),
                Step.<Operation.EehPeOp>of("perform", EehCalls::perform).giving(FROZEN)));
    }

    /** Whether a reset is ended of a PE below whose bridge there is no switch: no other group is on its PHB. */
    private static boolean endsNoReset(Call<Operation.EehPeOp> call) {
        List<Group> groups = call.state().topology().groups();
        return call.args().peOp() == RESET_DEACTIVATE
                && DriverCalls.spapr(call).attached().stream()
                        .map(alias -> call.state().topology().group(alias).orElseThrow())
                        .anyMatch(attached -> groups.stream()
                                .noneMatch(other -> other.phb() == attached.phb() && !other.equals(attached)));
    }

    /** What is known of partitions was seen in emulated ones; firmware of PowerVM may have EEH. */
    private static boolean unsupported(Call<Operation.EehPeOp> call) {
        boolean partition = call.hardware().tables() == Hardware.Tables.HYPERVISOR;
        if (partition && !call.state().topology().emulated()) {
            throw new NotModelled("EEH in a partition that is not emulated, whose firmware may have it");
        }
        return !call.hardware().eeh();
    }

    private static boolean injects(Call<Operation.EehPeOp> call) {
        return call.args().peOp() == INJECT_ERR;
    }

    private static ErrorInjection error(Call<Operation.EehPeOp> call) {
        return ErrorInjection.of(call.args());
    }

    private static boolean refused(Call<Operation.EehPeOp> call) {
        return !error(call)
                .allowed(
                        call.hardware().injection(),
                        DriverCalls.spapr(call).windows().keySet());
    }

    private static Progress perform(Call<Operation.EehPeOp> call) {
        return switch (call.args().peOp()) {
            case GET_STATE -> state(call);
            case RESET_HOT, RESET_FUNDAMENTAL -> Progress.done(reset(call, true));
            case RESET_DEACTIVATE -> Progress.done(reset(call, false));
            default -> Progress.done(call.state());
        };
    }

    /** Linux freezes a PE before it resets it, and a real bridge tells that; emulated PHB3 and PHB4 freeze nothing: 0. */
    private static Progress state(Call<Operation.EehPeOp> call) {
        return attached(call).anyMatch(GroupState::inReset)
                        && !call.state().topology().emulated()
                ? new Progress.Stopped(call.state(), List.of(), FROZEN, new Answer.Value(STOPPED))
                : Progress.done(call.state());
    }

    private static State reset(Call<Operation.EehPeOp> call, boolean held) {
        return attached(call).map(group -> group.reset(held)).reduce(call.state(), State::with, (first, last) -> last);
    }

    private static Stream<GroupState> attached(Call<Operation.EehPeOp> call) {
        return DriverCalls.spapr(call).attached().stream()
                .map(alias -> call.state().group(alias));
    }
}
