// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import org.vfiooracle.corpus.evidence.EvidenceTotals;

/**
 * What was written.
 *
 * @param files number of files
 * @param bytes size of all of them
 * @param evidence what the fixtures rest on
 */
public record BundleContents(int files, long bytes, EvidenceTotals evidence) {}
