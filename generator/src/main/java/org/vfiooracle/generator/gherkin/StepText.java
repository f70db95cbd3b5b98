// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.gherkin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Repeat;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.generator.alphabet.Ask;

/** Calls of a case in the words of the features. A call that no step has words for is told field by field. */
final class StepText {
    private static final String ALONE = "D";
    private static final String SECOND = "A";
    private static final String TWO_DEVICES = "E";

    /** Arguments that a step says by itself. */
    private static final Set<String> SAID = Set.of("op", "on", "by");

    private final List<Operation> operations;
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private String caller = "";

    StepText(List<Operation> operations) {
        this.operations = List.copyOf(operations);
    }

    /** Returns the steps that describe the process, as far as the calls use what it has. */
    List<String> process(Process process) {
        List<String> steps = new ArrayList<>();
        String all = operations.toString();
        for (Buffer buffer : process.buffers().values()) {
            if (all.contains(buffer.name() + "+")) {
                String size = "memory \"" + buffer.name() + "\" of " + ByteText.size(buffer.size());
                steps.add(
                        buffer.backing() == Buffer.Backing.PAGE
                                ? (buffer.writable() ? "" : "read-only ") + size
                                : size + " in pages of " + buffer.backing().key());
            }
        }
        process.memlock()
                .ifPresent(bytes -> steps.add(
                        bytes == 0 ? "the process may lock nothing" : "the process may lock " + ByteText.size(bytes)));
        if (process.ipcLock()) {
            steps.add("the process has CAP_IPC_LOCK");
        }
        return steps;
    }

    /** Returns the steps of a call that has to succeed. */
    List<String> given(Operation operation) {
        List<String> steps = switched(operation);
        Operation call = Ask.callOf(operation);
        if (call instanceof Operation.OpenContainer open) {
            steps.add("container \"" + open.as() + "\"");
        } else if (call instanceof Operation.OpenGroup open) {
            steps.addAll(group(open, true));
        } else if (call instanceof Operation.SetContainer set) {
            steps.add(quoted(set.on()) + " is in container " + quoted(set.container()));
        } else if (call instanceof Operation.SetIommu set) {
            steps.add("container " + quoted(set.on()) + " has IOMMU type " + type(set.type()));
        } else if (call instanceof Operation.Enable enable) {
            steps.add("container " + quoted(enable.on()) + " is enabled");
        } else if (call instanceof Operation.Close close) {
            steps.add(quoted(close.on()) + " is closed");
        } else if (call instanceof Operation.Dup dup) {
            steps.add(quoted(dup.as()) + " is a duplicate of " + quoted(dup.on()));
        } else if (call instanceof Operation.Fork fork) {
            steps.add("process " + quoted(fork.as()) + " is forked");
        } else if (call instanceof Operation.GetDeviceFd device
                && device.pointer().writable()) {
            steps.add(
                    "device " + ordinal(device) + " of " + quoted(device.on()) + " is open as " + quoted(device.as()));
        } else {
            steps.addAll(plain(call));
        }
        return steps;
    }

    /** Returns the steps of a call that may be refused. */
    List<String> when(Operation operation) {
        List<String> steps = switched(operation);
        Operation call = Ask.callOf(operation);
        if (call instanceof Operation.OpenGroup open) {
            steps.addAll(group(open, false));
        } else if (call instanceof Operation.GetDeviceFd device
                && device.pointer().writable()) {
            steps.add("VFIO_GROUP_GET_DEVICE_FD opens device " + ordinal(device) + " of " + quoted(device.on()) + " as "
                    + quoted(device.as()));
        } else {
            steps.addAll(plain(call));
        }
        return steps;
    }

    private List<String> switched(Operation operation) {
        List<String> steps = new ArrayList<>();
        String by = operation instanceof Operation.By other ? other.by() : "";
        if (!by.equals(caller) && !(Ask.callOf(operation) instanceof Operation.Exit)) {
            steps.add(
                    by.isEmpty() ? "the first process makes the calls" : "process " + quoted(by) + " makes the calls");
            caller = by;
        }
        if (operation instanceof Operation.By other && other.call() instanceof Operation.Exit) {
            caller = "";
            steps.add("process " + quoted(other.by()) + " exits");
        }
        return steps;
    }

