// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.corpus.journal.AtomicFile;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.exec.memory.AddressLabels;
import org.vfiooracle.exec.record.CallDifferences;
import org.vfiooracle.exec.record.CallLines;
import org.vfiooracle.exec.record.ProgramLedger;
import org.vfiooracle.exec.record.ProgramVersion;
import org.vfiooracle.exec.record.RecordedRun;
import org.vfiooracle.exec.session.Session;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.reports.picture.Picture;

/**
 * What a run of a program leaves behind, written down. Each method returns what to tell the user.
 *
 * @param session the run
 * @param machine what answered
 * @param topology its groups
 * @param platform its name
 * @param id what the case is to be called
 */
public record ProgramRunFiles(Session session, Machine machine, Topology topology, PlatformId platform, CaseId id) {
    /** The run as it was before the program took down what it had built; empty when it built nothing. */
    public Optional<Fixture> fullest() {
        return session.performed().fullestAt() == 0
                ? Optional.empty()
                : Optional.of(RecordedRun.fullest(session, platform, id));
    }

    /** Writes the picture of that moment. */
    public List<String> picture(Path file, AddressLabels labels) {
        fullest().ifPresent(fixture -> AtomicFile.write(file.toAbsolutePath(), labels.shown(Picture.svg(fixture))));
        return fullest().map(any -> "wrote " + file).stream().toList();
    }

    /** Writes the whole run as a fixture. */
    public List<String> fixture(Path file) {
        RecordedRun recording = RecordedRun.of(session, machine, topology, platform, id);
        AtomicFile.write(file.toAbsolutePath(), FixtureFile.write(recording.fixture()));
        List<String> told = new ArrayList<>(List.of("wrote " + file));
        if (!recording.same()) {
            told.add("the program changed its memory between calls, so replaying the fixture gives other answers");
        }
        return told;
    }

    /** Writes the calls as an observation of the program. */
    public List<String> ledger(Path root, List<String> command) {
        String path = command.get(0);
        String program = path.substring(path.lastIndexOf('/') + 1);
        List<String> words = new ArrayList<>(command);
        words.set(0, program);
        ProgramLedger ledger = ProgramLedger.of(program, ProgramVersion.of(path), words, seen());
        Path file = root.resolve(ProgramLedger.FOLDER).resolve(ledger.path());
        file.resolveSibling(".").toFile().mkdirs();
        AtomicFile.write(file, ledger.text());
        return List.of("wrote " + ProgramLedger.FOLDER + "/" + ledger.path());
    }

    /**
     * Returns what differs from other calls.
     *
     * @param text a fixture, or a ledger of a program
     * @param label the file, for errors
     */
    public CallDifferences differences(String text, String label) {
        CallLines expected = ProgramLedger.looksLike(text)
                ? CallLines.of(ProgramLedger.read(text, label))
                : CallLines.of(FixtureFile.readUnchecked(text, label));
        return CallDifferences.between(expected, CallLines.of(seen()));
    }

    private Fixture seen() {
        return RecordedRun.seen(session, platform, id);
    }
}
