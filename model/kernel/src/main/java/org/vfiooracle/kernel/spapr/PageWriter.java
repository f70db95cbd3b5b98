// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Membership;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.state.Region;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Tces;
import org.vfiooracle.engine.state.Window;
import org.vfiooracle.kernel.memory.Memory;

/** The page loop of MAP_DMA: it stops at the first page it cannot write, and clears those it has written. */
final class PageWriter {
    static final Rule NOT_PINNED = Rule.read(
            "spapr.map.not-pinned",
            LinuxFile.POWERPC_IOMMU
                    .in("iommu_put_tce_user_mode", Eras.FIRST)
                    .then(LinuxFile.SPAPR_TCE, "tce_iommu_use_page", Eras.SECOND_ON),
            "v1 pins each page, which must be mapped and writable; up to 4.1 a read-only mapping needs no writable page");
    static final Rule NOT_REGISTERED = Rule.read(
            "spapr.map.not-registered",
            LinuxFile.SPAPR_TCE.in("tce_iommu_prereg_ua_to_hpa").of(Eras.SECOND_ON),
            "v2 maps only pages that lie entirely inside one registered region");

    private static final Rule FITS = Rule.read(
            "spapr.map.page-sizes-fit",
            LinuxFile.POWERPC_IOMMU
                    .in("iommu_put_tce_user_mode", Eras.FIRST)
                    .then(LinuxFile.SPAPR_TCE, "tce_iommu_build", Eras.SECOND_ON)
                    .then(LinuxFile.SPAPR_TCE, "tce_iommu_build_v2", Eras.SECOND_ON),
            "The page fits the page sizes of the window and of the memory");
    private static final long READ = 1;

    /** The check that 4.1 makes for live entries; a deviation takes it away. */
    static final String LIVE_ENTRY_ID = "spapr.map.live-entry";

    private final Call<Operation.MapDma> call;
    private final Membership in;
    private final Window window;

    PageWriter(Call<Operation.MapDma> call, Membership in, Window window) {
        this.call = call;
        this.in = in;
        this.window = window;
    }

    /** Writes the range of the request. */
    Progress write() {
        Operation.MapDma op = call.args();
        State state = call.state();
        long room = window.size() - (op.iova() - window.start());
        long done = 0;
        while (done != op.size()) {
            if (done >= room) {
                throw new NotModelled("a range that leaves its window, which is undefined");
            }
            Address at = op.vaddr().plus(done);
            Page page = page(at, op.iova() + done);
            if (page.refusal().isPresent()) {
                Refusal refusal = page.refusal().get();
                Progress.Done cleared = TableWrites.clear(call, state, in, window.number(), op.iova(), done);
                return Progress.stop(cleared.state(), refusal.rule(), refusal.errno())
                        .after(done == 0 ? List.of() : cleared.effects());
            }
            long length = Math.min(room - done, Memory.smaller(op.size() - done, page.good()));
            state = TableWrites.write(
                    call,
                    state,
                    in,
                    window.number(),
                    new Tces.Run(op.iova() + done, length, at, op.flags(), page.region()));
            done += length;
        }
        return Progress.done(state, done == 0 ? List.of() : List.of(new Effect.Tces(true, op.iova(), done)));
    }

    /** What is behind an address: for how many bytes it can be mapped alike, or why it cannot. */
    private record Page(long good, Optional<Region.Key> region, Optional<Refusal> refusal) {
        static Page refused(Rule rule, Errno errno) {
            return new Page(0, Optional.empty(), Optional.of(new Refusal(rule, errno)));
        }
    }

    private record Refusal(Rule rule, Errno errno) {}

    private Page page(Address at, long iova) {
        return DriverCalls.spapr(call).version() == 2 ? registered(at) : pinned(at, iova);
    }

    private Page pinned(Address at, long iova) {
        Progress pinned = call.perform(PIN, new Pinned(at, call.args().flags()));
        Progress written = pinned instanceof Progress.Done ? call.perform(ENTRY, new Entry(window, iova)) : pinned;
        return allowed(written, at, window.pageSize(), Optional.empty());
    }

    private Page registered(Address at) {
        Optional<Region.Key> region =
                call.state().regions().holding(at, window.pageSize()).map(Region::key);
        if (region.isEmpty()) {
            return Page.refused(NOT_REGISTERED, Errno.EINVAL);
        }
        Progress proven = call.perform(PAGE_SIZES, new Candidate(at, region.get(), window.pageShift()));
        return allowed(proven, at, left(region.get(), at), region);
    }