    private List<String> group(Operation.OpenGroup open, boolean given) {
        String known = aliases.entrySet().stream()
                .filter(entry -> entry.getValue().equals(open.group()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        if (open.group().equals(Operation.OpenGroup.NONE)) {
            return List.of("open is called for a group that does not exist as " + quoted(open.as()));
        }
        if (!known.isEmpty()) {
            return known.equals(open.as())
                    ? List.of()
                    : List.of("open is called for group " + quoted(known) + " as " + quoted(open.as()));
        }
        aliases.put(open.as(), open.group());
        if (open.group().equals(TWO_DEVICES)) {
            return List.of("group " + quoted(open.as()) + " with two devices");
        }
        String other = other(open);
        if (!other.isEmpty()) {
            return List.of(
                    open.group().equals(ALONE)
                            ? "groups " + quoted(open.as()) + " and " + quoted(other) + " whose devices do DMA"
                            : "groups " + quoted(other) + " and " + quoted(open.as()) + " whose devices do DMA");
        }
        return List.of(given ? "group " + quoted(open.as()) : "open is called for a group as " + quoted(open.as()));
    }

    /** Two groups are opened by one step, which says what they have in common. */
    private String other(Operation.OpenGroup open) {
        String partner = open.group().equals(ALONE) ? SECOND : open.group().equals(SECOND) ? ALONE : "";
        for (Operation operation : operations) {
            if (Ask.callOf(operation) instanceof Operation.OpenGroup later
                    && later.group().equals(partner)
                    && !aliases.containsKey(later.as())) {
                aliases.put(later.as(), partner);
                return later.as();
            }
        }
        return "";
    }

    private static List<String> plain(Operation call) {
        if (call instanceof Operation.OpenContainer open) {
            return List.of("open is called for a container as " + quoted(open.as()));
        } else if (call instanceof Operation.Close close) {
            return List.of("close is called on " + quoted(close.on()));
        } else if (call instanceof Operation.Dup dup) {
            return List.of("dup is called on " + quoted(dup.on()) + " as " + quoted(dup.as()));
        } else if (call instanceof Operation.Fork fork) {
            return List.of("fork is called for process " + quoted(fork.as()));
        } else if (call instanceof Operation.Exit) {
            return List.of();
        } else if (call instanceof Operation.UnsetContainer unset) {
            return List.of("VFIO_GROUP_UNSET_CONTAINER takes " + quoted(unset.on()) + " out");
        } else if (call instanceof Operation.DmaWrite write) {
            return List.of("device " + quoted(write.on()) + " writes to 0x" + Long.toHexString(write.iova()));
        } else if (call instanceof Operation.DmaRead read) {
            return List.of("device " + quoted(read.on()) + " reads from 0x" + Long.toHexString(read.iova())
                    + " through 0x" + Long.toHexString(read.through()));
        } else if (call instanceof Operation.SetIommu set) {
            return List.of("VFIO_SET_IOMMU sets type " + type(set.type()) + " on " + quoted(set.on()));
        } else if (call instanceof Operation.CheckExtension check) {
            return List.of("VFIO_CHECK_EXTENSION asks " + quoted(check.on()) + " for " + type(check.extension()));
        } else if (call instanceof Operation.GetApiVersion version) {
            return List.of("VFIO_GET_API_VERSION asks " + quoted(version.on()));
        } else if (call instanceof Operation.Enable || call instanceof Operation.Disable) {
            return List.of(call.name() + " is called on " + quoted(call.on()));
        }
        return call instanceof Repeat repeat ? repeated(repeat) : fields(call);
    }

    private static List<String> fields(Operation call) {
        List<String> lines = new ArrayList<>();
        List<String> table = new ArrayList<>();
        OperationCodec.encode(call).forEach((key, value) -> {
            if (!SAID.contains(key)) {
                String text = value instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : String.valueOf(value);
                table.add("  | " + key + " | " + text + " |");
            }
        });
        lines.add(called(call) + (table.isEmpty() ? "" : " with"));
        lines.addAll(table);
        return lines;
    }

    private static String called(Operation call) {
        return call.name() + " is called" + (call.on().isEmpty() ? "" : " on " + quoted(call.on()));
    }

    /** The fields of the request, then how much further each is. */
    private static List<String> repeated(Repeat repeat) {
        List<String> lines = new ArrayList<>(fields(repeat.call()));
        lines.set(
                0,
                repeat.call().name() + " is called " + repeat.times() + " times on " + quoted(repeat.on()) + " with");
        if (repeat.iovaStep() != 0) {
            lines.add("  | iova_step | 0x" + Long.toHexString(repeat.iovaStep()) + " |");
        }
        if (repeat.vaddrStep() != 0) {
            lines.add("  | vaddr_step | 0x" + Long.toHexString(repeat.vaddrStep()) + " |");
        }
        return lines;
    }

    private static String ordinal(Operation.GetDeviceFd device) {
        return device.device().substring(device.device().indexOf('.') + 1);
    }

    private static String type(int type) {
        return switch (type) {
            case 1 -> "type1";
            case 2 -> "v1";
            case 3 -> "type1v2";
            case 7 -> "v2";
            default -> Integer.toString(type);
        };
    }

    private static String quoted(String handle) {
        return "\"" + handle + "\"";
    }
}
