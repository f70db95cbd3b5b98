// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.session;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.topology.Device;
import org.vfiooracle.exec.device.PciDevice;
import org.vfiooracle.exec.host.HostNames;
import org.vfiooracle.exec.host.PciIds;
import org.vfiooracle.exec.trace.Happening;
import org.vfiooracle.exec.uapi.ErrnoNumber;
import org.vfiooracle.exec.uapi.IoctlCall;
import org.vfiooracle.exec.wire.Reply;
import org.vfiooracle.exec.wire.WireRequest;

/** Answers what is no business of the model: requests of devices, access to their registers, descriptors of nobody. */
final class DeviceDesk {
    private final Setting setting;
    private final Performer performer;
    private final Consumer<Happening> listener;
    private final Map<String, PciDevice> devices = new TreeMap<>();

    DeviceDesk(Setting setting, Performer performer, Consumer<Happening> listener) {
        this.setting = setting;
        this.performer = performer;
        this.listener = listener;
    }

    /** Answers a request that the model is not asked; empty for others. */
    Optional<Reply> ioctl(Client client, OpenFile file, IoctlCall asked) {
        if (!asked.ofVfio()) {
            String call = "ioctl(" + asked.handle() + ", request " + Hex.of(asked.number() & 0xffffffffL) + ")";
            return Optional.of(told(client, call, Reply.failing(ErrnoNumber.of("ENOTTY"))));
        }
        String name = PciDevice.name(asked.nr());
        if (file.kind() != OpenFile.Kind.DEVICE || name.isEmpty()) {
            return Optional.empty();
        }
        String call = name + "(" + asked.handle() + index(asked) + ")";
        return Optional.of(performer
                .fault(client, name, () -> call)
                .orElseGet(() -> told(client, call, device(file).ioctl(asked))));
    }

    /** Answers an access to what a descriptor shows; containers and groups show nothing. */
    Reply transfer(Client client, Optional<OpenFile> file, WireRequest request) {
        String call = request.kind().toString().toLowerCase(java.util.Locale.ROOT) + "("
                + client.at(request.a()).map(Client.Held::handle).orElse("?") + ", offset " + Hex.of(request.b()) + ")";
        if (file.isEmpty() || file.get().kind() != OpenFile.Kind.DEVICE) {
            return told(client, call, Reply.failing(ErrnoNumber.of("EINVAL")));
        }
        PciDevice device = device(file.get());
        Reply reply =
                switch (request.kind()) {
                    case READ -> device.read(request.b(), request.c());
                    case WRITE -> device.write(request.b(), request.payload());
                    default -> device.map(request.b(), request.c());
                };
        listener.accept(new Happening.Answered(client.process(), call, text(reply), true));
        return reply;
    }

    /** Tells of a call that was answered here. */
    Reply told(Client client, String call, Reply reply) {
        listener.accept(new Happening.Answered(client.process(), call, text(reply), false));
        return reply;
    }

    /** Answers a call on a descriptor that came to its process in a way that is not modelled. */
    Reply stray(Client client, String call) {
        listener.accept(new Happening.NotKnown(
                client.process(), call, "a descriptor that a process got from another one", Performer.UNKNOWN));
        return Reply.failing(ErrnoNumber.of(Performer.UNKNOWN));
    }

    void close() {
        devices.values().forEach(PciDevice::close);
    }

    private PciDevice device(OpenFile file) {
        return devices.computeIfAbsent(file.device(), alias -> {
            HostNames.Named named = setting.names().device(alias).orElseThrow();
            PciIds ids = named.ids();
            return new PciDevice(ids, resets(named.device()), setting.registers(alias));
        });
    }

    private boolean resets(Device device) {
        boolean bridges = setting.machine().profile().hardware().tables() == Hardware.Tables.BRIDGE;
        return device.reset() == Device.Reset.OWN || device.reset() == Device.Reset.BUS && bridges;
    }

    private static String index(IoctlCall asked) {
        return asked.nr() >= 108 && asked.nr() <= 110
                ? ", index " + asked.bytes().u32(8)
                : "";
    }

    private static String text(Reply reply) {
        return reply.error() == 0 ? String.valueOf(reply.value()) : ErrnoNumber.name(reply.error());
    }
}
