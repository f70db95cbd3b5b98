// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

/**
 * A file that is taken along as it is.
 *
 * @param text what it holds
 * @param program whether it can be run
 */
record Paper(String text, boolean program) {}
