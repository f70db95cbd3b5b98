// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.memlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;

/** The machine and the process of a question: memory enough, and each device in a group and below a PHB of its own. */
final class LockSetting {
    /** The memory that devices are to reach. */
    static final String BUFFER = "B1";

    private static final int LETTERS = 26;
    private static final int WEIGHT = 10;
    private static final int SMALL_PAGES = 16;

    private LockSetting() {}

    static Topology topology(LockQuestion question) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < question.devices(); i++) {
            groups.add(new Group(alias(i), i, 1, WEIGHT));
        }
        return new Topology("memlock", Long.highestOneBit(question.ram()) * 4, groups);
    }

    private static String alias(int i) {
        String last = String.valueOf((char) ('A' + i % LETTERS));
        return i < LETTERS ? last : alias(i / LETTERS - 1) + last;
    }

    /** The largest page of a window must lie in one page of memory; data-plane programs use huge pages in any case. */
    private static Buffer.Backing backing(LockQuestion question) {
        int shift = question.windows().stream()
                .mapToInt(WantedWindow::pageShift)
                .max()
                .orElse(0);
        boolean huge = question.program()
                .filter(program -> !program.startsWith("qemu-"))
                .isPresent();
        return Stream.of(Buffer.Backing.values())
                .filter(backing -> huge ? backing == Buffer.Backing.HUGE_2M : backing.shift(SMALL_PAGES) >= shift)
                .findFirst()
                .orElse(Buffer.Backing.HUGE_1G);
    }

    static Process process(LockQuestion question, OptionalLong memlock) {
        Buffer memory = new Buffer(BUFFER, question.ram(), backing(question), true);
        return new Process(memlock, false, Map.of(BUFFER, memory), 0);
    }
}
