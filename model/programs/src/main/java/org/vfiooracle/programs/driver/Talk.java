// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.driver;

import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.programs.vmm.Dialogue;

/** The calls that all programs make alike. */
public final class Talk {
    private final Dialogue kernel;

    Talk(Dialogue kernel) {
        this.kernel = kernel;
    }

    /** What else is asked. */
    public Dialogue kernel() {
        return kernel;
    }

    /** Makes a call and returns what came of it. */
    public Outcome ask(Operation call) {
        return kernel.ask(call);
    }

    /** Makes a call and tells whether it succeeded. */
    public boolean succeeds(Operation call) {
        return kernel.succeeds(call);
    }

    /** Makes a call that has to succeed. */
    public void demand(Operation call, Holdings holdings, Rule rule) {
        if (!kernel.succeeds(call)) {
            throw new Stopped(holdings, rule);
        }
    }

    /** Opens a group and returns its descriptor. */
    public String openGroup(String alias, Holdings holdings, Rule rule) {
        String fd = kernel.next("G");
        demand(new Operation.OpenGroup(alias, fd), holdings, rule);
        return fd;
    }

    /** Opens a container and returns its descriptor. */
    public String openContainer(Holdings holdings, Rule rule) {
        String fd = kernel.next("C");
        demand(new Operation.OpenContainer(fd), holdings, rule);
        return fd;
    }

    /** The flags of a group. */
    public long status(String group) {
        return kernel.ask(new Operation.GetStatus(group, 8)).out().getOrDefault(OutField.FLAGS, 0L);
    }

    /** Whether a container says of itself that it knows an extension. */
    public boolean knows(String container, int extension) {
        return kernel.ask(new Operation.CheckExtension(container, extension))
                .answer()
                .equals(new Answer.Value(1));
    }

    /** Maps memory in every container, which has to succeed. */
    public void mapInAll(Piece piece, Holdings holdings, Rule rule) {
        for (String container : holdings.containers()) {
            demand(piece.map(container), holdings, rule);
        }
    }

    /** Closes a descriptor. */
    public void close(String fd) {
        kernel.ask(new Operation.Close(fd));
    }

    /** Opens a device of a group that is open and asks what it is. */
    public Holdings openDevice(Holdings holdings, String alias, int infoSize, Rule rule) {
        Holdings.Held group = holdings.group(Holdings.groupOf(alias)).orElseThrow();
        String fd = kernel.next("D");
        demand(new Operation.GetDeviceFd(group.fd(), alias, fd), holdings, rule);
        kernel.ask(new Operation.DeviceGetInfo(fd, infoSize));
        return holdings.device(alias, fd);
    }

    /** Binary logarithm of the size of a page of the host. */
    public int pageShift() {
        return kernel.profile().id().pageShift();
    }

    /** All memory of the process, in the order of its names, with bus addresses from 0 on. */
    public Piece placed(Buffer buffer) {
        long at = 0;
        for (Buffer other : kernel.state().process().buffers().values()) {
            long page = 1L << other.backing().shift(pageShift());
            at = (at + page - 1) & -page;
            if (other.equals(buffer)) {
                break;
            }
            at += other.size();
        }
        return Piece.of(buffer, at, pageShift());
    }
}
