// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.advice.bugs.KnownBugs;
import org.vfiooracle.advice.diagnose.Diagnosis;
import org.vfiooracle.advice.diagnose.KnownMessages;
import org.vfiooracle.advice.diagnose.SystemError;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Word;
import org.vfiooracle.input.CaseChoice;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.PictureFile;
import org.vfiooracle.input.PictureRefused;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.input.UnknownName;
import org.vfiooracle.terminal.page.BugPage;
import org.vfiooracle.terminal.page.DiagnosisPages;
import org.vfiooracle.terminal.page.Page;
import org.vfiooracle.terminal.page.SeveralPages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why. */
@Command(
        name = "explain",
        header = Headers.EXPLAIN,
        description = {
            "%nSUBJECT is one of:",
            "  CALL           VFIO_SET_IOMMU, open, ...: its checks, in order",
            "  CALL ERRNO     only the checks that return ERRNO, and where to look",
            "  ERRNO          EBUSY, 16: the calls that can return it, and by which rules",
            "  B12, bug 12, CVE-2025-21713   a known bug of QEMU, of the kernel, or by its CVE",
            "  RULE           what it says, its source, and where it decides",
            "  DEVIATION      a known bug: what goes wrong, in which releases",
            "  @ID, @ID#3     a recorded case, or only its third call",
            "  FILE, FILE#3   the same, for a fixture or case file",
            "  H_PUT_TCE, start, ...   what programs and their guests do: recorded answers",
            "%nWithout --platform, all platforms of the corpus are shown, grouped by equal answer. With it, known bugs "
                    + "that the calls of a case meet on that platform are told as warnings.",
            "%n--picture draws @ID#3 as the state before the third call and the state after it, side by side. "
                    + "A refused call is a red arrow. Without #3 it draws the state at the end.%n"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./oracle explain VFIO_GROUP_SET_CONTAINER EPERM --platform phb4-linux-6.12-4k",
            "  ./oracle explain spapr.attach.no-ownership",
            "  ./oracle explain H_PUT_TCE H_PARAMETER",
            "  ./oracle explain @ATTACH-036#6 --platform ioda1-linux-4.2-64k --picture refused.svg"
        })
public final class Explain implements Callable<Integer> {
    private static final String BUG = "(?i)CVE-[0-9]{4}-[0-9]{4,}|bug[ -]?[A-Z]?[0-9]+|[A-Z][0-9]{1,3}";

    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Formatted formatted = new Formatted();

    @Parameters(index = "0", paramLabel = "SUBJECT", description = "What to explain.")
    private String subject = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ERRNO",
            description = "With a call: show only what returns this errno.")
    private @Nullable String errno;

    @Option(
            names = "--platform",
            paramLabel = "P",
            description = "Only these platforms: an id, or hardware and release (\"POWER9 6.12 4k\").")
    private @Nullable String platform;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "With a case and one platform: also draw it, as SVG.")
    private @Nullable Path picture;

    @Override
    public Integer call() {
        Checkout checkout = shared.checkout();
        PlatformChoice platforms = PlatformChoice.in(checkout, shared::say);
        Optional<String> only = Optional.ofNullable(platform);
        Optional<Path> drawing = Optional.ofNullable(picture).map(PictureFile::of);
        KnownTrouble trouble = new KnownTrouble(checkout, platforms.platforms());
        Page page = page(checkout, platforms, only, drawing, trouble);
        formatted.print(page, trouble.warnings(), shared);
        drawing.ifPresent(file -> shared.say("wrote " + file));
        return ExitCode.FINE;
    }

    private Page page(
            Checkout checkout,
            PlatformChoice platforms,
            Optional<String> only,
            Optional<Path> drawing,
            KnownTrouble trouble) {
        if (CaseChoice.isId(subject) || subject.matches(".*\\.(yaml|json)(#[0-9]+)?")) {
            return new CaseExplanation(checkout, platforms, trouble).of(subject, only, drawing);
        }
        if (drawing.isPresent()) {
            throw PictureRefused.ofSubject(subject);
        }
        if (errno == null && SystemError.read(subject).isPresent()) {
            Diagnosis alone = Diagnosis.of(subject, KnownMessages.NONE);
            return DiagnosisPages.of(
                    alone, KnownBugs.read(checkout.root()), platforms.orAll(only), platforms.platforms());
        }
        if (isBug()) {
            return bug(checkout);
        }
        return new NameExplanation(checkout, platforms).of(subject, answer(), platforms.orAll(only));
    }

    private boolean isBug() {
        return subject.equalsIgnoreCase("bug") && errno != null || subject.matches(BUG);
    }

    private Page bug(Checkout checkout) {
        String name = errno == null ? subject : subject + " " + errno;
        KnownBugs known = KnownBugs.read(checkout.root());
        List<BugPage> pages = known.named(name).stream().map(BugPage::new).toList();
        if (pages.isEmpty()) {
            throw new UnknownName(
                    "bug",
                    name,
                    known.all().stream().map(bug -> "bug " + bug.id()).toList());
        }
        return new SeveralPages(pages);
    }

    /** What the subject can answer, if it is a call. */
    private List<String> answers() {
        return NameExplanation.ofPrograms().contains(subject)
                ? Stream.of(Word.values()).map(Word::spelling).toList()
                : Stream.of(Errno.values()).map(Errno::name).toList();
    }

    private Optional<Answer> answer() {
        try {
            return Optional.ofNullable(errno).map(Answer::parse);
        } catch (IllegalArgumentException e) {
            throw new UnknownName("errno", String.valueOf(errno), answers());
        }
    }
}
