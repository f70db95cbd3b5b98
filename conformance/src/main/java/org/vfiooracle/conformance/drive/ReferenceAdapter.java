// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.platforms.PlatformRefused;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.Batch;
import org.vfiooracle.protocol.message.Garbage;
import org.vfiooracle.protocol.message.Messages;
import org.vfiooracle.protocol.message.PerformedCalls;

/** The model as an adapter: what a perfect implementation of a platform says, and with a deviation, an imperfect one. */
public final class ReferenceAdapter {
    private static final int AHEAD = 64;

    private final Platforms platforms;
    private final Machine machine;

    /** Answers as {@code machine} does. */
    public ReferenceAdapter(Platforms platforms, Machine machine) {
        this.platforms = platforms;
        this.machine = machine;
    }

    /** What the adapter says of itself. */
    public Announcement announcement() {
        return new Announcement(
                "reference",
                "1",
                platform(),
                platforms.topologies(),
                Observes.ALL,
                PerformedCalls.ALL,
                new Batch(AHEAD),
                1,
                false);
    }

    /** Returns the message that closes a case: as far as it is modelled, with the rule of each answer. */
    public String answer(Case performed) {
        try {
            return Messages.answer(predicted(performed));
        } catch (NotModelled | PlatformRefused unknown) {
            return begun(performed, unknown);
        }
    }

    private String begun(Case performed, RuntimeException unknown) {
        String why = String.valueOf(unknown.getMessage());
        for (int operation = performed.operations().size(); operation > 1; operation--) {
            try {
                Fixture fixture = predicted(performed.before(operation));
                return Messages.answer(fixture, new Halt(operation, Halt.Cause.NOT_MODELLED, why));
            } catch (NotModelled | PlatformRefused earlier) {
                why = String.valueOf(earlier.getMessage());
            }
        }
        return Messages.skip(performed.id(), new Halt(0, Halt.Cause.NOT_MODELLED, why));
    }

    private Fixture predicted(Case performed) {
        return Performance.predicted(
                performed, platform(), machine, platforms.topology(performed.topology(), machine.profile()), "");
    }

    private String reply(OracleMessage message) {
        if (message instanceof OracleMessage.Perform perform) {
            return answer(perform.performed());
        }
        return message instanceof OracleMessage.Unreadable unreadable
                ? Messages.skip(unreadable.id(), Halt.of(unreadable.problem()))
                : Messages.of(announcement());
    }

    /**
     * Speaks the protocol until it is told to stop or {@code in} ends. A case that cannot be read is skipped.
     *
     * @throws Garbage when something else than the protocol comes in
     * @throws IOException when {@code out} is closed
     */
    public void serve(InputStream in, OutputStream out) throws IOException, Garbage {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            OracleMessage request = OracleMessage.read(line);
            if (request instanceof OracleMessage.Stop) {
                return;
            }
            out.write((reply(request) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private PlatformId platform() {
        return machine.profile().id();
    }
}
