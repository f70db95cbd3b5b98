// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.protocol.message;

import java.util.List;
import java.util.stream.Collectors;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.codec.CaseCodec;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.ObservedStep;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;

/** Reads and checks what an adapter says, line by line. */
public final class MessageReader {
    /** What an implementation may call an error, which is not only what Linux calls it. */
    public static final String OWN_ERROR = "[A-Z][A-Za-z0-9_:.]{1,63}";

    private static final List<MessageForm> CLOSING =
            List.of(MessageForm.ANSWER, MessageForm.SKIP, MessageForm.CRASHED, MessageForm.TIMED_OUT);

    private final Observes observes;
    private final StepReader steps;

    /** Prepares to read the answers of an adapter that has announced to see these parts; each step must have them. */
    public MessageReader(Observes observes) {
        this.observes = observes;
        this.steps = new StepReader(observes);
    }

    /**
     * Reads the first line of an adapter.
     *
     * @throws Garbage when it is anything else
     */
    public static Announcement start(String line) throws Garbage {
        Fields fields = JsonLine.read(line);
        try {
            MessageForm form = typed(fields, List.of(MessageForm.ADAPTER_START));
            Announcement.checkProtocol(JsonLine.read(line));
            form.check(fields);
            return Announcement.decode(fields);
        } catch (CodecProblem problem) {
            throw Garbage.of(problem, line);
        }
    }

    /**
     * Reads a line that closes a case: {@code answer}, {@code skip}, {@code crashed} or {@code timed-out}.
     *
     * @throws Garbage when it is anything else
     */
    public Observation closing(String line) throws Garbage {
        Fields fields = JsonLine.read(line);
        try {
            MessageForm form = typed(fields, CLOSING);
            form.check(fields);
            Observation read = closing(form, CaseCodec.takeId(fields), fields);
            fields.end();
            return read;
        } catch (CodecProblem problem) {
            throw Garbage.of(problem, line);
        }
    }

    private Observation closing(MessageForm form, CaseId id, Fields fields) {
        return switch (form) {
            case SKIP -> Observation.skipped(id, HaltMessage.take(fields));
            case CRASHED -> Observation.crashed(id, HaltMessage.reason(fields));
            case TIMED_OUT -> Observation.timedOut(id, HaltMessage.reason(fields));
            default -> answer(id, fields);
        };
    }

    private Observation answer(CaseId id, Fields fields) {
        List<ObservedStep> read = fields.list("steps", steps::read);
        if (fields.has("stopped")) {
            return Observation.begun(id, read, HaltMessage.stopped(fields, read.size()));
        }
        if (!observes.sees(Part.STATE) && !fields.has("state")) {
            return Observation.answered(id, read);
        }
        return Observation.answered(id, read, JsonLine.rest(fields.map("state")));
    }

    /** Takes the type. */
    private static MessageForm typed(Fields fields, List<MessageForm> forms) {
        String type = fields.text("type");
        for (MessageForm form : forms) {
            if (form.type().filter(type::equals).isPresent()) {
                return form;
            }
        }
        String types = forms.stream().flatMap(form -> form.type().stream()).collect(Collectors.joining(", "));
        throw new CodecProblem("type", "one of " + types, "\"" + type + "\"");
    }
}
