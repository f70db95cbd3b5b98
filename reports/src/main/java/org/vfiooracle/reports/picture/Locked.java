// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;

/** The locked memory of the process, and its limit. */
final class Locked implements Block {
    private final Process process;
    private final int pageShift;

    Locked(State state, PlatformId platform) {
        this.process = state.process();
        this.pageShift = platform.pageShift();
    }

    @Override
    public int height() {
        return 16;
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        svg.text("small soft", x, y + 13, locked());
        svg.textTo("small soft", Picture.WIDTH - Picture.MARGIN, y + 13, limit());
    }

    private String locked() {
        if (process.lockedPages() == 0) {
            return "the process has locked no memory";
        }
        return "the process has locked " + Words.count(process.lockedPages(), "page") + " of "
                + ByteText.about(1L << pageShift) + " = " + ByteText.about(process.lockedPages() << pageShift);
    }

    private String limit() {
        String limit = process.memlock().isPresent()
                ? "RLIMIT_MEMLOCK " + Words.both(process.memlock().getAsLong())
                : "RLIMIT_MEMLOCK unlimited";
        return process.ipcLock() ? limit + ", with CAP_IPC_LOCK" : limit;
    }
}
