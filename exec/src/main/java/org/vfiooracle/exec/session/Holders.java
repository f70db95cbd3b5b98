// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.exec.memory.Buffers;

/**
 * Which process holds which descriptor, and when a file is released. A process may end, be killed or become another program
 * without a word; that the last descriptor of a file is closed is what the host says.
 */
final class Holders {
    /** How long to wait for that, in milliseconds; a process that is not known may hold some of them for ever. */
    private static final int PATIENCE = 200;

    private final Setting setting;
    private final Performer performer;
    private final StandIns standIns;
    private final List<Client> clients = new ArrayList<>();
    private final Map<Long, OpenFile> files = new TreeMap<>();
    private final Mapped mapped;
    private int buffers;

    Holders(Setting setting, Performer performer, StandIns standIns) {
        this.setting = setting;
        this.performer = performer;
        this.standIns = standIns;
        this.mapped = new Mapped(setting, performer);
    }

    void add(OpenFile file) {
        files.put(file.id(), file);
    }

    Optional<OpenFile> file(long id) {
        return Optional.ofNullable(files.get(id));
    }

    /**
     * A process begins to speak.
     *
     * @param held the files of its descriptors
     */
    Client join(long process, Map<Integer, Long> held) {
        settle();
        if (clients.isEmpty()) {
            performer.begin(
                    setting.processes().lockLimit(process), setting.processes().mayLock(process));
            return added(process, "");
        }
        Client parent = parent(process, new HashSet<>(held.values()));
        String name = "P" + (clients.size() + 1);
        Client child = added(process, name);
        performer.perform(parent, new Operation.Fork(name));
        mapped.inherit(parent, child);
        inherit(parent, child, held);
        settle();
        return child;
    }

    /** A process speaks again whose connection was lost; where it never spoke, it begins to. */
    Client rejoin(long process, Map<Integer, Long> held) {
        for (Client client : clients) {
            if (client.process() == process && client.gone()) {
                client.comeBack(held);
                settle();
                return client;
            }
        }
        return join(process, held);
    }

    /** A process has gone, or has become another program. */
    void leave(Client client) {
        client.leave();
        client.closing().stream().filter(one -> one.number() < 0).forEach(one -> perform(client, one));
        // The host lets go of its descriptors in an order of its own, one after the other.
        for (int i = 0; i < PATIENCE && isLettingGo(client); i++) {
            LockSupport.parkNanos(1_000_000);
        }
        settle();
    }

    private boolean isLettingGo(Client client) {
        return client.closing().stream().anyMatch(one -> !isOpen(one.file()) && !standIns.ended(one.file()));
    }

    /** Closes in the model what is closed on the host, once another process is known to hold the file, or nobody does. */
    void settle() {
        Set<Long> ended = new HashSet<>();
        files.keySet().stream().filter(standIns::ended).forEach(ended::add);
        for (Client client : clients) {
            // Nobody has said so, but it is closed.
            client.open().stream().filter(one -> ended.contains(one.file())).forEach(one -> client.close(one.number()));
            mapped.settle(client);
            client.closing().stream()
                    .filter(one -> ended.contains(one.file()) || isOpen(one.file()))
                    .forEach(one -> perform(client, one));
            bury(client);
        }
        ended.forEach(files::remove);
    }

    private boolean isOpen(long file) {
        return clients.stream().anyMatch(client -> client.opens(file));
    }

    /** Whether a device that nobody has a descriptor of is mapped: what comes next may follow from its end. */
    boolean unsettled() {
        return mapped.any();
    }

    private void perform(Client client, Client.Held descriptor) {
        client.forget(descriptor);
        if (client.all().stream().noneMatch(one -> one.file() == descriptor.file())) {
            mapped.keep(client, descriptor, file(descriptor.file()));
        }
        performer.perform(client, new Operation.Close(descriptor.handle()));
    }

    private void bury(Client client) {
        boolean over = client.gone() && client.all().isEmpty() && !mapped.any(client);
        if (over && !client.name().isEmpty() && performer.state().lives(client.name())) {
            performer.perform(client, new Operation.Exit());
        }
    }

    private Client added(long process, String name) {
        Client client = new Client(process, name, new Buffers(() -> "B" + ++buffers));
        clients.add(client);
        return client;
    }

    /** The process whose descriptors it has: what it was itself before an exec, its parent, or any that has those files. */
    private Client parent(long process, Set<Long> held) {
        long made = setting.processes().parent(process);
        Client found = clients.get(0);
        for (Client client : clients) {
            boolean near = client.process() == process || client.process() == made;
            if (has(client, held) && (near || !has(found, held))) {
                found = client;
            }
        }
        return found;
    }

    private static boolean has(Client client, Set<Long> files) {
        return client.all().stream().anyMatch(one -> files.contains(one.file()));
    }

    /** A child has copies of all handles in the model, and closes those that it does not have. */
    private void inherit(Client parent, Client child, Map<Integer, Long> held) {
        List<Client.Held> copies = new ArrayList<>(parent.all());
        held.forEach((number, file) -> copies.stream()
                .filter(one -> one.file() == file)
                .min((a, b) -> Boolean.compare(b.number() == number, a.number() == number))
                .ifPresent(one -> {
                    copies.remove(one);
                    child.hold(new Client.Held(number, file, one.handle()));
                }));
        copies.forEach(one -> performer.perform(child, new Operation.Close(one.handle())));
    }
}
