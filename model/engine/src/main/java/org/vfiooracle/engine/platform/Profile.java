// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.platform;

/**
 * A platform in full: what the model needs to know to answer as it does.
 *
 * @param id the platform, with the point release that is computed
 * @param bigEndian byte order of the host kernel
 * @param hardware what the bridge can do
 */
public record Profile(PlatformId id, boolean bigEndian, Hardware hardware) {
    /** The kernel release, point release included. */
    public Release release() {
        return id.release();
    }

    /** The size of a host page in bytes. */
    public long pageSize() {
        return 1L << id.pageShift();
    }
}
