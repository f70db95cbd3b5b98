// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vfiooracle.advice.bugs.KnownBugs;
import org.vfiooracle.advice.diagnose.Diagnosis;
import org.vfiooracle.advice.diagnose.KnownMessages;
import org.vfiooracle.advice.judge.LogVerdict;
import org.vfiooracle.conformance.drive.OracleMessage;
import org.vfiooracle.contract.format.AskedCase;
import org.vfiooracle.contract.format.CaseFile;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.platforms.CorpusPlatforms;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.evidence.Ledger;
import org.vfiooracle.corpus.evidence.RandomLedger;
import org.vfiooracle.corpus.reach.Unreached;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.exec.record.ProgramLedger;
import org.vfiooracle.exec.wire.Frames;
import org.vfiooracle.generator.alphabet.AlphabetFile;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.protocol.message.MessageReader;
import org.vfiooracle.steps.feature.FeatureFile;
import org.vfiooracle.verdict.tolerance.ErrorFile;
import org.vfiooracle.verdict.tolerance.WaiverFile;

/** Something that reads what comes from outside. */
public enum Target {
    /** A fixture, as a bundle has it. What was read is written, and read again. */
    FIXTURE(text(text -> {
        var fixture = FixtureFile.read(text, "fuzz.yaml");
        if (!FixtureFile.read(FixtureFile.write(fixture), "written.yaml").equals(fixture)) {
            throw new IllegalStateException("reads otherwise after it was written");
        }
    })),

    /** All fixtures of a bundle, one a line. */
    FIXTURE_LINES(text(text -> FixtureFile.readAll(text, "fuzz.jsonl"))),

    /** A case with its answers, as the corpus has it. What was read is written, and read again. */
    CASE(text(text -> {
        var answered = CaseFile.read(text, "fuzz.yaml");
        if (!CaseFile.read(CaseFile.write(answered), "written.yaml").equals(answered)) {
            throw new IllegalStateException("reads otherwise after it was written");
        }
    })),

    /** A case that somebody asks about. */
    ASKED_CASE(text(text -> AskedCase.read(text, "fuzz.yaml"))),

    /** {@code platforms.yaml}. */
    PLATFORMS(text(text -> CorpusPlatforms.parse(text, "fuzz.yaml"))),

    /** A ledger of a machine. */
    LEDGER(text(text -> Ledger.parse(text, "fuzz.yaml"))),

    /** A ledger of random runs. */
    RANDOM_LEDGER(text(text -> RandomLedger.parse(text, "fuzz.yaml"))),

    /** A ledger of a program. */
    PROGRAM_LEDGER(text(text -> ProgramLedger.read(text, "fuzz.yaml"))),

    /** {@code unreached.yaml}. */
    UNREACHED(text(text -> Unreached.parse(text, "fuzz.yaml"))),

    /** {@code known-bugs.yaml}. */
    BUGS(text(text -> KnownBugs.parse(text, "fuzz.yaml"))),

    /** {@code waivers.yaml}. */
    WAIVERS(text(text -> WaiverFile.parse(text, "fuzz.yaml"))),

    /** {@code errors.yaml}. */
    ERRORS(text(text -> ErrorFile.parse(text, "fuzz.yaml"))),

    /** The calls that are explored. */
    ALPHABET(text(text -> AlphabetFile.read(text, "fuzz.yaml"))),

    /** The first line of an adapter. */
    ANNOUNCEMENT(text(MessageReader::start)),

    /** Each further line of an adapter. */
    ANSWER(text(text -> new MessageReader(Observes.ALL).closing(text))),

    /** What an adapter of ours is told. */
    ORACLE_MESSAGE(text(OracleMessage::read)),

    /** A file with scenarios. */
    FEATURE(text(text -> FeatureFile.read("fuzz.feature", text))),

    /** A log of strace, of QEMU or of {@code exec}. */
    LOG(text(text -> LogVerdict.of(text, Machines.ALL, OptionalLong.empty()))),

    /** A text that somebody searches for. */
    MESSAGE(text(text -> Diagnosis.of(text, Messages.ALL))),

    /** What a program says to {@code exec}, in frames. */
    FRAMES(Target::frames);

    /** Reads a text. */
    @FunctionalInterface
    interface Texts {
        void read(String text) throws Exception;
    }

    /** Reads bytes. */
    @FunctionalInterface
    interface Bytes {
        void read(byte[] bytes) throws Exception;
    }

    private final Bytes reader;

    Target(Bytes reader) {
        this.reader = reader;
    }

    /**
     * Reads.
     *
     * @throws Exception what the reader throws
     */
    void read(byte[] bytes) throws Exception {
        reader.read(bytes);
    }

    /** Returns how scripts call it. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the one of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Target of(String spelling) {
        return Arrays.stream(values())
                .filter(target -> target.spelling().equals(spelling))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target " + spelling + "; there are "
                        + Arrays.stream(values()).map(Target::spelling).collect(Collectors.joining(", "))));
    }

    private static Bytes text(Texts reader) {
        return bytes -> reader.read(new String(bytes, StandardCharsets.UTF_8));
    }

    private static void frames(byte[] bytes) {
        Frames frames = new Frames();
        frames.add(ByteBuffer.wrap(bytes));
        while (frames.next().isPresent()) {
            // each message, up to the end or to what is none
        }
    }

    /** Made when something is judged. */
    private static final class Machines {
        static final Map<PlatformId, Machine> ALL = Stream.of(
                        "phb4-linux-6.12-4k", "ioda2-linux-4.2-64k", "x86-linux-6.12-4k")
                .map(PlatformId::parse)
                .collect(Collectors.toMap(id -> id, Platforms.load()::machine));
    }

    /** Read when somebody searches. */
    private static final class Messages {
        static final KnownMessages ALL = KnownMessages.read(Path.of(System.getProperty("vfiooracle.root", ".")));
    }
}
