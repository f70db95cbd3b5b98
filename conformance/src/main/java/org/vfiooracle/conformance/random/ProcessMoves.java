// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.List;
import java.util.OptionalLong;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProcessCall;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.State;

/** Changes of the process in the middle of a case: mostly such as a call notices soon. */
final class ProcessMoves {
    private final Dice dice;
    private final long page;

    ProcessMoves(Dice dice, long page) {
        this.dice = dice;
        this.page = page;
    }

    /** Returns a new limit of locked memory, often near what is locked. */
    Operation limit(State state) {
        long locked = state.process().lockedPages() * page;
        return new ProcessCall.SetLimit(
                dice.chance(30)
                        ? OptionalLong.empty()
                        : OptionalLong.of(dice.one(0L, locked, locked + page, locked + 0x10_0000)));
    }

    /** Returns other capabilities. */
    Operation capabilities(State state) {
        return new ProcessCall.SetCapabilities(
                state.process().ipcLock() ? List.of() : List.of(ProcessCall.SetCapabilities.IPC_LOCK));
    }

    /** Returns a change of some pages of a buffer. */
    Operation memory(State state) {
        Buffer buffer = dice.of(List.copyOf(state.process().buffers().values()));
        long pages = buffer.size() / page;
        long first = dice.below((int) pages);
        long size = page * (1 + dice.below((int) (pages - first)));
        Address vaddr = new Address.InBuffer(buffer.name(), first * page);
        String access = dice.one("rw", "rw", "ro");
        return switch (dice.below(4)) {
            case 0 -> new ProcessCall.UnmapMemory(vaddr, size);
            case 1 -> new ProcessCall.ProtectMemory(vaddr, size, access);
            default -> new ProcessCall.MapMemory(vaddr, size, dice.one("page", "page", "none"), access);
        };
    }
}
