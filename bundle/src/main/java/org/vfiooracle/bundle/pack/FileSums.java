// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

/**
 * The SHA-256 of both files of a fixture, as {@code sha256sum} prints it.
 *
 * @param yaml of the YAML file
 * @param json of its JSON twin
 */
record FileSums(String yaml, String json) {}
