// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.vfiooracle.advice.diagnose.SystemError;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Iommu;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;

/**
 * Reads what QEMU prints of itself with {@code -trace 'vfio_*'}: the log backend, with or without the time, and its messages in between. A
 * trace names memory, windows and mappings with their arguments and the devices that were opened, but neither containers nor what was
 * done to join them. Source: hw/vfio/trace-events of QEMU 2.6 to 10.1.
 */
final class QemuTrace {
    private static final String HEX = "(?:0x)?([0-9a-f]{1,16})";
    private static final Pattern LINE =
            Pattern.compile("(?:[0-9]+@[0-9]+\\.[0-9]+:|.* )?(?<event>vfio_[a-z_]+) +(?<text>\\S.*)");
    private static final Pattern GROUP = Pattern.compile("\\((?<name>\\S+)\\) group (?<group>[0-9]{1,9})");
    private static final Pattern DEVICE = Pattern.compile("Device (?<name>\\S+) flags: .*");
    private static final Pattern MEMORY = Pattern.compile("va=" + HEX + " size=" + HEX + " ret=(-?[0-9]{1,9})");
    private static final Pattern WINDOW =
            Pattern.compile("pageshift=" + HEX + "(?: levels=([0-9]{1,9}))? winsize=" + HEX + " offset=" + HEX);
    private static final Pattern START = Pattern.compile("offset=" + HEX);
    private static final Pattern RAM = Pattern.compile("region_add \\[ram] " + HEX + " - " + HEX + " \\[" + HEX + "]");
    private static final Pattern RANGE = Pattern.compile("region_del " + HEX + " - " + HEX);
    private static final Pattern CLOSED = Pattern.compile("close (?:container|group|vdev)->fd=[0-9]+");

    /** The message of a mapping that was refused, in the words of several years. */
    private static final Pattern REFUSED = Pattern.compile("VFIO_MAP_DMA\\b|\\bvfio_(?:legacy_|container_)?dma_map\\(");

    /** What ends the taking of a group. */
    private static final Set<String> OF_DEVICE = Set.of("vfio_get_device", "vfio_realize", "vfio_attach_device");

    private static final Pattern LISTENING = Pattern.compile("vfio_(?:prereg_)?(?:listener|register|unregister)");

    private static final int ARGSZ_OF_MAP = 32;
    private static final int ARGSZ_OF_UNMAP = 24;
    private static final int ARGSZ_OF_MEMORY = 24;
    private static final int ARGSZ_OF_CREATE = 40;
    private static final int ARGSZ_OF_REMOVE = 16;
    private static final int ARGSZ_OF_DEVICE_INFO = 16;
    private static final int READ_ONLY = 1;
    private static final int READ_AND_WRITE = 3;
    private static final int DEVICES_OF_A_GROUP = 4;
    private static final long GIGABYTE = 1L << 30;

    private final List<String> lines;
    private final long lowest;
    private final List<Event> events = new ArrayList<>();
    private final LoggedGroups named = new LoggedGroups();
    private final Map<String, String> groups = new HashMap<>();
    private int taken;
    private int devices;

    private QemuTrace(List<String> lines) {
        this.lines = lines;
        this.lowest = lowest(lines);
    }

    /** Returns the calls of a trace; empty when the text is none. */
    static Optional<Events> read(String text) {
        QemuTrace trace = new QemuTrace(text.lines().toList());
        for (int i = 0; i < trace.lines.size(); i++) {
            Matcher line = LINE.matcher(trace.lines.get(i));
            if (line.matches()) {
                trace.event(i, line.group("event"), line.group("text").strip());
            }
        }
        return trace.events.isEmpty()
                ? Optional.empty()
                : Optional.of(new Events(trace.events, trace.named.numbers(), Set.of(), Set.of(Candidates.MEMORY), 0));
    }

