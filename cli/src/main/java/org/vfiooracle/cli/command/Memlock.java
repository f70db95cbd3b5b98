// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.advice.memlock.LockQuestion;
import org.vfiooracle.advice.memlock.LockedMemory;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.input.NoSize;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.input.ProgramChoice;
import org.vfiooracle.input.Sizes;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.terminal.page.MemlockPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how much memory must be lockable. */
@Command(
        name = "memlock",
        header = Headers.MEMLOCK,
        description = {
            "%nPrints the least RLIMIT_MEMLOCK with which devices can reach the memory of a guest, what it is "
                    + "for, how to set it, and which call fails with one host page less. It performs the calls on the "
                    + "model, so the tables of DMA windows and everything else that the kernel counts are in it.",
            "%nEach device is in a group of its own, on a PHB of its own. Without --program, each group joins a "
                    + "container that takes it or gets a new one, and the memory is registered (sPAPR v2), enabled "
                    + "(sPAPR v1) or mapped (Type1). With QEMU on sPAPR, the guest then makes one DMA window of 64 KiB "
                    + "pages over its memory for each of its bridges, if it can.",
            "%nExit code: 0 if there is such a limit; 1 if the calls fail whatever the limit is.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle memlock --platform \"POWER9 6.12 64k\" --ram 64G --program qemu-7.2",
            "  ./oracle memlock --platform \"LPAR 6.12 64k\" --ram 128G --window 16:128G:1",
            "  ./oracle memlock --platform x86-linux-6.12-4k --ram 16G --devices 2 --viommu"
        })
public final class Memlock implements Callable<Integer> {
    private static final int MOST_DEVICES = 64;

    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Mixin
    private PlatformOption platform = new PlatformOption();

    @Option(
            names = "--ram",
            required = true,
            paramLabel = "SIZE",
            description = "The memory that the devices can reach, such as the guest's: 64G, 512M, or bytes.")
    private String ram = "";

    @Option(names = "--devices", paramLabel = "N", defaultValue = "1", description = "How many devices (default: 1).")
    private int devices = 1;

    @Option(
            names = "--program",
            paramLabel = "PROGRAM",
            description = "The program that makes the calls, such as qemu-7.2; the command platforms lists them.")
    private @Nullable String program;

    @Option(
            names = "--window",
            paramLabel = "SHIFT:SIZE:LEVELS",
            description = "Replace the default DMA window by this one; may be given several times. SHIFT may "
                    + "also be the size of a page: 64K:128G:1.")
    private List<String> windows = List.of();

    @Option(names = "--viommu", description = "Give each device an address space of its own, as a virtual IOMMU does.")
    private boolean viommu;

    @Override
    public Integer call() {
        PlatformChoice choice = PlatformChoice.in(shared.checkout(), shared::say);
        PlatformId id = platform.of(choice);
        Machine machine = choice.platforms().machine(id);
        if (devices < 1 || devices > MOST_DEVICES) {
            throw new NoSize("--devices", "a number from 1 to " + MOST_DEVICES, Integer.toString(devices));
        }
        if (program != null) {
            ProgramChoice.demand(program);
        }
        if (program != null && !windows.isEmpty()) {
            throw new NoSize("--window", "no --window with --program, which makes its own windows", windows.get(0));
        }
        LockQuestion question = new LockQuestion(
                wholePages(Sizes.bytes("--ram", ram), machine.profile().pageSize()),
                devices,
                Optional.ofNullable(program),
                windows.stream().map(typed -> Sizes.window("--window", typed)).toList(),
                viommu);
        MemlockPage page = new MemlockPage(id, question, LockedMemory.of(question, machine));
        formatted.print(page, shared.out());
        return page.possible() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    /** Memory comes in pages. */
    private static long wholePages(long bytes, long pageSize) {
        return (bytes + pageSize - 1) / pageSize * pageSize;
    }
}
