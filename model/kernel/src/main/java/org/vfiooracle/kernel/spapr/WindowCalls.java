// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Membership;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.Window;
import org.vfiooracle.kernel.descriptor.AskedFirst;
import org.vfiooracle.kernel.memory.Structs;

/** TCE_CREATE and TCE_REMOVE. */
public final class WindowCalls {
    public static final Procedure.Name<Operation.TceCreate> CREATE =
            new Procedure.Name<>("VFIO_IOMMU_SPAPR_TCE_CREATE", Operation.TceCreate.class);
    public static final Procedure.Name<Operation.TceRemove> REMOVE =
            new Procedure.Name<>("VFIO_IOMMU_SPAPR_TCE_REMOVE", Operation.TceRemove.class);

    private static final Source IOCTL = LinuxFile.SPAPR_TCE.in("tce_iommu_ioctl");
    private static final int CREATE_SIZE = 40;
    private static final int REMOVE_SIZE = 16;
    private static final Releases BINDS = Eras.PENDING;

    private static final Rule CANCELLED = Rule.read(
            "spapr.remove.pending-cancelled",
            IOCTL.of(Eras.PENDING),
            "Removing bus address 0 before the default window is created cancels that window");

    private WindowCalls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        List<Procedure<?>> into = new ArrayList<>();
        into.add(Procedure.<Operation.TceCreate>of(
                CREATE,
                Rule.read(
                        "spapr.create.created",
                        LinuxFile.SPAPR_TCE.in("tce_iommu_create_window").of(Eras.SECOND_ON),
                        "The window is created, and its bus address is returned"),
                AskedFirst.open(),
                AskedFirst.kind(Handle.ContainerFd.class),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
                DriverCalls.notType1(),
                DriverCalls.inV2(),
                Step.change("bind to the process", BINDS, DriverCalls::bound),
                Structs.read(),
                Structs.atLeast(
                        Rule.read("spapr.create.argsz", IOCTL.of(Eras.SECOND_ON), "argsz must cover the whole struct"),
                        CREATE_SIZE),
                Check.that(
                        "spapr.create.flags",
                        IOCTL.of(Eras.SECOND_ON),
                        "TCE_CREATE accepts no flags",
                        Errno.EINVAL,
                        call -> call.args().flags() != 0),
                Step.<Operation.TceCreate>of("make the default window", BINDS, WindowCalls::makeDefault)
                        .performing(Windows.MAKE_DEFAULT),
                Step.<Operation.TceCreate>of("make the window", WindowCalls::make)
                        .performing(Windows.MAKE),
                Structs.written()));
        into.add(Procedure.<Operation.TceRemove>of(
                REMOVE,
                Rule.read(
                        "spapr.remove.removed",
                        LinuxFile.SPAPR_TCE.in("tce_iommu_remove_window").of(Eras.SECOND_ON),
                        "Any bus address inside a window removes the window with its live mappings, and releases its locked memory"),
                AskedFirst.open(),
                AskedFirst.kind(Handle.ContainerFd.class),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
                DriverCalls.notType1(),
                DriverCalls.inV2(),
                Step.change("bind to the process", BINDS, DriverCalls::bound),
                Structs.read(),
                Structs.atLeast(
                        Rule.read("spapr.remove.argsz", IOCTL.of(Eras.SECOND_ON), "argsz must cover the whole struct"),
                        REMOVE_SIZE),
                Check.that(
                        "spapr.remove.flags",
                        IOCTL.of(Eras.SECOND_ON),
                        "TCE_REMOVE accepts no flags",
                        Errno.EINVAL,
                        call -> call.args().flags() != 0),
                Check.that(
                        "spapr.remove.no-window",
                        LinuxFile.SPAPR_TCE.in("tce_iommu_remove_window").of(Eras.SECOND_ON),
                        "No window contains this bus address",
                        Errno.EINVAL,
                        call -> !cancels(call) && windowAt(call) == null),
                Check.that(
                        "spapr.remove.fixed",
                        LinuxFile.SPAPR_TCE.in("tce_iommu_remove_window").of(Eras.SECOND_ON),
                        "A boot-time window cannot be removed",
                        Errno.EPERM,
                        call -> !cancels(call) && !call.hardware().createsWindows()),
                Step.<Operation.TceRemove>of(
                                "unset, then clear",
                                Releases.to("6.10").fixedIn("6.10", 10),
                                call -> remove(call, false))
                        .giving(CANCELLED),
                Step.<Operation.TceRemove>of("clear, then unset", Releases.from("6.10.10"), call -> remove(call, true))
                        .giving(CANCELLED)));
        return into;
    }

    /** Makes the default window when it is pending; what it takes is no reason for the request itself. */
    static Progress makeDefault(Call<? extends Operation> call) {
        Progress made = call.perform(Windows.MAKE_DEFAULT, DriverCalls.newest(call));
        return made instanceof Progress.Done done ? Progress.done(done.state(), done.effects()) : made;
    }

    private static Progress make(Call<Operation.TceCreate> call) {
        Operation.TceCreate wanted = call.args();
        return call.perform(
                Windows.MAKE,
                new Windows.Wanted(DriverCalls.newest(call), wanted.pageShift(), wanted.windowSize(), wanted.levels()));
    }

    private static boolean cancels(Call<Operation.TceRemove> call) {
        return DriverCalls.spapr(call).defaultPending() && call.args().startAddr() == 0;
    }

    private static @org.jspecify.annotations.Nullable Window windowAt(Call<Operation.TceRemove> call) {
        return DriverCalls.spapr(call).windowAt(call.args().startAddr()).orElse(null);
    }

    private static Progress remove(Call<Operation.TceRemove> call, boolean clearFirst) {
        Spapr spapr = DriverCalls.spapr(call);
        if (cancels(call)) {
            return Progress.done(DriverCalls.with(call, spapr.pending(false))).because(CANCELLED);
        }
        Membership in = DriverCalls.newest(call);
        int number = spapr.windowAt(call.args().startAddr()).orElseThrow().number();
        Progress.Done cleared = TableWrites.clearAll(call, call.state(), in, number);
        List<Effect> unset = new ArrayList<>();
        spapr.attached().forEach(group -> unset.add(new Effect.WindowUnset(group, number)));
        List<Effect> effects = new ArrayList<>(clearFirst ? cleared.effects() : unset);
        effects.addAll(clearFirst ? unset : cleared.effects());
        return Progress.done(TableWrites.free(cleared.state(), in, number), effects);
    }
}
