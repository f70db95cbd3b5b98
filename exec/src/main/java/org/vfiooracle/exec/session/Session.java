// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Declared.Driver;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.exec.host.HostNames;
import org.vfiooracle.exec.memory.MemoryView;
import org.vfiooracle.exec.memory.Sought;
import org.vfiooracle.exec.memory.ToldMemory;
import org.vfiooracle.exec.trace.Happening;
import org.vfiooracle.exec.uapi.Decoder;
import org.vfiooracle.exec.uapi.Encoder;
import org.vfiooracle.exec.uapi.ErrnoNumber;
import org.vfiooracle.exec.uapi.IoctlCall;
import org.vfiooracle.exec.uapi.Pointed;
import org.vfiooracle.exec.uapi.Surroundings;
import org.vfiooracle.exec.wire.ByteString;
import org.vfiooracle.exec.wire.Kind;
import org.vfiooracle.exec.wire.Reply;
import org.vfiooracle.exec.wire.WireRequest;

/** One run: messages of a program as operations of the model. Used by one thread. */
public final class Session {
    private final Setting setting;
    /** What a process says that was cut off; preload/oracle.h has it, too. */
    private static final int CUT_OFF = 2;

    private final Consumer<Happening> listener;
    private final Performer performer;
    private final Holders holders;
    private final DeviceDesk devices;
    private final Map<Character, Integer> handles = new HashMap<>();
    private int serial;
    private boolean released;

    /**
     * Begins a run.
     *
     * @param listener is told everything as it happens
     */
    public Session(Setting setting, StandIns standIns, Consumer<Happening> listener) {
        this.setting = setting;
        this.listener = listener;
        this.performer = new Performer(setting, listener);
        this.holders = new Holders(setting, performer, standIns);
        this.devices = new DeviceDesk(setting, performer, listener);
    }

    /** A process begins to speak. */
    public Client join(WireRequest hello) {
        Map<Integer, Long> held = new LinkedHashMap<>();
        for (int at = 0; at < hello.payload().length(); at += 16) {
            held.put((int) hello.payload().u64(at), hello.payload().u64(at + 8));
        }
        return hello.b() == CUT_OFF ? holders.rejoin(hello.a(), held) : holders.join(hello.a(), held);
    }

    /** A process speaks no more. */
    public void leave(Client client) {
        holders.leave(client);
    }

    /** The last descriptor of some file is closed. Its process says so next, or ends, or has said nothing by its next call. */
    public void released() {
        released = true;
    }

    /** Releases what was closed without a word. */
    public void settle() {
        released = false;
        holders.settle();
    }

    /** A descriptor for a file was made. */
    public void attach(Client client, long descriptor, long file) {
        client.number(OpenFile.pending(file), (int) descriptor);
    }

    /** Answers a message. */
    public Reply answer(Client client, WireRequest request) {
        if (released || holders.unsettled()) {
            settle();
        }
        return switch (request.kind()) {
            case OPEN -> open(client, request.payload().text());
            case IOCTL, IOCTL_AGAIN -> ioctl(client, request);
            case CLOSE -> close(client, request);
            case CLOSED -> closed();
            case DUP -> dup(client, request);
            case READ, WRITE, MMAP -> devices.transfer(client, holders.file(request.file()), request);
            default -> throw new IllegalArgumentException(request.kind() + " is no call");
        };
    }

    /** What the model was asked. */
    public Performed performed() {
        return performer.performed();
    }

    /** The process of the case; empty when no process made a call. */
    public Optional<Process> process() {
        return performer.process();
    }

    /** What was to be made to fail and was not, each with why. */
    public List<String> unfired() {
        return performer.unfired();
    }

    /** Lets go of the devices. */
    public void close() {
        devices.close();
    }

    private Reply open(Client client, String name) {
        holders.settle();
        if (name.equals("vfio")) {
            return opened(client, new Operation.OpenContainer(fresh('C')), OpenFile.Kind.CONTAINER, 0, "");
        }
        Optional<String> group = setting.names().group(name);
        if (group.isEmpty()) {
            return devices.told(client, "open(/dev/vfio/" + name + ")", Reply.failing(ErrnoNumber.of("ENOENT")));
        }
        return opened(
                client,
                new Operation.OpenGroup(group.get(), fresh('G')),
                OpenFile.Kind.GROUP,
                Integer.parseInt(name),
                "");
    }

    private Reply opened(Client client, Operation operation, OpenFile.Kind kind, int group, String device) {
        Optional<Reply> fault = performer.fault(client, operation.name(), () -> OperationText.of(operation));
        if (fault.isPresent()) {
            return fault.get();
        }
        Optional<Transition> done = performer.perform(client, operation);
        if (done.isEmpty()) {
            return Reply.failing(ErrnoNumber.of(Performer.UNKNOWN));
        }
        if (!(done.get().outcome().answer() instanceof Answer.Descriptor)) {
            return Replies.of(operation, done.get().outcome(), ByteString.NONE);
        }
        String handle = as(operation);
        handles.merge(handle.charAt(0), 1, Integer::sum);
        OpenFile file = OpenFile.of(kind, group, ++serial, device);
        holders.add(file);
        client.hold(new Client.Held(OpenFile.pending(file.id()), file.id(), handle));
        return Reply.descriptor(file.id());
    }

    private static String as(Operation operation) {
        return operation instanceof Operation.OpenContainer container
                ? container.as()
                : operation instanceof Operation.OpenGroup group
                        ? group.as()
                        : ((Operation.GetDeviceFd) operation).as();
    }

