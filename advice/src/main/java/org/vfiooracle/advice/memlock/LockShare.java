// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.memlock;

/**
 * One part of the locked memory.
 *
 * @param what what it is for
 * @param pages host pages
 */
public record LockShare(String what, long pages) {}
