// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

/**
 * Memory that something has to be known of before a call can be answered: what is mapped around an address. Nobody looks further
 * than the limits, so that a call costs what it is about, however much memory a process has mapped.
 *
 * @param address the place
 * @param low how far down to look at most
 * @param high how far up to look at most
 */
public record Sought(long address, long low, long high) {}
