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
    private final Row words;

    Locked(State state, PlatformId platform, int width) {
        this.process = state.process();
        this.pageShift = platform.pageShift();
        this.words = new Row(width).text("small soft", 0, locked()).textTo("small soft", limit());
    }

    @Override
    public int height() {
        return 16 + words.more();
    }

    @Override
    public void draw(Svg svg, int x, int y) {
        words.draw(svg, x, y + 13);
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
