// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.journal.AtomicFile;
import org.vfiooracle.exec.survey.LspciSurvey;
import org.vfiooracle.exec.survey.NotSurveyed;
import org.vfiooracle.exec.survey.Survey;
import org.vfiooracle.exec.survey.SysfsSurvey;
import org.vfiooracle.exec.survey.TopologyText;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.LspciText;
import org.vfiooracle.input.NotWritable;
import org.vfiooracle.input.Sizes;
import org.vfiooracle.input.TopologyName;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the topology of a real computer. */
@Command(
        name = "topology",
        header = Headers.TOPOLOGY,
        description = {
            "%nPrints a topology file: IOMMU groups with their numbers, devices with their addresses, numbers, BARs and the way in "
                    + "which they reset, and the memory. \"oracle exec --topology FILE\" then shows them to a program. Comments say "
                    + "where each of these comes from, and what the source does not say. Bridges, and devices in no group, are "
                    + "left out.",
            "%nExit code: 0 if the file was written; 2 if the source describes no computer with IOMMU groups.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle topology --from-sysfs /sys --out computer.yaml",
            "  lspci -Dvvvnn | ./oracle topology --from-lspci - --ram 64G --out computer.yaml",
            "  ./oracle exec --platform phb4-linux-6.12-4k --topology computer.yaml -- PROGRAM"
        })
public final class DescribeTopology implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source source = new Source();

    @Option(
            names = "--ram",
            paramLabel = "SIZE",
            description = "The memory of the computer, such as 64G (default: what sysfs shows; lspci shows none).")
    private @Nullable String ram;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "computer",
            description = "The name of the topology (default: ${DEFAULT-VALUE}).")
    private String name = "computer";

    @Option(names = "--out", paramLabel = "FILE", description = "Write to FILE instead of standard output.")
    private @Nullable Path out;

    /** Where a computer is described. */
    private static final class Source {
        @Option(
                names = "--from-sysfs",
                paramLabel = "DIR",
                required = true,
                description = "/sys, or a copy of its folders bus/pci/devices, devices and kernel/iommu_groups.")
        private @Nullable String sysfs;

        @Option(
                names = "--from-lspci",
                paramLabel = "FILE",
                required = true,
                description =
                        "What root gets from lspci -Dvvvnn, or from lspci -Dvmmnn (no BARs); - reads standard input.")
        private @Nullable String lspci;
    }

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        String named = TopologyName.of("--name", name, Platforms.load().topologies());
        Survey found = survey(checkout);
        Survey survey = ram == null ? found : found.withRam(Sizes.bytes("--ram", ram), "--ram " + ram);
        if (survey.ram().isEmpty()) {
            throw new NotSurveyed(
                    survey.source(),
                    "the memory of the computer, which bounds windows up to Linux 4.17",
                    "nothing about it",
                    "name it: --ram 64G");
        }
        String text = TopologyText.of(survey, named);
        if (out == null) {
            shared.out().print(text);
            shared.out().flush();
        } else {
            write(out, text);
        }
        shared.say(TopologyText.summary(survey));
        survey.gaps().forEach(gap -> shared.say("not known: " + gap));
        return ExitCode.FINE;
    }

    private Survey survey(Checkout checkout) {
        if (source.sysfs != null) {
            return SysfsSurvey.of(checkout.file(source.sysfs), source.sysfs);
        }
        String file = String.valueOf(source.lspci);
        return file.equals("-")
                ? LspciSurvey.of(LspciText.of(System.in), "standard input")
                : LspciSurvey.of(LspciText.of(checkout.file(file), file), file);
    }

    private void write(Path file, String text) {
        try {
            AtomicFile.write(file.toAbsolutePath(), text);
        } catch (UncheckedIOException e) {
            throw new NotWritable(file, e);
        }
        shared.say("wrote " + file);
    }
}
