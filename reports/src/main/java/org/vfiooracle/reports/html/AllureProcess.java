// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A report being made by the Allure program; closing it gives up. */
record AllureProcess(Process process) implements AutoCloseable {
    /**
     * Waits for the end.
     *
     * @throws ReportNotBuilt when the program fails
     */
    void await() {
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw ReportNotBuilt.programFailed(exitCode, output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
