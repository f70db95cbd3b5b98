// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.Map;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.codec.CaseCodec;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.Garbage;
import org.vfiooracle.protocol.message.JsonLine;

/** What the oracle says to an adapter, as an adapter reads it. */
public sealed interface OracleMessage {
    /** The first message. */
    record Start() implements OracleMessage {}

    /** Perform this. */
    record Perform(Case performed) implements OracleMessage {}

    /** Perform this, if only it could be read. */
    record Unreadable(CaseId id, String problem) implements OracleMessage {}

    /** No more cases. */
    record Stop() implements OracleMessage {}

    /**
     * Reads a line of the oracle. A case that is not as it should be, but says which it is, can still be answered.
     *
     * @throws Garbage when it is anything else
     */
    static OracleMessage read(String line) throws Garbage {
        Fields fields = JsonLine.read(line);
        try {
            return of(fields);
        } catch (CodecProblem problem) {
            throw Garbage.of(problem, line);
        }
    }

    private static OracleMessage performed(Map<String, Object> tree) {
        try {
            return new Perform(CaseCodec.decode(tree, ""));
        } catch (CodecProblem problem) {
            CaseId id = CaseCodec.takeId(Fields.of(tree, ""));
            return new Unreadable(id, "the case cannot be read: " + problem.getMessage());
        }
    }

    private static OracleMessage of(Fields fields) {
        String type = fields.text("type");
        switch (type) {
            case "start":
                int protocol = fields.count("protocol");
                if (protocol != Announcement.PROTOCOL) {
                    throw new CodecProblem("protocol", "1", Integer.toString(protocol));
                }
                return new Start();
            case "case":
                return performed(JsonLine.rest(fields));
            case "stop":
                return new Stop();
            default:
                throw new CodecProblem("type", "one of start, case, stop", "\"" + type + "\"");
        }
    }
}
