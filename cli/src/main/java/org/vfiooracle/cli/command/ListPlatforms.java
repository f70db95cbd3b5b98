// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.contract.platforms.CorpusPlatforms;
import org.vfiooracle.contract.platforms.GenerationFacts;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.oracle.Deviations;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.oracle.Strategies;
import org.vfiooracle.programs.vmm.Strategy;
import org.vfiooracle.terminal.page.GenerationsPage;
import org.vfiooracle.terminal.page.Page;
import org.vfiooracle.terminal.page.PlatformsPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what can be asked. */
@Command(
        name = "platforms",
        header = Headers.PLATFORMS,
        description = {
            "%nWithout NAME, lists every hardware generation with the Linux releases and page sizes that can "
                    + "be predicted, and the programs above VFIO.",
            "%nWith NAME, lists matching platforms. NAME can be a generation (phb4), a processor (POWER9), a "
                    + "QEMU machine (powernv9, q35), a release, the output of uname -r, or a combination. All commands "
                    + "accept these names as platforms.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle platforms",
            "  ./oracle platforms POWER8 --releases",
            "  ./oracle platforms powernv9 6.12.95+deb12-powerpc64le-64k --deviations"
        })
public final class ListPlatforms implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Hardware, a release, a page size, or several of them.")
    private List<String> words = List.of();

    @Option(names = "--releases", description = "List every release that can be predicted, not only the recorded ones.")
    private boolean releases;

    @Option(names = "--deviations", description = "List the known kernel bugs (deviations) of these platforms.")
    private boolean deviations;

    @Override
    public Integer call() {
        PlatformChoice choice = PlatformChoice.in(shared.checkout(), shared::say);
        CorpusPlatforms corpus = CorpusPlatforms.read(shared.checkout().root());
        boolean all = words.isEmpty() && !releases && !deviations;
        formatted.print(all ? generations(choice) : platforms(choice, corpus), shared.out());
        return ExitCode.FINE;
    }

    private static Page generations(PlatformChoice choice) {
        return new GenerationsPage(
                choice.platforms().facts(),
                choice.corpus(),
                Strategies.all().stream().map(Strategy::id).toList());
    }

    private Page platforms(PlatformChoice choice, CorpusPlatforms corpus) {
        List<PlatformId> named = words.isEmpty() ? corpus.platforms() : choice.some(String.join(" ", words));
        List<GenerationFacts> generations = choice.platforms().facts().stream()
                .filter(one -> named.stream().anyMatch(id -> id.generation().equals(one.name())))
                .toList();
        List<PlatformsPage.Row> rows = (releases ? predictable(generations) : named)
                .stream()
                        .map(id -> new PlatformsPage.Row(
                                id,
                                choice.platforms().pinned(id).release(),
                                corpus.standsFor(id),
                                deviations(id, choice)))
                        .toList();
        return new PlatformsPage(generations, rows, deviations ? Deviations.ALL : List.of());
    }

    /** The deviations that can show: those of the other driver are in no code that runs. */
    private static List<Deviation> deviations(PlatformId id, PlatformChoice choice) {
        Machine machine = choice.platforms().machine(id);
        boolean type1 = machine.profile().hardware().iommu() == Hardware.Iommu.TYPE1;
        return machine.deviations().stream()
                .filter(one -> !one.id().startsWith(type1 ? "spapr." : "type1."))
                .toList();
    }

    private static List<PlatformId> predictable(List<GenerationFacts> generations) {
        List<PlatformId> all = new ArrayList<>();
        for (GenerationFacts generation : generations) {
            for (Release series : generation.series()) {
                generation.pageSizes().forEach(page -> all.add(new PlatformId(generation.name(), series, page)));
            }
        }
        return all;
    }
}
