// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vfiooracle.cli.output.Browser;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.cli.output.Versions;
import org.vfiooracle.cli.recording.CorpusRecording;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.KeptRunChoice;
import org.vfiooracle.reports.html.ReportFolders;
import org.vfiooracle.site.Site;
import org.vfiooracle.site.SiteSource;
import org.vfiooracle.site.runs.KeptRun;
import org.vfiooracle.steps.RecordingResult;
import org.vfiooracle.terminal.page.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the site. */
@Command(
        name = "site",
        header = Headers.SITE,
        description = {
            "%nWrites static pages to reports/html/site: every case with its answers, pictures and evidence, the generations "
                    + "side by side, calls, errnos, rules, bugs and programs, and how far kernels and implementations "
                    + "agree. A search box finds all of it. The pages open from the disk and need no network.",
            "%nRuns that were kept with 'oracle run --keep FILE.jsonl' are compared with the corpus as it is now. Several "
                    + "runs of one implementation stand below each other, in order of file name.",
            "%nExit code: 0 if the site shows every case; 1 if a scenario fails, and is left out.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./oracle site --open", "  ./oracle site --runs answers.jsonl"})
public final class BuildSite implements Callable<Integer> {
    private static final int COMMIT = 12;

    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Option(names = "--open", description = "Open the site in the browser.")
    private boolean open;

    @Option(
            names = "--runs",
            paramLabel = "PATH",
            description = "A kept run, or a folder of them; repeatable. Default: reports/runs.")
    private List<Path> runs = List.of();

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        String corpus = shared.corpus(checkout).version();
        List<KeptRun> kept = KeptRunChoice.of(checkout, runs).stream()
                .map(file -> KeptRun.read(checkout.root(), file))
                .toList();
        RecordingResult result = CorpusRecording.run(checkout, Optional.empty(), null, shared.progress("running"))
                .result();
        SiteSource source = new SiteSource(checkout.root(), version(checkout), corpus, result, kept);
        ReportFolders folders = new ReportFolders(checkout.root());
        Site.Written written = folders.replacing(folders.pages(), folder -> Site.write(source, folder));
        Path start = folders.pages().resolve(Site.START);
        formatted.print(
                new Built(
                        checkout.shown(start),
                        written,
                        kept,
                        leftOut(result),
                        result.failures().size()),
                shared.out());
        if (open && !Browser.open(start)) {
            shared.say("no program was found that opens a page; open " + checkout.shown(start) + " in a browser");
        }
        return result.passed() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private static String version(Checkout checkout) {
        return Versions.oracle()
                + Versions.commit(checkout.root())
                        .map(commit -> ", commit " + commit.substring(0, COMMIT))
                        .orElse("");
    }

    private static long leftOut(RecordingResult result) {
        return result.runs().stream().filter(run -> !run.passed()).count();
    }

    /**
     * Where the site is.
     *
     * @param path the page to open
     * @param written how large it is
     * @param runs the kept runs that it shows
     * @param leftOut how many cases fail, and are not in it
     * @param failures how much is wrong with the features, these cases included
     */
    private record Built(String path, Site.Written written, List<KeptRun> runs, long leftOut, int failures)
            implements Page {
        @Override
        public List<String> text() {
            List<String> lines = new ArrayList<>(List.of(path));
            runs.forEach(run -> lines.add("run        " + run.name() + ": "
                    + run.implementation().name() + " on "
                    + run.implementation().platform()));
            if (failures > 0) {
                lines.add("left out   " + leftOut + (leftOut == 1 ? " case that fails" : " cases that fail")
                        + ", see ./oracle verify");
            }
            return lines;
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("site", path);
            json.put("files", written.files());
            json.put("bytes", written.bytes());
            json.put("runs", runs.stream().map(KeptRun::name).toList());
            json.put("left_out", leftOut);
            json.put("failures", failures);
            return json;
        }
    }
}
