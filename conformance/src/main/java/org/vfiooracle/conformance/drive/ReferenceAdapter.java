// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.platforms.PlatformRefused;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.contract.protocol.Announcement;
import org.vfiooracle.contract.protocol.Batch;
import org.vfiooracle.contract.protocol.Garbage;
import org.vfiooracle.contract.protocol.Messages;
import org.vfiooracle.contract.protocol.OracleMessage;
import org.vfiooracle.contract.protocol.PerformedCalls;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.oracle.Machine;

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
                false);
    }

    /** Returns the message that closes a case; what is not modelled is skipped. */
    public String answer(Case performed) {
        try {
            return Messages.answer(Performance.predicted(
                    performed, platform(), machine, platforms.topology(performed.topology(), machine.profile()), ""));
        } catch (NotModelled | PlatformRefused unknown) {
            return Messages.skip(
                    performed.id(), new Halt(0, Halt.Cause.NOT_MODELLED, String.valueOf(unknown.getMessage())));
        }
    }

    /**
     * Speaks the protocol until it is told to stop or {@code in} ends.
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
            String answer = request instanceof OracleMessage.Perform perform
                    ? answer(perform.performed())
                    : Messages.of(announcement());
            out.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private PlatformId platform() {
        return machine.profile().id();
    }
}