    private Page allowed(Progress first, Address at, long good, Optional<Region.Key> region) {
        Progress both =
                first instanceof Progress.Done ? call.perform(CONTAINED, new Mapped(at, window.pageShift())) : first;
        return both instanceof Progress.Stopped stopped
                ? Page.refused(stopped.rule(), ((Answer.Failed) stopped.answer()).errno())
                : new Page(good, region, Optional.empty());
    }

    /** Bytes from an address to the end of a region, in whole pages of the window. */
    private long left(Region.Key region, Address at) {
        long offset = at instanceof Address.InBuffer b && region.vaddr() instanceof Address.InBuffer r
                ? b.offset() - r.offset()
                : 0;
        return (region.size() - offset) / window.pageSize() * window.pageSize();
    }

    /** A page of registered memory that is to be mapped in pages of {@code pageShift}. */
    record Candidate(Address at, Region.Key region, int pageShift) {}

    /** A page that v1 is to pin, for a device that {@code flags} let read or write. */
    record Pinned(Address at, long flags) {}

    /** A page that is to be mapped in pages of {@code pageShift}. */
    record Mapped(Address at, int pageShift) {}

    /** An entry of a window's table that v1 is to write. */
    record Entry(Window window, long iova) {}

    static final Procedure.Name<Pinned> PIN = new Procedure.Name<>("spapr.map.pin", Pinned.class);
    static final Procedure.Name<Entry> ENTRY = new Procedure.Name<>("spapr.map.entry", Entry.class);
    static final Procedure.Name<Candidate> PAGE_SIZES = new Procedure.Name<>("spapr.map.page-sizes", Candidate.class);
    static final Procedure.Name<Mapped> CONTAINED = new Procedure.Name<>("spapr.map.contained", Mapped.class);

    static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(
                        PIN,
                        FITS,
                        Check.that(
                                NOT_PINNED,
                                Eras.FIRST,
                                Errno.EFAULT,
                                c -> c.args().flags() == READ
                                        ? Memory.readable(c, c.args().at(), 1) == 0
                                        : notWritable(c)),
                        Check.that(NOT_PINNED, Eras.SECOND_ON, Errno.EFAULT, PageWriter::notWritable)),
                Procedure.of(
                        ENTRY,
                        FITS,
                        Check.that(
                                LIVE_ENTRY_ID,
                                LinuxFile.POWERPC_IOMMU.in("iommu_tce_build").of(Eras.FIRST),
                                "A mapped page cannot be mapped again before it is unmapped; its new memory is pinned first",
                                Errno.EBUSY,
                                c -> !c.args()
                                        .window()
                                        .tces()
                                        .within(
                                                c.args().iova(),
                                                c.args().window().pageSize())
                                        .isEmpty())),
                Procedure.of(
                        PAGE_SIZES,
                        FITS,
                        Check.that(
                                "spapr.map.region-page-too-small",
                                LinuxFile.MMU_CONTEXT_IOMMU
                                        .in("mm_iommu_ua_to_hpa")
                                        .then(LinuxFile.BOOK3S64_IOMMU, "mm_iommu_ua_to_hpa")
                                        .of(Releases.from("4.18")),
                                "A window page must not be larger than the smallest page of the registered region",
                                Errno.EINVAL,
                                c -> larger(c, c.args().pageShift())
                                        && Memory.provenShift(c, c.args().region())
                                                < c.args().pageShift())),
                Procedure.of(
                        CONTAINED,
                        FITS,
                        Check.that(
                                "spapr.map.page-too-small",
                                LinuxFile.SPAPR_TCE.in("tce_page_is_contained").of(Eras.SECOND_ON),
                                "A window page must lie entirely inside one page of memory",
                                Errno.EPERM,
                                c -> larger(c, c.args().pageShift())
                                        && Memory.backingShift(c, c.args().at())
                                                < c.args().pageShift())));
    }

    /** Whether a page of a window is larger than the smallest page that memory can have. */
    private static boolean larger(Call<?> call, int pageShift) {
        return pageShift > call.profile().id().pageShift();
    }

    private static boolean notWritable(Call<Pinned> call) {
        return Memory.writable(call, call.args().at(), 1) == 0;
    }
}
