// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.eras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;

/**
 * A few calls on a platform, in words that a table of tests has room for: {@code join A; set 7; map 0 0x10000; locked}. The
 * buffer {@code B1} has 1 MiB of ordinary pages, and {@code B2} one page that cannot be written to.
 */
final class Calls {
    private static final Map<String, Buffer> BUFFERS = Map.of(
            "B1", new Buffer("B1", 0x10_0000, Buffer.Backing.PAGE, true),
            "B2", new Buffer("B2", 0x1_0000, Buffer.Backing.PAGE, false));

    private final Machine machine;
    private State state;

    private Calls(Machine machine, Topology topology, OptionalLong memlock) {
        this.machine = machine;
        this.state = State.initial(topology, new Process(memlock, false, BUFFERS, 0));
    }

    /** Performs {@code calls} and returns their answers in the same order; {@code locked} answers the locked pages. */
    static String on(String platform, OptionalLong memlock, String calls) {
        Platforms platforms = Platforms.load();
        Machine machine = platforms.machine(PlatformId.parse(platform));
        Calls on = new Calls(machine, platforms.topology("six-groups", machine.profile()), memlock);
        List<String> answers = new ArrayList<>();
        for (String call : calls.split(";")) {
            answers.add(on.perform(call.strip().split(" ")));
        }
        return String.join(" ", answers);
    }

    /** Returns start and size of the 32-bit window of a group in a v1 container. */
    static String windowOn(String platform, String group) {
        Platforms platforms = Platforms.load();
        Machine machine = platforms.machine(PlatformId.parse(platform));
        Calls on = new Calls(machine, platforms.topology("six-groups", machine.profile()), OptionalLong.empty());
        on.join(group, "C1");
        on.answer(new Operation.SetIommu("C1", 2));
        Map<OutField, Long> out = machine.perform(on.state, new Operation.TceGetInfo("C1", 16))
                .outcome()
                .out();
        return out.get(OutField.DMA32_WINDOW_START) + " " + out.get(OutField.DMA32_WINDOW_SIZE);
    }

    private String perform(String[] words) {
        return switch (words[0]) {
            case "locked" -> Long.toString(state.process().lockedPages());
            case "mask" -> Long.toHexString(machine.profile().hardware().pageSizeMask());
            case "mapped" ->
                Long.toString(state.containers().values().stream()
                        .flatMap(container -> container.iommu().stream())
                        .flatMap(iommu -> ((org.vfiooracle.engine.state.Spapr) iommu).windows().values().stream())
                        .mapToLong(window -> window.tces().runs().stream()
                                .mapToLong(run -> run.size() >> 16)
                                .sum())
                        .sum());
            case "join" -> join(words[1], words.length > 2 ? words[2] : "C1");
            default -> answer(call(words, words[words.length - 1].startsWith("C") ? words[words.length - 1] : "C1"));
        };
    }

    private String join(String group, String container) {
        if (state.handle(container).isEmpty()) {
            answer(new Operation.OpenContainer(container));
        }
        if (state.handle("G" + group).isEmpty()) {
            answer(new Operation.OpenGroup(group, "G" + group));
        }
        return answer(new Operation.SetContainer("G" + group, container));
    }

    private String answer(Operation operation) {
        Transition done = machine.perform(state, operation);
        state = done.next();
        return done.outcome().answer().toString();
    }

    private static Operation call(String[] words, String on) {
        return switch (words[0]) {
            case "set" -> new Operation.SetIommu(on, (int) number(words[1]));
            case "leave" -> new Operation.UnsetContainer("G" + words[1]);
            case "enable" -> new Operation.Enable(on);
            case "disable" -> new Operation.Disable(on);
            case "info" -> new Operation.TceGetInfo(on, 32);
            case "register" -> new Operation.RegisterMemory(on, 24, 0, at(words[1]), number(words[2]));
            case "unregister" -> new Operation.UnregisterMemory(on, 24, 0, at(words[1]), number(words[2]));
            case "map" -> new Operation.MapDma(on, 32, 3, at("0"), number(words[1]), number(words[2]));
            case "map-read-only" ->
                new Operation.MapDma(on, 32, 1, new Address.InBuffer("B2", 0), number(words[1]), 0x1_0000);
            case "unmap" -> new Operation.UnmapDma(on, 24, 0, number(words[1]), number(words[2]));
            case "create" ->
                new Operation.TceCreate(on, 40, 0, (int) number(words[1]), number(words[2]), (int) number(words[3]));
            case "eeh" -> new Operation.EehPeOp(on, 12, 0, (int) number(words[1]));
            case "device" -> new Operation.GetDeviceFd("G" + words[1], words[1] + ".0", "D" + words[1]);
            case "remove" -> new Operation.TceRemove(on, 16, 0, number(words[1]));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static Address at(String offset) {
        return new Address.InBuffer("B1", number(offset));
    }

    private static long number(String word) {
        return word.startsWith("0x") ? Long.parseUnsignedLong(word.substring(2), 16) : Long.decode(word);
    }
}
