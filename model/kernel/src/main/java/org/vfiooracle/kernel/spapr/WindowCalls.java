// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.kernel.engine.Call;
import org.vfiooracle.kernel.engine.Check;
import org.vfiooracle.kernel.engine.Membership;
import org.vfiooracle.kernel.engine.Procedure;
import org.vfiooracle.kernel.engine.Progress;
import org.vfiooracle.kernel.engine.Rule;
import org.vfiooracle.kernel.engine.Step;
import org.vfiooracle.kernel.memory.Structs;
import org.vfiooracle.kernel.operation.Effect;
import org.vfiooracle.kernel.operation.Errno;
import org.vfiooracle.kernel.operation.Operation;
import org.vfiooracle.kernel.platform.Releases;
import org.vfiooracle.kernel.state.Spapr;
import org.vfiooracle.kernel.state.Window;

/** TCE_CREATE and TCE_REMOVE. */
public final class WindowCalls {
    public static final Procedure.Name<Operation.TceCreate> CREATE =
            new Procedure.Name<>("VFIO_IOMMU_SPAPR_TCE_CREATE", Operation.TceCreate.class);
    public static final Procedure.Name<Operation.TceRemove> REMOVE =
            new Procedure.Name<>("VFIO_IOMMU_SPAPR_TCE_REMOVE", Operation.TceRemove.class);

    private static final int CREATE_SIZE = 40;
    private static final int REMOVE_SIZE = 16;
    private static final Releases BINDS = Eras.PENDING;

    private static final String DRIVER = "vfio_iommu_spapr_tce.c: ";
    private static final Rule CREATED = Rule.read(
            "spapr.create.created", DRIVER + "tce_iommu_create_window", "The window is made, and its address returned");
    private static final Rule CREATE_ARGSZ =
            Rule.read("spapr.create.argsz", DRIVER + "tce_iommu_ioctl", "The struct must be whole");
    private static final Rule CREATE_FLAGS =
            Rule.read("spapr.create.flags", DRIVER + "tce_iommu_ioctl", "TCE_CREATE has no flags");
    private static final Rule REMOVED = Rule.read(
            "spapr.remove.removed",
            DRIVER + "tce_iommu_remove_window",
            "Any address inside a window removes it, live mappings included, and gives its locked memory back");
    private static final Rule REMOVE_ARGSZ =
            Rule.read("spapr.remove.argsz", DRIVER + "tce_iommu_ioctl", "The struct must be whole");
    private static final Rule REMOVE_FLAGS =
            Rule.read("spapr.remove.flags", DRIVER + "tce_iommu_ioctl", "TCE_REMOVE has no flags");
    private static final Rule NO_WINDOW =
            Rule.read("spapr.remove.no-window", DRIVER + "tce_iommu_remove_window", "No window contains this address");
    private static final Rule FIXED = Rule.read(
            "spapr.remove.fixed",
            DRIVER + "tce_iommu_remove_window",
            "A window that the group has had since boot cannot be removed");
    private static final Rule CANCELLED = Rule.read(
            "spapr.remove.pending-cancelled",
            DRIVER + "tce_iommu_ioctl, 4.10+",
            "Removing address 0 before the default window was made cancels it");

    private WindowCalls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        List<Procedure<?>> into = new ArrayList<>();
        into.add(Procedure.<Operation.TceCreate>of(
                        CREATE,
                        CREATED,
                        Step.change("bind to the process", BINDS, DriverCalls::bound),
                        Structs.read(),
                        Structs.atLeast(CREATE_ARGSZ, CREATE_SIZE),
                        Check.that(
                                CREATE_FLAGS, Errno.EINVAL, call -> call.args().flags() != 0),
                        Step.<Operation.TceCreate>of("make the default window", BINDS, WindowCalls::makeDefault)
                                .performing(Windows.MAKE_DEFAULT),
                        Step.<Operation.TceCreate>of("make the window", WindowCalls::make)
                                .performing(Windows.MAKE),
                        Structs.written())
                .preceded(DriverCalls.onlyVersion(2)));
        into.add(Procedure.<Operation.TceRemove>of(
                        REMOVE,
                        REMOVED,
                        Step.change("bind to the process", BINDS, DriverCalls::bound),
                        Structs.read(),
                        Structs.atLeast(REMOVE_ARGSZ, REMOVE_SIZE),
                        Check.that(
                                REMOVE_FLAGS, Errno.EINVAL, call -> call.args().flags() != 0),
                        Check.that(NO_WINDOW, Errno.EINVAL, call -> !cancels(call) && windowAt(call) == null),
                        Check.that(
                                FIXED,
                                Errno.EPERM,
                                call -> !cancels(call) && !call.hardware().createsWindows()),
                        Step.<Operation.TceRemove>of(
                                        "unset, then clear",
                                        Releases.to("6.10").fixedIn("6.10", 10),
                                        call -> remove(call, false))
                                .giving(CANCELLED),
                        Step.<Operation.TceRemove>of(
                                        "clear, then unset", Releases.from("6.10.10"), call -> remove(call, true))
                                .giving(CANCELLED))
                .preceded(DriverCalls.onlyVersion(2)));
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
