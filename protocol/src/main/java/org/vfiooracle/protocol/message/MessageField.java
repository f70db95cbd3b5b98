// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.protocol.message;

/**
 * A field of a message.
 *
 * @param key its name
 * @param content what its value is
 * @param required whether each such message has it
 * @param meaning what it says, in a few words
 */
public record MessageField(String key, Content content, boolean required, String meaning) {
    /** Kinds of values, each with a definition in the schema. */
    public enum Content {
        PROTOCOL,
        LINE,
        PLATFORM,
        TOPOLOGY,
        TOPOLOGIES,
        PARTS,
        CALLS,
        BATCH,
        ORDINAL,
        WORKERS,
        TRUTH,
        CASE_ID,
        PROCESS,
        OPERATIONS,
        STEPS,
        STATE,
        HALT,
        CAUSE,
        REASON,
        ANSWER,
        OUT,
        PAGES,
        EFFECTS,
        HOST_CALLS,
        RULE
    }

    static MessageField must(String key, Content content, String meaning) {
        return new MessageField(key, content, true, meaning);
    }

    static MessageField may(String key, Content content, String meaning) {
        return new MessageField(key, content, false, meaning);
    }
}
