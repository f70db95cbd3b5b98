// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.session;

/** What the host knows of the descriptors that stand for files. */
public interface StandIns {
    /** Whether the last descriptor of a file is closed, in whichever process. */
    boolean ended(long file);
}
