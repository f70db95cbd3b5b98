// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProcessCall;

/**
 * Registers of devices that stay mapped in a process when their descriptor is closed: the mapping holds the open file. As long as
 * there is a descriptor, a mapping makes no difference, so nobody asks for it.
 */
final class Mapped {
    private final Setting setting;
    private final Performer performer;
    private final Map<Client, Map<String, String>> devices = new HashMap<>();
    private int names;

    Mapped(Setting setting, Performer performer) {
        this.setting = setting;
        this.performer = performer;
    }

    /** Whether any is left: then each call may follow from one that is gone by now. */
    boolean any() {
        return devices.values().stream().anyMatch(left -> !left.isEmpty());
    }

    /** Whether any is left in a process. */
    boolean any(Client client) {
        return !of(client).isEmpty();
    }

    /** A process is about to close its last descriptor of a device; where the registers are mapped, the model learns of it first. */
    void keep(Client client, Client.Held descriptor, Optional<OpenFile> file) {
        file.filter(open -> open.kind() == OpenFile.Kind.DEVICE)
                .map(OpenFile::device)
                .filter(device -> maps(client, device))
                .ifPresent(device -> {
                    String name = "M" + ++names;
                    performer.perform(client, new ProcessCall.MapDevice(descriptor.handle(), name, 0));
                    of(client).put(name, device);
                });
    }

    /** A child has copies of what its parent has mapped. */
    void inherit(Client parent, Client child) {
        of(child).putAll(of(parent));
    }

    /** Takes away in the model what is unmapped in a process. */
    void settle(Client client) {
        for (Map.Entry<String, String> one : List.copyOf(of(client).entrySet())) {
            if (!maps(client, one.getValue())) {
                of(client).remove(one.getKey());
                performer.perform(client, unmap(one.getKey()));
            }
        }
    }

    private static Operation unmap(String name) {
        return new ProcessCall.UnmapDevice(name);
    }

    private boolean maps(Client client, String device) {
        return setting.processes()
                .maps(client.process(), setting.registers(device).toString());
    }

    private Map<String, String> of(Client client) {
        return devices.computeIfAbsent(client, any -> new HashMap<>());
    }
}