    private void event(int at, String event, String text) {
        switch (event) {
            case "vfio_realize", "vfio_attach_device" ->
                matched(GROUP, text).ifPresent(found -> taken(at, event, found));
            case "vfio_get_device" -> matched(DEVICE, text).ifPresent(found -> opened(at, event, found));
            case "vfio_prereg_register" -> matched(MEMORY, text).ifPresent(found -> registered(at, event, found, true));
            case "vfio_prereg_unregister" ->
                matched(MEMORY, text).ifPresent(found -> registered(at, event, found, false));
            case "vfio_spapr_create_window" -> matched(WINDOW, text).ifPresent(found -> created(at, event, found));
            case "vfio_spapr_remove_window" ->
                matched(START, text)
                        .ifPresent(found -> somewhere(
                                logged(at, event, "offset=0x" + found.group(1), Answer.OK),
                                "VFIO_IOMMU_SPAPR_TCE_REMOVE",
                                Spapr.class,
                                on -> List.of(new Operation.TceRemove(on, ARGSZ_OF_REMOVE, 0, hex(found, 1))),
                                Answer.OK));
            case "vfio_listener_region_add_ram" -> matched(RAM, text).ifPresent(found -> mapped(at, event, found));
            case "vfio_listener_region_del" -> matched(RANGE, text).ifPresent(found -> unmapped(at, event, found));
            case "vfio_put_base_device" -> closed(at, event, text, Handle.DeviceFd.class);
            case "vfio_disconnect_container" -> closed(at, event, text, Handle.ContainerFd.class);
            case "vfio_put_group" -> closed(at, event, text, Handle.GroupFd.class);
            default -> {}
        }
    }

    private static Optional<Matcher> matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static long hex(Matcher found, int group) {
        return Long.parseUnsignedLong(found.group(group), 16);
    }

    /** Memory is named by its distance from the lowest that the trace names, of the same alignment. */
    private static long lowest(List<String> lines) {
        Pattern address = Pattern.compile("(?:va=|\\[)" + HEX + "[\\] ].*");
        return lines.stream()
                .flatMap(line -> address.matcher(line).results())
                .map(found -> Long.parseUnsignedLong(found.group(1), 16))
                .min(Long::compareUnsigned)
                .map(least -> least - Long.remainderUnsigned(least, GIGABYTE))
                .orElse(0L);
    }

    private Address memory(long address) {
        return new Address.InBuffer(Candidates.MEMORY, (address - lowest) % Candidates.MEMORY_SIZE);
    }

    private static LoggedCall logged(int at, String event, String arguments, Answer answer) {
        return new LoggedCall(
                at + 1,
                0,
                event,
                arguments,
                answer.succeeded() ? OptionalLong.of(0) : OptionalLong.empty(),
                answer.succeeded() ? Optional.empty() : Optional.of(answer.toString()),
                answer.succeeded() ? "0" : answer.toString());
    }

    private void somewhere(
            LoggedCall logged,
            String call,
            Class<? extends Iommu> iommu,
            Function<String, List<Operation>> calls,
            Answer answer) {
        events.add(new Event.Somewhere(logged, call, state -> containers(state, iommu, calls), answer));
    }

    /** Of containers of a kind; where there is none, of all. */
    private static List<Operation> containers(
            State state, Class<? extends Iommu> iommu, Function<String, List<Operation>> calls) {
        List<Operation> all = new ArrayList<>();
        List<Operation> ofKind = new ArrayList<>();
        state.handles().forEach((name, handle) -> {
            if (handle instanceof Handle.ContainerFd open) {
                all.addAll(calls.apply(name));
                if (state.container(open.container())
                        .iommu()
                        .filter(iommu::isInstance)
                        .isPresent()) {
                    ofKind.addAll(calls.apply(name));
                }
            }
        });
        return ofKind.isEmpty() ? all : ofKind;
    }

    private void taken(int at, String event, Matcher found) {
        String alias = named.alias(found.group("group"));
        groups.put(found.group("name"), alias);
        events.add(new Event.Taken(
                logged(at, event, "group " + found.group("group"), Answer.OK), alias, ++taken, listens(at)));
    }

