// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How an adapter is started.
 *
 * @param line a command line for {@code sh}
 * @param folder where it runs
 * @param limits how long it may take
 * @param log hears each line of its standard error, from another thread
 */
public record AdapterCommand(String line, Path folder, Limits limits, Consumer<String> log) {}
