// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.model.Attachment;

/** Takes attachments while a result is put together. */
interface AttachmentSink {
    /** Keeps {@code text} and returns what refers to it. */
    Attachment text(String name, Kind kind, String text);

    /** The kinds of text; Allure shows the first as a table. */
    enum Kind {
        TABLE("text/tab-separated-values", ".tsv"),
        YAML("text/yaml", ".yaml"),
        PLAIN("text/plain", ".txt");

        private final String type;
        private final String suffix;

        Kind(String type, String suffix) {
            this.type = type;
            this.suffix = suffix;
        }

        String type() {
            return type;
        }

        String suffix() {
            return suffix;
        }
    }
}
