// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Membership;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.state.Region;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Tces;
import org.vfiooracle.engine.state.Window;

/** Detaching a group, and what becomes of the driver when the last one has left. */
public final class Detach {
    /** Detaches a group. */
    public static final Procedure.Name<Membership> DETACH = new Procedure.Name<>("spapr.detach", Membership.class);

    /** Drops the driver instance of a container without groups; the group it is called with is the one that left. */
    public static final Procedure.Name<Membership> RELEASE = new Procedure.Name<>("spapr.release", Membership.class);

    /** Where a deviation clears more than the group that leaves. */
    private static final String FIRST_STEP = "leave the tables of the others alone";

    /** Where a deviation never comes to an end. */
    private static final String UNREGISTER_STEP = "unregister memory";

    static final List<Integer> BOTH_SLOTS = List.of(0, 1);

    /** The departure {@code spapr.release-never-ends}. */
    public static final Deviation RELEASE_NEVER_ENDS = new Deviation(
            "spapr.release-never-ends",
            "Releasing a container never returns while another container maps memory that it registered",
            Releases.between("4.10", "4.20")
                    .backportedTo("4.9", 79)
                    .fixedIn("4.9", 207)
                    .fixedIn("4.14", 159)
                    .fixedIn("4.19", 89),
            profile -> true,
            "vfio_iommu_spapr_tce.c: tce_iommu_release; seen on 4.10, 4.15 and 4.19",
            catalogue -> catalogue.edit(RELEASE, UNREGISTER_STEP, step -> Optional.of(unregisteringForever())));

    /** The departure {@code spapr.detach-clears-shared-tables}. */
    public static final Deviation CLEARS_SHARED_TABLES = new Deviation(
            "spapr.detach-clears-shared-tables",
            "When any group leaves, the groups that stay lose all mappings of the container",
            Releases.from("6.10.10"),
            profile -> true,
            "vfio_iommu_spapr_tce.c: tce_iommu_release_ownership; seen by device DMA on 6.12",
            catalogue -> catalogue.edit(DETACH, FIRST_STEP, step -> Optional.of(clearingAll())));

    private Detach() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(
                        DETACH,
                        Rule.read(
                                "spapr.detach.detached",
                                LinuxFile.SPAPR_TCE.in("tce_iommu_detach_group"),
                                "A group that leaves loses the container's windows; the groups that stay keep them and their mappings"),
                        Step.<Membership>of(FIRST_STEP, call -> Progress.done(call.state())),
                        Step.of("disable", Eras.FIRST, call -> Progress.done(disabled(call))),
                        Step.of("unset every slot", Releases.between("4.2", "4.20"), call -> unset(call, BOTH_SLOTS)),
                        Step.of("unset its windows", Releases.from("5.0"), call -> unset(call, slots(call))),
                        Step.of("drop its own table", Detach::dropOwnTable),
                        Step.of(
                                "give ownership back",
                                Releases.to("6.3"),
                                call -> call.perform(Ownership.GIVE_BACK, call.args())),
                        Step.change("forget it", Detach::forget)),
                Procedure.of(
                        RELEASE,
                        Rule.read(
                                "spapr.release.released",
                                LinuxFile.SPAPR_TCE.in("tce_iommu_release"),
                                "When the last group leaves, the windows and mappings are removed and their locked memory is released"),
                        Step.of("free the windows", Detach::freeWindows),
                        Step.change(UNREGISTER_STEP, Eras.PENDING, Detach::unregisterAll),
                        Step.of("disable", call -> Progress.done(disabled(call)))));
    }

    /** Returns a step that clears every table of the container, for the deviation of 6.11. */
    private static Step<Membership> clearingAll() {
        return Step.of(FIRST_STEP, Detach::clearAll);
    }

    /** Returns a step that never ends when memory of the container is still mapped, for the deviation of 4.10. */
    private static Step<Membership> unregisteringForever() {
        return Step.change(UNREGISTER_STEP, Detach::unregisterAllOrHang);
    }

    private static Progress clearAll(Call<Membership> call) {
        Progress.Done soFar = Progress.done(call.state());
        for (Integer number : slots(call)) {
            soFar = soFar.then(TableWrites.clearAll(call, soFar.state(), call.args(), number));
        }
        return soFar;
    }

    static Progress unset(Call<Membership> call, List<Integer> slots) {
        List<Effect> effects = new ArrayList<>();
        if (call.hardware().createsWindows()) {
            slots.forEach(slot -> effects.add(new Effect.WindowUnset(call.args().group(), slot)));
        }
        return Progress.done(call.state(), effects);
    }

    private static List<Integer> slots(Call<Membership> call) {
        return List.copyOf(call.args().spapr(call.state()).windows().keySet());
    }

    private static Progress dropOwnTable(Call<Membership> call) {
        Membership in = call.args();
        boolean own = in.spapr(call.state()).windows().values().stream().anyMatch(Window::ofGroup);
        if (!own || in.spapr(call.state()).attached().size() > 1) {
            return Progress.done(call.state());
        }
        Progress.Done cleared = TableWrites.clearAll(call, call.state(), in, 0);
        Tces left = TableWrites.window(cleared.state(), in, 0).tces();
        State freed = TableWrites.free(cleared.state(), in, 0);
        return Progress.done(freed.with(freed.group(in.group()).leaving(left)), cleared.effects());
    }

    private static State forget(Call<Membership> call) {
        Membership in = call.args();
        return in.with(call.state(), in.spapr(call.state()).detach(in.group()));
    }

    private static Progress freeWindows(Call<Membership> call) {
        Membership in = call.args();
        Progress.Done soFar = Progress.done(call.state());
        for (Integer number : List.copyOf(in.spapr(call.state()).windows().keySet())) {
            Progress.Done cleared = TableWrites.clearAll(call, soFar.state(), in, number);
            soFar = soFar.then(Progress.done(TableWrites.free(cleared.state(), in, number), cleared.effects()));
        }
        return soFar;
    }

    private static State unregisterAll(Call<Membership> call) {
        Membership in = call.args();
        State next = call.state();
        for (Region.Key key : in.spapr(call.state()).regions()) {
            State now = next;
            next = now.region(key).map(r -> put(call, now, r)).orElse(now);
        }
        return next;
    }

    private static State unregisterAllOrHang(Call<Membership> call) {
        boolean busy = call.args().spapr(call.state()).regions().stream()
                .flatMap(key -> call.state().region(key).stream())
                .anyMatch(region -> region.used() == 1 && region.mapped() > 0);
        if (busy) {
            throw new NotModelled(
                    "a release that never ends, because memory of the container is mapped by another one");
        }
        return unregisterAll(call);
    }

    /** Drops one use; memory that a TCE still points into stays. */
    private static State put(Call<?> call, State state, Region region) {
        if (region.used() > 1) {
            return state.with(region.usedBy(-1));
        }
        return region.mapped() > 0
                ? state
                : state.without(region.key()).locking(-call.pages(region.key().size()));
    }

    private static State disabled(Call<Membership> call) {
        Membership in = call.args();
        Spapr spapr = in.spapr(call.state());
        return in.with(call.state(), spapr.enabling(false, 0)).locking(-spapr.enabledPages());
    }
}
