// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How an adapter is started.
 *
 * @param line a command line for {@code sh}
 * @param folder where it runs
 * @param limits how long it may take
 * @param workers how many of it to run at the same time; empty for as many as it announces, and this computer has processors
 * @param log hears each line of its standard error, from another thread
 */
public record AdapterCommand(String line, Path folder, Limits limits, OptionalInt workers, Consumer<String> log) {
    /** Returns how many to run of an adapter that announces that so many may. */
    int workers(int announced) {
        return workers.orElse(Math.min(announced, Runtime.getRuntime().availableProcessors()));
    }
}
