// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

/**
 * What was written into a folder.
 *
 * @param files number of files
 * @param bytes size of all of them
 */
public record FolderContents(int files, long bytes) {}
