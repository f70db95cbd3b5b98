// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.advice.bugs.KnownBugs;
import org.vfiooracle.advice.diagnose.Diagnosis;
import org.vfiooracle.advice.diagnose.KnownMessages;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.LogText;
import org.vfiooracle.input.NoLog;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.terminal.page.DiagnosisPage;
import org.vfiooracle.terminal.page.DiagnosisPages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a line of a log is about. */
@Command(
        name = "diagnose",
        header = Headers.DIAGNOSE,
        description = {
            "%nTakes a line that QEMU, DPDK, SPDK, libvirt, a cloud runtime or the kernel printed, or an errno. "
                    + "Says which VFIO call it is about, what to look at on the machine, and which rules answer so.",
            "%nThe known messages are in docs/data/messages.yaml. In other lines, the names of calls and errors "
                    + "are recognised.",
            "%nExit code: 0 if something was recognised; 1 if nothing was.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle diagnose \"VFIO_MAP_DMA failed: Cannot allocate memory\"",
            "  ./oracle diagnose EBUSY --platform \"POWER8 4.19 64k\"",
            "  dmesg | ./oracle diagnose -",
            "  ./oracle diagnose --file /var/log/libvirt/qemu/guest.log"
        })
public final class Diagnose implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Parameters(
            arity = "0..*",
            paramLabel = "TEXT",
            description = "The line, or an errno by name or number; - reads standard input.")
    private List<String> words = List.of();

    @Option(names = "--file", paramLabel = "FILE", description = "Look at all lines of a file instead.")
    private @Nullable String file;

    @Option(
            names = "--platform",
            paramLabel = "P",
            description = "Only rules of these platforms: an id, or hardware and release (\"POWER9 6.12 4k\").")
    private @Nullable String platform;

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        PlatformChoice choice = PlatformChoice.in(checkout, shared::say);
        List<PlatformId> on = choice.orAll(Optional.ofNullable(platform));
        Diagnosis diagnosis = Diagnosis.of(text(checkout), KnownMessages.read(checkout.root()));
        DiagnosisPage page = DiagnosisPages.of(diagnosis, KnownBugs.read(checkout.root()), on, choice.platforms());
        formatted.print(page, shared.out());
        return page.found() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private String text(Checkout checkout) {
        String typed = String.join(" ", words);
        if (file != null && !typed.isEmpty()) {
            throw new NoLog("--file", "a text or a file, not both", typed, "");
        }
        String text = file != null
                ? LogText.of(checkout.file(file))
                : typed.equals("-") ? LogText.of(System.in) : LogText.cut(typed);
        if (text.isBlank()) {
            throw new NoLog(
                    file != null ? file : "TEXT",
                    "a line of a log, or an errno",
                    "nothing",
                    "put the line in quotes, or pipe it: ... | ./oracle diagnose -");
        }
        return text;
    }
}