    /** Whether QEMU listens to changes of memory before it opens the device. */
    private boolean listens(int at) {
        return lines.stream()
                .skip(at + 1L)
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group("event"))
                .takeWhile(event -> !OF_DEVICE.contains(event))
                .anyMatch(event -> LISTENING.matcher(event).lookingAt());
    }

    private void opened(int at, String event, Matcher found) {
        String group = groups.get(found.group("name"));
        if (group == null) {
            return;
        }
        String as = "D" + ++devices;
        LoggedCall logged = logged(at, event, found.group("name"), Answer.OK);
        events.add(
                new Event.Somewhere(logged, "VFIO_GROUP_GET_DEVICE_FD", state -> devices(state, group, as), Answer.FD));
        events.add(new Event.Somewhere(
                logged,
                "VFIO_DEVICE_GET_INFO",
                state -> List.of(new Operation.DeviceGetInfo(as, ARGSZ_OF_DEVICE_INFO)),
                Answer.OK));
    }

    private static List<Operation> devices(State state, String group, String as) {
        return state.handles().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Handle.GroupFd open
                        && open.group().equals(group))
                .flatMap(entry -> IntStream.range(0, DEVICES_OF_A_GROUP)
                        .mapToObj(i -> (Operation) new Operation.GetDeviceFd(entry.getKey(), group + "." + i, as)))
                .toList();
    }

    private static Answer answer(String number) {
        return number.equals("0")
                ? Answer.OK
                : SystemError.read(number)
                        .flatMap(SystemError::errno)
                        .map(Answer::of)
                        .orElse(new Answer.Value(Long.parseLong(number)));
    }

    private void registered(int at, String event, Matcher found, boolean registers) {
        Address memory = memory(hex(found, 1));
        long size = hex(found, 2);
        Answer answer = answer(found.group(3));
        somewhere(
                logged(at, event, "va=0x" + found.group(1) + ", size=0x" + found.group(2), answer),
                registers ? "VFIO_IOMMU_SPAPR_REGISTER_MEMORY" : "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY",
                Spapr.class,
                on -> List.of(
                        registers
                                ? new Operation.RegisterMemory(on, ARGSZ_OF_MEMORY, 0, memory, size)
                                : new Operation.UnregisterMemory(on, ARGSZ_OF_MEMORY, 0, memory, size)),
                answer);
    }

    private void created(int at, String event, Matcher found) {
        int shift = (int) hex(found, 1);
        int levels = Optional.ofNullable(found.group(2)).map(Integer::valueOf).orElse(1);
        long size = hex(found, 3);
        somewhere(
                logged(at, event, found.group(), Answer.OK),
                "VFIO_IOMMU_SPAPR_TCE_CREATE",
                Spapr.class,
                on -> List.of(new Operation.TceCreate(on, ARGSZ_OF_CREATE, 0, shift, size, levels)),
                Answer.OK);
    }

    private void mapped(int at, String event, Matcher found) {
        long iova = hex(found, 1);
        long size = hex(found, 2) - iova + 1;
        Address memory = memory(hex(found, 3));
        Answer answer = refusal(at).orElse(Answer.OK);
        somewhere(
                logged(at, event, "iova=0x" + found.group(1) + ", size=0x" + Long.toHexString(size), answer),
                "VFIO_IOMMU_MAP_DMA",
                Type1.class,
                on -> List.of(
                        new Operation.MapDma(on, ARGSZ_OF_MAP, READ_AND_WRITE, memory, iova, size),
                        new Operation.MapDma(on, ARGSZ_OF_MAP, READ_ONLY, memory, iova, size)),
                answer);
    }

    /** What QEMU said of a mapping, before the next event of the trace. */
    private Optional<Answer> refusal(int at) {
        return lines.stream()
                .skip(at + 1L)
                .takeWhile(line -> !LINE.matcher(line).matches())
                .filter(line -> REFUSED.matcher(line).find())
                .findFirst()
                .flatMap(SystemError::within)
                .flatMap(SystemError::errno)
                .map(Answer::of);
    }

    private void unmapped(int at, String event, Matcher found) {
        long iova = hex(found, 1);
        long size = hex(found, 2) - iova + 1;
        somewhere(
                logged(at, event, "iova=0x" + found.group(1) + ", size=0x" + Long.toHexString(size), Answer.OK),
                "VFIO_IOMMU_UNMAP_DMA",
                Type1.class,
                on -> List.of(new Operation.UnmapDma(on, ARGSZ_OF_UNMAP, 0, iova, size)),
                Answer.OK);
    }

    private void closed(int at, String event, String text, Class<? extends Handle> kind) {
        if (CLOSED.matcher(text).matches()) {
            events.add(new Event.Somewhere(
                    logged(at, event, text, Answer.OK),
                    "close",
                    state -> state.handles().entrySet().stream()
                            .filter(entry -> kind.isInstance(entry.getValue()))
                            .map(entry -> (Operation) new Operation.Close(entry.getKey()))
                            .toList(),
                    Answer.OK));
        }
    }
}
