// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.vmm;

import org.vfiooracle.engine.state.Program;

/**
 * A program that was started.
 *
 * @param strategy id of what it is
 * @param memory what it remembers
 * @param descriptors what it has open
 * @param runs whether it has not ended
 */
public record Running(String strategy, Program memory, DescriptorTable descriptors, boolean runs) implements Program {}
