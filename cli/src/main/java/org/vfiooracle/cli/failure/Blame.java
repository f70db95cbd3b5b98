// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import org.vfiooracle.cli.output.ExitCode;
import org.vfiooracle.conformance.drive.AdapterUnavailable;
import org.vfiooracle.conformance.drive.DeviationAbsent;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.platforms.PlatformRefused;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.corpus.journal.JournalBusy;
import org.vfiooracle.documents.facts.UnknownReference;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.exec.server.NoCompiler;
import org.vfiooracle.exec.survey.NotSurveyed;
import org.vfiooracle.input.BadInput;
import org.vfiooracle.input.Complaint;
import org.vfiooracle.protocol.message.Garbage;
import org.vfiooracle.reports.html.ReportNotBuilt;
import org.vfiooracle.steps.feature.NothingSelected;

/**
 * Whose fault a failure is, and how it reads.
 *
 * @param exitCode what the command ends with
 * @param text what the user is told
 */
record Blame(int exitCode, String text) {
    /** These say in their own words what somebody did wrong. */
    private static final List<Class<? extends Exception>> INPUT = List.of(
            BadInput.class,
            YamlProblem.class,
            CodecProblem.class,
            PlatformRefused.class,
            NothingSelected.class,
            NotModelled.class,
            DeviationAbsent.class,
            JournalBusy.class,
            Garbage.class,
            NoCompiler.class,
            NotSurveyed.class,
            UnknownReference.class);

    private static final String OWN_CODE = "org.vfiooracle.";

    /** Decides on any failure; what nobody foresaw is a defect of the oracle. */
    static Blame of(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (INPUT.stream().anyMatch(kind -> kind.isInstance(failure))) {
            return new Blame(ExitCode.BAD_INPUT, message);
        }
        if (failure instanceof AdapterUnavailable adapter) {
            return new Blame(adapter.environment() ? ExitCode.BAD_INPUT : ExitCode.BROKEN_IMPLEMENTATION, message);
        }
        if (failure instanceof ReportNotBuilt) {
            return new Blame(ExitCode.BROKEN_ORACLE, message);
        }
        IOException io = failure instanceof UncheckedIOException wrapped
                ? wrapped.getCause()
                : failure instanceof IOException direct ? direct : null;
        if (io instanceof FileSystemException file && file.getFile() != null) {
            return new Blame(ExitCode.BAD_INPUT, file(file).text());
        }
        if (io != null && FullDisk.is(io)) {
            return new Blame(ExitCode.BAD_INPUT, FullDisk.complaint(failure).text());
        }
        return new Blame(ExitCode.BROKEN_ORACLE, defect(failure).text());
    }

    private static Complaint file(FileSystemException failure) {
        String reason = failure instanceof NoSuchFileException
                ? "no such file or folder"
                : failure instanceof AccessDeniedException
                        ? "permission denied"
                        : failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
        return Complaint.that("cannot use a file").where(failure.getFile()).found(reason);
    }

    private static Complaint defect(Throwable failure) {
        return Complaint.that("internal error in the oracle")
                .where(Arrays.stream(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(OWN_CODE))
                        .map(StackTraceElement::toString)
                        .findFirst()
                        .orElse(""))
                .found(failure.toString())
                .hint("this is a bug; please report it with the stack trace that --debug prints");
    }
}
