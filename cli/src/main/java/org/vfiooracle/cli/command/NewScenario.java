// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.UnknownName;
import org.vfiooracle.steps.draft.Areas;
import org.vfiooracle.steps.draft.NextId;
import org.vfiooracle.steps.draft.Skeleton;
import org.vfiooracle.terminal.page.Page;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a scenario. */
@Command(
        name = "scenario",
        header = Headers.NEW,
        description = {
            "%nPrints a skeleton scenario with the next free id of AREA. It passes unchanged; replace its "
                    + "lines with yours. With --file, the scenario is appended to that file.",
            "%nAreas: attach, fallback-container, dma-window, mapping, memory, accounting, lifecycle, "
                    + "malformed-input, eeh, type1, guest, hotplug.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle new scenario attach --file features/attach/mine.feature",
            "  ./oracle try features/attach/mine.feature"
        })
public final class NewScenario implements Callable<Integer> {
    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Parameters(paramLabel = "AREA", description = "The area that the scenario belongs to.")
    private String area = "";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Append to this .feature file; it is created if missing.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if (!Areas.ALL.contains(area)) {
            throw new UnknownName("area", area, Areas.ALL);
        }
        Checkout checkout = shared.checkout();
        String id = NextId.in(checkout.root(), area);
        if (file == null) {
            formatted.print(new Draft(id, ""), shared.out());
            shared.say("nothing was written; --file features/" + area + "/NAME.feature writes it");
        } else {
            if (!file.toString().endsWith(".feature")) {
                throw new CommandLine.ParameterException(
                        shared.commandLine(), "--file: expected a name that ends in .feature, found \"" + file + "\"");
            }
            Skeleton.append(file, id);
            formatted.print(new Draft(id, checkout.shown(file)), shared.out());
        }
        return ExitCode.FINE;
    }

    /** The scenario that was begun; the file is empty when it was not written. */
    private record Draft(String id, String file) implements Page {
        @Override
        public List<String> text() {
            return file.isEmpty()
                    ? Skeleton.of(id).lines().toList()
                    : Stream.concat(
                                    Stream.of("@" + id + " is at the end of " + file, "try it: ./oracle try " + file),
                                    outside())
                            .toList();
        }

        private Stream<String> outside() {
            return file.startsWith("features/")
                    ? Stream.empty()
                    : Stream.of(
                            "This file is outside of features/: record and verify do not run it, and its id is not taken.",
                            "Move it to features/ to have its fixtures recorded.");
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", id);
            json.put("file", file);
            json.put("text", Skeleton.of(id));
            return json;
        }
    }
}
