// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Membership;
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

/** Writing and clearing entries of a window's table, with the count of TCEs that registered memory keeps. */
public final class TableWrites {
    /** Lets go of the memory that replaced entries pointed to. */
    public static final Procedure.Name<Replaced> RELEASE = new Procedure.Name<>("spapr.release-tces", Replaced.class);

    /** Clears entries of a table. */
    public static final Procedure.Name<Cleared> CLEAR = new Procedure.Name<>("spapr.clear-tces", Cleared.class);

    /** The step that clears them; a deviation takes it away. */
    private static final String CLEAR_STEP = "clear the live ones";

    /** The step that counts the entries out of registered memory; a deviation takes it away. */
    private static final String COUNT_DOWN_STEP = "count down";

    /** The departure {@code spapr.old-tces-unseen-4.1}. */
    public static final Deviation OLD_TCES_UNSEEN_4_1 = new Deviation(
            "spapr.old-tces-unseen-4.1",
            "On little-endian hosts MAP replaces a live entry without noticing it, and UNMAP leaves the entry live",
            Releases.to("4.1"),
            profile -> !profile.bigEndian(),
            "iommu.c of powerpc; seen on 4.1.6",
            catalogue -> catalogue
                    .without(PageWriter.ENTRY, PageWriter.LIVE_ENTRY_ID)
                    .without(CLEAR, CLEAR_STEP));

    /** The departure {@code spapr.old-tces-unseen}. */
    public static final Deviation OLD_TCES_UNSEEN = new Deviation(
            "spapr.old-tces-unseen",
            "On little-endian hosts, replaced or cleared entries never release registered memory",
            Releases.between("4.2", "4.9").fixedIn("4.9", 80),
            profile -> !profile.bigEndian(),
            "pci.c of powernv: pnv_tce_xchg; seen on 4.4.11",
            catalogue -> catalogue.without(RELEASE, COUNT_DOWN_STEP));

    private TableWrites() {}

    /**
     * Entries that were live and are not any more.
     *
     * @param pageShift binary logarithm of the window's page size
     * @param runs the entries
     */
    public record Replaced(int pageShift, List<Tces.Run> runs) {}

    /**
     * Entries to be cleared.
     *
     * @param in the container, and any of its groups
     * @param number slot of the window
     * @param iova bus address of the first byte
     * @param size bytes
     */
    public record Cleared(Membership in, int number, long iova, long size) {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(
                        RELEASE,
                        Rule.read(
                                "spapr.tces.released",
                                LinuxFile.POWERPC_IOMMU
                                        .in("iommu_clear_tces_and_put_pages", Eras.FIRST)
                                        .then(LinuxFile.SPAPR_TCE, "tce_iommu_unuse_page", Eras.SECOND_ON)
                                        .then(LinuxFile.SPAPR_TCE, "tce_iommu_unuse_page_v2", Eras.SECOND_ON),
                                "Replacing or clearing an entry releases the memory that it pointed to"),
                        Step.change(
                                COUNT_DOWN_STEP,
                                call -> count(
                                        call.state(),
                                        call.args().pageShift(),
                                        call.args().runs(),
                                        -1))),
                Procedure.of(
                        CLEAR,
                        Rule.read(
                                "spapr.tces.cleared",
                                LinuxFile.POWERPC_IOMMU
                                        .in("iommu_clear_tces_and_put_pages", Eras.FIRST)
                                        .then(LinuxFile.SPAPR_TCE, "tce_iommu_clear", Eras.SECOND_ON),
                                "The live entries of the range are cleared"),
                        Step.of(CLEAR_STEP, TableWrites::cleared)));
    }

    /** Returns the state with {@code run} written into window {@code number}; what was there is replaced. */
    static State write(Call<?> call, State state, Membership in, int number, Tces.Run run) {
        Window window = window(state, in, number);
        State released = release(call, state, window, window.tces().within(run.iova(), run.size()));
        State counted = count(released, window.pageShift(), List.of(run), 1);
        return in.with(counted, in.spapr(counted).with(window.with(window.tces().with(run))));
    }

    /** Clears {@code size} bytes from {@code iova} in window {@code number}. */
    static Progress.Done clear(Call<?> call, State state, Membership in, int number, long iova, long size) {
        Progress cleared = call.in(state).perform(CLEAR, new Cleared(in, number, iova, size));
        return Progress.done(cleared.state(), cleared.effects());
    }

    private static Progress cleared(Call<Cleared> call) {
        Membership in = call.args().in();
        long iova = call.args().iova();
        long size = call.args().size();
        Window window = window(call.state(), in, call.args().number());
        List<Tces.Run> gone = window.tces().within(iova, size);
        State released = release(call, call.state(), window, gone);
        State next = in.with(
                released, in.spapr(released).with(window.with(window.tces().without(iova, size))));
        List<Effect> effects = new ArrayList<>();
        for (Tces.Run run : gone) {
            effects.add(new Effect.Tces(false, run.iova(), run.size()));
        }
        return Progress.done(next, effects);
    }

    /** Clears all of window {@code number}. */
    static Progress.Done clearAll(Call<?> call, State state, Membership in, int number) {
        Window window = window(state, in, number);
        return clear(call, state, in, number, window.start(), window.size());
    }

    /** Returns the state without window {@code number}, its locked memory given back. */
    static State free(State state, Membership in, int number) {
        Spapr spapr = in.spapr(state);
        long pages = window(state, in, number).lockedPages();
        return in.with(state, spapr.withoutWindow(number)).locking(-pages);
    }

    static Window window(State state, Membership in, int number) {
        Window window = in.spapr(state).windows().get(number);
        if (window == null) {
            throw new IllegalStateException("the model lost track of window " + number);
        }
        return window;
    }

    private static State release(Call<?> call, State state, Window window, List<Tces.Run> runs) {
        return runs.isEmpty()
                ? state
                : call.in(state)
                        .perform(RELEASE, new Replaced(window.pageShift(), runs))
                        .state();
    }

    private static State count(State state, int pageShift, List<Tces.Run> runs, int sign) {
        State next = state;
        for (Tces.Run run : runs) {
            if (run.region().isPresent()) {
                long pages = run.size() >> pageShift;
                Region.Key key = run.region().get();
                State now = next;
                next = now.region(key)
                        .map(r -> now.with(r.mappedBy(sign * pages)))
                        .orElse(now);
            }
        }
        return next;
    }
}
