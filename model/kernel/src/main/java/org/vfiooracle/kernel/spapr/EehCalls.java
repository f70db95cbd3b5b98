// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.List;
import java.util.stream.Stream;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
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
                        call -> !call.hardware().eeh()),
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
                        call -> call.args().peOp() > INJECT_ERR),
                Check.that(
                        "spapr.eeh.inject-argsz",
                        EEH,
                        "Injecting an error requires the struct that describes the error",
                        Errno.EINVAL,
                        call -> call.args().peOp() == INJECT_ERR && call.args().argsz() < INJECT_STRUCT_SIZE),
                Check.that(
                        "spapr.eeh.no-reset",
                        LinuxFile.EEH_POWERNV
                                .in("pnv_eeh_root_reset")
                                .of(Releases.to("4.9"))
                                .seen("4.4.11"),
                        "Up to 4.9, ending a reset that was never begun fails on a PE directly below its bridge",
                        Errno.EIO,
                        EehCalls::endsNoReset),
                Step.of("perform", EehCalls::perform)));
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

    private static Progress perform(Call<Operation.EehPeOp> call) {
        return switch (call.args().peOp()) {
            case INJECT_ERR -> throw new NotModelled("an injected error, which the struct of a case cannot describe");
            case GET_STATE -> state(call);
            case RESET_HOT, RESET_FUNDAMENTAL -> Progress.done(reset(call, true));
            case RESET_DEACTIVATE -> Progress.done(reset(call, false));
            default -> Progress.done(call.state());
        };
    }

    /** A bridge freezes a PE before it resets it, and Linux would tell that; emulated PHB3 and PHB4 freeze nothing: 0. */
    private static Progress state(Call<Operation.EehPeOp> call) {
        if (attached(call).anyMatch(GroupState::inReset)) {
            throw new NotModelled(
                    "the state of a PE in reset, which a real bridge has frozen and an emulated one has not");
        }
        return Progress.done(call.state());
    }

    private static State reset(Call<Operation.EehPeOp> call, boolean held) {
        return attached(call).map(group -> group.reset(held)).reduce(call.state(), State::with, (first, last) -> last);
    }

    private static Stream<GroupState> attached(Call<Operation.EehPeOp> call) {
        return DriverCalls.spapr(call).attached().stream()
                .map(alias -> call.state().group(alias));
    }
}
