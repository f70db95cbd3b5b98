// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.derived;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.vfiooracle.protocol.message.MessageField;
import org.vfiooracle.protocol.message.MessageForm;

/** The table of messages in the page of the adapter protocol. */
final class MessageTable {
    private static final String HEAD = "| message | field | | meaning |\n|---|---|---|---|\n";

    private MessageTable() {}

    /** Returns a row for each field. */
    static String text() {
        return Arrays.stream(MessageForm.values())
                .flatMap(form -> form.fields().stream().map(field -> row(form, field)))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(MessageForm form, MessageField field) {
        return "| " + name(form) + " | `" + field.key() + "` |" + (field.required() ? "" : " optional") + " | "
                + field.meaning() + " |\n";
    }

    private static String name(MessageForm form) {
        return switch (form) {
            case ORACLE_START -> "`start` of the oracle";
            case ADAPTER_START -> "`start` of the adapter";
            case STEP -> "one of the `steps`";
            case STOPPED -> "`stopped`";
            default -> "`" + form.type().orElseThrow() + "`";
        };
    }
}
