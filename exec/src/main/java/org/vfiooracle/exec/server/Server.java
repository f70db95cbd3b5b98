// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.server;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vfiooracle.exec.session.Client;
import org.vfiooracle.exec.session.Session;
import org.vfiooracle.exec.session.StandIns;
import org.vfiooracle.exec.wire.Reply;
import org.vfiooracle.exec.wire.WireRequest;

/** Answers on the socket of a run, in one thread, until its program has ended and nobody speaks any more. */
final class Server implements AutoCloseable, StandIns {
    /** How long a program may leave others behind before that is told, in milliseconds. */
    private static final int PATIENCE = 1000;

    private final Selector selector;
    private final Ear ear;
    private final ServerSocketChannel socket;
    private final List<Connection> connections = new ArrayList<>();
    private final Map<Long, Connection> standIns = new HashMap<>();
    private final Map<Long, Client> speakers = new HashMap<>();
    private final RunFolder folder;
    private Optional<Ending> ending = Optional.empty();

    Server(RunFolder folder) throws IOException {
        this.folder = folder;
        selector = Selector.open();
        ear = new Ear(selector);
        socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(UnixDomainSocketAddress.of(folder.socket()), 128);
        Files.setPosixFilePermissions(folder.socket(), PosixFilePermissions.fromString("rw-rw-rw-"));
        socket.configureBlocking(false);
        socket.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Makes {@link #serve} look again at what has changed elsewhere. */
    void wake() {
        selector.wakeup();
    }

    /**
     * Answers until the program has ended, no process of it speaks any more, and none holds a descriptor.
     *
     * @param guard the guard of the program
     * @param waiting is told once when the program has ended, and others have not
     */
    Ending serve(Session session, Process guard, Consumer<Ending> waiting) throws IOException {
        boolean told = false;
        while (ending.isEmpty() || lingers()) {
            // What a guard that is gone had to say is all there by now, and is heard before it counts as lost.
            boolean gone = ending.isEmpty() && !guard.isAlive();
            int heard = gone ? ear.now() : ear.hear(ending.isEmpty() || told ? 0 : PATIENCE);
            List<SelectionKey> keys = new ArrayList<>(selector.selectedKeys());
            selector.selectedKeys().clear();
            keys.sort((a, b) -> Integer.compare(rank(a), rank(b)));
            for (SelectionKey key : keys) {
                if (key.isAcceptable()) {
                    accept();
                } else if (key.attachment() instanceof Connection connection) {
                    receive(connection, session);
                }
            }
            if (ending.isEmpty() && gone && heard == 0) {
                ending = Optional.of(new Ending.Lost());
            }
            if (!told && heard == 0 && ending.isPresent() && lingers()) {
                waiting.accept(ending.get());
                told = true;
            }
        }
        session.settle();
        connections.stream().filter(Connection::guard).forEach(Connection::dismiss);
        return ending.get();
    }

    /** Whether processes that the program has left behind still speak, or hold descriptors. */
    private boolean lingers() {
        return !speakers.isEmpty() || connections.stream().anyMatch(connection -> connection.file() != 0);
    }

    /** What was closed is heard before what was called since, and the end of a process before it speaks anew. */
    private static int rank(SelectionKey key) {
        if (!(key.attachment() instanceof Connection connection)) {
            return 3;
        }
        return connection.file() != 0 ? 0 : connection.client().isPresent() ? 1 : 2;
    }

    @Override
    public boolean ended(long file) {
        Connection connection = standIns.get(file);
        return connection != null && connection.receive();
    }

    @Override
    public void close() throws IOException {
        connections.forEach(Connection::close);
        socket.close();
        selector.close();
    }

    private void accept() throws IOException {
        SocketChannel channel = socket.accept();
        if (channel == null) {
            return;
        }
        channel.configureBlocking(false);
        Connection connection = new Connection(channel);
        connections.add(connection);
        channel.register(selector, SelectionKey.OP_READ, connection);
    }

    private void receive(Connection connection, Session session) {
        boolean over = connection.receive();
        for (Optional<WireRequest> next = connection.next(); next.isPresent(); next = connection.next()) {
            take(connection, next.get(), session);
        }
        if (over) {
            end(connection, session);
        }
    }

    private void take(Connection connection, WireRequest request, Session session) {
        switch (request.kind()) {
            case GUARD -> connection.guards();
            case ENDED -> ending = Optional.of(Ending.of(request.a()));
            case FAILED -> ending = Optional.of(new Ending.NotStarted((int) request.a()));
            case HELLO -> {
                Client client = session.join(request);
                connection.speaks(client);
                speakers.put(request.a(), client);
                connection.send(Reply.OK);
            }
            case ATTACH -> {
                connection.standsFor(request.file());
                standIns.put(request.file(), connection);
                Client client = speakers.get(request.b());
                if (client != null) {
                    session.attach(client, request.a(), request.file());
                }
                connection.send(Reply.OK);
            }
            default -> connection.client().ifPresent(client -> connection.send(answer(client, request, session)));
        }
    }

    private Reply answer(Client client, WireRequest request, Session session) {
        Reply reply = session.answer(client, request);
        if (reply.file() != 0) {
            folder.noteOpened();
        }
        return reply;
    }

    private void end(Connection connection, Session session) {
        connections.remove(connection);
        connection.close();
        connection.client().ifPresent(client -> {
            // The same process may speak again already, as another program.
            speakers.remove(client.process(), client);
            session.leave(client);
        });
        if (connection.file() != 0) {
            session.released();
        }
        if (connection.guard() && ending.isEmpty()) {
            ending = Optional.of(new Ending.Lost());
        }
    }
}
