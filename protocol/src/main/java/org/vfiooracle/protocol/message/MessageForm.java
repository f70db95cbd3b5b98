// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.protocol.message;

import static org.vfiooracle.protocol.message.MessageField.may;
import static org.vfiooracle.protocol.message.MessageField.must;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.protocol.message.MessageField.Content;

/**
 * What a message, or a part of one, may have: declared here only. The schema and the table of the protocol page are made of it,
 * and what an adapter sends is checked against it.
 */
public enum MessageForm {
    /** The oracle begins. */
    ORACLE_START("oracleStart", "start", must("protocol", Content.PROTOCOL, "The version of the protocol")),
    /** The oracle asks for a case. */
    CASE(
            "case",
            "case",
            must("id", Content.CASE_ID, "Which case; no other outstanding case has the same"),
            must("topology", Content.TOPOLOGY, "The machine: its host bridges, groups and devices"),
            must("process", Content.PROCESS, "The process that makes the calls, before it has made any"),
            must("operations", Content.OPERATIONS, "The calls, in order")),
    /** The oracle has no more cases. */
    STOP("stop", "stop"),
    /** An adapter says who it is. */
    ADAPTER_START(
            "adapterStart",
            "start",
            must("protocol", Content.PROTOCOL, "The version of the protocol"),
            must("name", Content.LINE, "The machine or the program"),
            must("version", Content.LINE, "What is under test; for a kernel `uname -r`, a space and `uname -v`"),
            must(
                    "platform",
                    Content.PLATFORM,
                    "The platform that it is, with its point release; a mock may say phb4-linux-6.12-4k"),
            must("topologies", Content.TOPOLOGIES, "The topologies that it can have"),
            must("observes", Content.PARTS, "The parts of an answer that it really sees"),
            may("calls", Content.CALLS, "The operations that it performs; all when it is left out"),
            must("batch", Content.BATCH, "How many cases may be outstanding, or `all`"),
            may("workers", Content.WORKERS, "How many of it may run at the same time; 1 when it is left out"),
            may("stand_in_bridge", Content.TRUTH, "The bridge is another than the kernel takes it for")),
    /** A case was performed. */
    ANSWER(
            "answerMessage",
            "answer",
            must("id", Content.CASE_ID, "Which case"),
            must("steps", Content.STEPS, "One entry for each operation that was performed, in order"),
            may("state", Content.STATE, "What is left after the last operation, as a fixture has it"),
            may("stopped", Content.HALT, "Why the operations after these steps were not performed")),
    /** A case cannot be performed. */
    SKIP(
            "skip",
            "skip",
            must("id", Content.CASE_ID, "Which case"),
            may("operation", Content.ORDINAL, "The operation that it is about, from 1"),
            may("cause", Content.CAUSE, "What kind of reason it is; `unsupported` when it is left out"),
            must("reason", Content.REASON, "Why, for people")),
    /** The implementation broke in a case. */
    CRASHED(
            "crashed",
            "crashed",
            must("id", Content.CASE_ID, "Which case"),
            must("reason", Content.REASON, "What was seen of it, for people")),
    /** The implementation did not answer in a case. */
    TIMED_OUT(
            "timedOut",
            "timed-out",
            must("id", Content.CASE_ID, "Which case"),
            must("reason", Content.REASON, "What was waited for, for people")),
    /** One entry of the steps of an answer. */
    STEP(
            "answeredStep",
            "",
            must("answer", Content.ANSWER, "What the call returned"),
            may("out", Content.OUT, "The fields that a successful call filled in"),
            may("locked_pages", Content.PAGES, "Locked memory of the process after the call"),
            may("effects", Content.EFFECTS, "What the hardware was told, in order"),
            may("calls", Content.HOST_CALLS, "The VFIO calls that a program made, in order"),
            may(
                    "rule",
                    Content.RULE,
                    "The reason for the answer, where the implementation knows it; it is not compared")),
    /** Where an answer ends before its case. */
    STOPPED(
            "stopped",
            "",
            must("operation", Content.ORDINAL, "The first operation that was not performed, from 1"),
            may("cause", Content.CAUSE, "What kind of reason it is; `unsupported` when it is left out"),
            must("reason", Content.REASON, "Why, for people"));

    private final String key;
    private final String type;
    private final List<MessageField> fields;

    MessageForm(String key, String type, MessageField... fields) {
        this.key = key;
        this.type = type;
        this.fields = List.of(fields);
    }

    /** The name of its definition in the schema. */
    public String key() {
        return key;
    }

    /** What {@code type} of the message says; empty for a part of a message. */
    public Optional<String> type() {
        return type.isEmpty() ? Optional.empty() : Optional.of(type);
    }

    /** Its fields, in order, without {@code type}. */
    public List<MessageField> fields() {
        return fields;
    }

    /**
     * Checks that all fields are there that must be, and none that may not.
     *
     * @param found the entries, of which {@code type} was taken
     * @throws CodecProblem at the first that is wrong
     */
    void check(Fields found) {
        for (MessageField field : fields) {
            if (field.required() && !found.has(field.key())) {
                found.any(field.key());
            }
        }
        for (String present : found.keys()) {
            if (fields.stream().noneMatch(field -> field.key().equals(present))) {
                throw CodecProblem.unknownKey(found.path(present), present);
            }
        }
    }
}
