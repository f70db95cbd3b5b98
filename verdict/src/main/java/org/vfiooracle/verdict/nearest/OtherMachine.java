// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.nearest;

import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.oracle.Machine;

/**
 * A machine that may answer as an implementation does.
 *
 * @param name for people: {@code ioda2-linux-4.1-64k}, {@code phb4-linux-6.12-4k without spapr.create-leaks-charge}
 * @param platform which platform it is, whatever its bugs
 * @param deviation id of the deviation that it has, or does not have, unlike its release; empty for a platform as released
 * @param added whether it has that deviation; its release does not
 * @param machine what answers
 */
public record OtherMachine(String name, PlatformId platform, String deviation, boolean added, Machine machine) {}