    private Reply ioctl(Client client, WireRequest request) {
        Optional<Client.Held> held = client.at(request.a());
        Optional<OpenFile> file = holders.file(request.file());
        if (held.isEmpty() || file.isEmpty()) {
            return devices.stray(client, "ioctl on descriptor " + request.a());
        }
        boolean again = request.kind() == Kind.IOCTL_AGAIN;
        ByteString payload = request.payload();
        IoctlCall asked = IoctlCall.of(
                held.get().handle(),
                request.b(),
                request.c(),
                again ? payload.part(ToldMemory.SIZE, payload.length()) : payload);
        Optional<Reply> desk = devices.ioctl(client, file.get(), asked);
        if (desk.isPresent()) {
            return desk.get();
        }
        Optional<Pointed> pointed = Pointed.by(asked, driver());
        if (pointed.isPresent() && !again) {
            Sought sought = client.buffers()
                    .sought(pointed.get().address(), pointed.get().length());
            return Reply.asking(sought.address(), sought.low(), sought.high());
        }
        MemoryView memory = again
                ? ToldMemory.read(payload.part(0, ToldMemory.SIZE))
                        .<MemoryView>map(told -> told)
                        .orElseGet(() -> MemoryView.of(client.process(), setting.processes()))
                : MemoryView.of(client.process(), setting.processes());
        Asking asking =
                new Asking(client, asked.handle(), pointed.map(Pointed::length).orElse(1L), memory);
        Operation operation = Decoder.operation(asked, asking);
        if (operation instanceof Operation.GetDeviceFd device) {
            int group = (int) (file.get().id() >> 32 & 0xffffff);
            return opened(client, operation, OpenFile.Kind.DEVICE, group, device.device());
        }
        Optional<Reply> fault = performer.fault(client, operation.name(), () -> OperationText.of(operation));
        return fault.orElseGet(() -> performer
                .perform(client, operation)
                .map(done -> Replies.of(operation, done.outcome(), asked.bytes()))
                .orElse(Reply.failing(ErrnoNumber.of(Performer.UNKNOWN))));
    }

    private Driver driver() {
        return setting.machine().profile().hardware().iommu() == Hardware.Iommu.TYPE1 ? Driver.TYPE1 : Driver.SPAPR;
    }

    private Reply close(Client client, WireRequest request) {
        client.close(request.a() < 0 ? OpenFile.pending(request.file()) : (int) request.a());
        return Reply.OK;
    }

    private Reply closed() {
        holders.settle();
        return Reply.OK;
    }

    private Reply dup(Client client, WireRequest request) {
        // One that was copied without a word is a copy of any that the process has of the file.
        Optional<Client.Held> from = client.at(request.a()).or(() -> client.open().stream()
                .filter(one -> one.file() == request.file())
                .findFirst());
        if (from.isEmpty()) {
            return devices.stray(client, "a descriptor that another process has sent");
        }
        String as = fresh(from.get().handle().charAt(0));
        if (performer
                .perform(client, new Operation.Dup(from.get().handle(), as))
                .isPresent()) {
            handles.merge(as.charAt(0), 1, Integer::sum);
            client.hold(new Client.Held((int) request.b(), from.get().file(), as));
        }
        return Reply.OK;
    }

    private String fresh(char letter) {
        return letter + String.valueOf(handles.getOrDefault(letter, 0) + 1);
    }

    /** What a request needs to know, and what a reader of the trace does not know yet. */
    private final class Asking implements Surroundings {
        private final Client client;
        private final String handle;
        private final long length;
        private final MemoryView memory;

        Asking(Client client, String handle, long length, MemoryView memory) {
            this.client = client;
            this.handle = handle;
            this.length = length;
            this.memory = memory;
        }

        @Override
        public String handle(int descriptor) {
            return client.at(descriptor).map(Client.Held::handle).orElseGet(() -> other(descriptor));
        }

        private String other(int descriptor) {
            if (descriptor < 0) {
                return "none";
            }
            boolean open = setting.processes().hasDescriptor(client.process(), descriptor);
            return open ? handle : Operation.SetContainer.CLOSED;
        }

        @Override
        public String device(String name) {
            return setting.names().at(name).map(HostNames.Named::alias).orElse(name);
        }

        @Override
        public String fresh(char letter) {
            return Session.this.fresh(letter);
        }

        @Override
        public Address address(long address) {
            Address found = client.buffers().address(address, length, memory);
            if (found instanceof Address.InBuffer in) {
                setting.labels().named(in.buffer(), in.offset()).ifPresent(label -> tell(label, in.buffer(), address));
            }
            return found;
        }

        private void tell(String label, String name, long address) {
            listener.accept(new Happening.Noted(
                    client.process(),
                    label + " is the memory at " + Hex.of(setting.labels().origin(address)) + ", mapped: "
                            + client.buffers().range(name)
                            + (client.buffers()
                                            .named(name)
                                            .filter(Buffer::writable)
                                            .isPresent()
                                    ? ""
                                    : ", which cannot be written to")));
        }

        @Override
        public boolean type1() {
            return driver() == Driver.TYPE1;
        }
    }

    /** Outcomes as replies. */
    private static final class Replies {
        static Reply of(Operation operation, org.vfiooracle.engine.operation.Outcome outcome, ByteString before) {
            ByteString struct = Encoder.struct(operation, outcome, before);
            if (outcome.answer() instanceof Answer.Failed failed) {
                return Reply.failing(ErrnoNumber.of(failed.errno())).with(struct);
            }
            long value = outcome.answer() instanceof Answer.Value number ? number.value() : 0;
            return Reply.of(value).with(struct);
        }
    }
}
