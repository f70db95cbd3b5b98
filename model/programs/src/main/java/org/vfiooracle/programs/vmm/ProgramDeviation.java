// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.vmm;

/**
 * A named bug of some versions of a program, or a fault that we seed.
 *
 * @param id program, subject, what is wrong: {@code qemu.levels-always-one}
 * @param sentence one sentence that states it
 * @param versions the versions that have it, in words: {@code 2.7..2.10}; {@code none} for a seeded fault
 * @param source the commit that ended it, and where it can be read
 */
public record ProgramDeviation(String id, String sentence, String versions, String source) {}
