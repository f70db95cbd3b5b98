// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import org.vfiooracle.corpus.evidence.EvidenceTotals;

/**
 * What was written.
 *
 * @param folder how much there is of it
 * @param evidence what the fixtures rest on
 */
public record BundleContents(FolderContents folder, EvidenceTotals evidence) {}
