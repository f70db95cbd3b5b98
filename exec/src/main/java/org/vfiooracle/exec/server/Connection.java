// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.exec.session.Client;
import org.vfiooracle.exec.wire.Frames;
import org.vfiooracle.exec.wire.Reply;
import org.vfiooracle.exec.wire.WireRequest;

/** A connection of a process, of one of its descriptors, or of the guard. */
final class Connection implements AutoCloseable {
    private static final int ROOM = 8192;

    private final SocketChannel channel;
    private final Frames frames = new Frames();
    private final ByteBuffer room = ByteBuffer.allocateDirect(ROOM);
    private @Nullable Client client;
    private long file;
    private boolean guard;
    private boolean ended;

    Connection(SocketChannel channel) {
        this.channel = channel;
    }

    /** The process that speaks on it, if it is one of that kind. */
    Optional<Client> client() {
        return Optional.ofNullable(client);
    }

    void speaks(Client who) {
        client = who;
    }

    /** The file that it stands for; 0 for none. */
    long file() {
        return file;
    }

    void standsFor(long what) {
        file = what;
    }

    boolean guard() {
        return guard;
    }

    void guards() {
        guard = true;
    }

    /** Takes what has arrived; tells whether the other side has closed it. */
    boolean receive() {
        try {
            int count = ended ? -1 : channel.read(room.clear());
            while (count > 0) {
                frames.add(room.flip());
                // What has not filled the room was all there is; most often it is one message.
                count = count < ROOM ? 0 : channel.read(room.clear());
            }
            ended = count < 0;
        } catch (IOException reset) {
            ended = true;
        }
        return ended;
    }

    Optional<WireRequest> next() {
        return frames.next();
    }

    /** Sends a reply; a process that has gone meanwhile is noticed by its end. */
    void send(Reply reply) {
        ByteBuffer message = ByteBuffer.wrap(reply.message());
        try {
            while (message.hasRemaining()) {
                if (channel.write(message) == 0) {
                    Thread.onSpinWait();
                }
            }
        } catch (IOException gone) {
            ended = true;
        }
    }

    /** Tells the guard that the run is over. */
    void dismiss() {
        try {
            channel.write(ByteBuffer.wrap(new byte[1]));
        } catch (IOException gone) {
            ended = true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            ended = true;
        }
    }
}
