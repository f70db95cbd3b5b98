// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.container;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.ProcessCall;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.Region;
import org.vfiooracle.kernel.memory.Memory;

/** Changes of a process in the middle of a case: its limit, its capabilities, its memory. */
final class ProcessChanges {
    static final Procedure.Name<ProcessCall.SetLimit> LIMIT =
            new Procedure.Name<>("setrlimit", ProcessCall.SetLimit.class);
    static final Procedure.Name<ProcessCall.SetCapabilities> CAPABILITIES =
            new Procedure.Name<>("capset", ProcessCall.SetCapabilities.class);
    static final Procedure.Name<ProcessCall.MapMemory> MAP = new Procedure.Name<>("mmap", ProcessCall.MapMemory.class);
    static final Procedure.Name<ProcessCall.UnmapMemory> UNMAP =
            new Procedure.Name<>("munmap", ProcessCall.UnmapMemory.class);
    static final Procedure.Name<ProcessCall.ProtectMemory> PROTECT =
            new Procedure.Name<>("mprotect", ProcessCall.ProtectMemory.class);

    private ProcessChanges() {}

    /** The procedures of this subject. */
    static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(
                        LIMIT,
                        Rule.read(
                                "process.limit-set",
                                Source.elsewhere("setrlimit(2)"),
                                "A new limit of locked memory counts from the next call on, and takes nothing back"),
                        Step.of(
                                "set the limit",
                                call -> become(
                                        call, process(call).limited(call.args().memlock())))),
                Procedure.of(
                        CAPABILITIES,
                        Rule.read(
                                "process.capabilities-set",
                                Source.elsewhere("capset(2)"),
                                "Capabilities count from the next call on; what was locked before stays locked"),
                        Step.of(
                                "set the capabilities",
                                call -> become(
                                        call,
                                        process(call)
                                                .capable(call.args()
                                                        .capabilities()
                                                        .contains(ProcessCall.SetCapabilities.IPC_LOCK))))),
                Procedure.of(
                        MAP,
                        Rule.read(
                                "process.memory-mapped",
                                Source.elsewhere("mmap(2)"),
                                "New memory takes the place of the old; pages that were pinned before stay with whoever pinned them"),
                        Step.of("map", ProcessChanges::map)),
                Procedure.of(
                        UNMAP,
                        Rule.read(
                                "process.memory-unmapped",
                                Source.elsewhere("munmap(2)"),
                                "Memory can be unmapped while it is pinned; mappings for devices and what is locked do not change"),
                        Step.of(
                                "unmap",
                                call -> replace(
                                        call, call.args().vaddr(), call.args().size(), Optional.empty(), false))),
                Procedure.of(
                        PROTECT,
                        Rule.read(
                                "process.memory-protected",
                                Source.elsewhere("mprotect(2)"),
                                "A new protection counts when memory is pinned next; pages that are pinned stay as they are"),
                        Step.of("protect", ProcessChanges::protect)));
    }

    private static Process process(Call<?> call) {
        return call.state().process();
    }

    private static Progress become(Call<?> call, Process process) {
        return Progress.done(call.state().calling(process));
    }

    private static Progress map(Call<ProcessCall.MapMemory> call) {
        ProcessCall.MapMemory args = call.args();
        Buffer.Backing backing = Buffer.Backing.of(args.backing());
        aligned(call, args.vaddr(), args.size(), backing);
        return replace(call, args.vaddr(), args.size(), Optional.of(backing), writable(args.access()));
    }

    private static Progress replace(
            Call<?> call, Address vaddr, long size, Optional<Buffer.Backing> backing, boolean writable) {
        Buffer buffer = whole(call, vaddr, size);
        Region.Key place = new Region.Key(vaddr, size);
        boolean registered = call.state().regions().stream()
                .anyMatch(region -> region.key().overlaps(place) || region.key().equals(place));
        Buffer.Piece piece = new Buffer.Piece(offset(vaddr), size, backing, writable, registered);
        return become(call, process(call).with(buffer.with(piece)));
    }

    private static Progress protect(Call<ProcessCall.ProtectMemory> call) {
        ProcessCall.ProtectMemory args = call.args();
        Buffer buffer = whole(call, args.vaddr(), args.size());
        for (Buffer.Piece part : buffer.parts(offset(args.vaddr()), args.size())) {
            if (part.backing().isEmpty()) {
                throw new NotModelled("mprotect of memory that is not there");
            }
            buffer = buffer.with(new Buffer.Piece(
                    part.offset(), part.size(), part.backing(), writable(args.access()), part.replaced()));
        }
        return become(call, process(call).with(buffer));
    }

    /** Returns the buffer that a range lies in, where it can be changed as a whole. */
    private static Buffer whole(Call<?> call, Address vaddr, long size) {
        Buffer buffer = Memory.buffer(call, vaddr)
                .filter(b -> Long.compareUnsigned(size, b.size() - offset(vaddr)) <= 0 && size != 0)
                .orElseThrow(() -> new NotModelled("a change of memory that is not inside a buffer of the case"));
        buffer.parts(offset(vaddr), size)
                .forEach(part -> part.backing().ifPresent(backing -> aligned(call, vaddr, size, backing)));
        return buffer;
    }

    private static void aligned(Call<?> call, Address vaddr, long size, Buffer.Backing backing) {
        long page = 1L << backing.shift(call.profile().id().pageShift());
        if (!Memory.aligned(vaddr, page) || !Memory.aligned(size, page)) {
            throw new NotModelled("a change of a part of a page");
        }
    }

    private static long offset(Address vaddr) {
        return ((Address.InBuffer) vaddr).offset();
    }

    private static boolean writable(String access) {
        return access.equals("rw");
    }
}
