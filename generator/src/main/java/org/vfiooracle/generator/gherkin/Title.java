// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.gherkin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.engine.operation.HandleKind;
import org.vfiooracle.engine.operation.HasStruct;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Pointer;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.alphabet.Ask;

/** What a call is, in the title of a scenario: its name, and what is unusual about it. */
final class Title {
    private static final int LONGEST = 80;
    private static final Set<String> NAMES = Set.of("op", "by", "on", "as", "group", "container", "device", "path");
    private static final Set<String> USUAL = Set.of("flags 0x0", "flags 0x3", "levels 1", "resv1 0x0", "resv2 0x0");

    /** Arguments that are told before all others: they are seldom other than usual. */
    private static final Set<String> SELDOM_OTHERWISE = Set.of("argsz", "flags");

    private static final List<String> PREFIXES = List.of("VFIO_IOMMU_SPAPR_", "VFIO_IOMMU_", "VFIO_GROUP_", "VFIO_");

    private Title() {}

    /** Returns the title of a call in a state. */
    static String of(State state, Operation operation) {
        Operation call = Ask.callOf(operation);
        List<String> parts = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        String on = descriptor(state, call.on());
        OperationCodec.encode(call).forEach((key, value) -> {
            if (!NAMES.contains(key) && !USUAL.contains(key + " " + value) && unusual(call, key)) {
                (SELDOM_OTHERWISE.contains(key) ? wrong : parts).add(key + " " + value);
            }
        });
        Object pointer = OperationCodec.encode(call).get("pointer");
        if (pointer != null) {
            parts.remove("pointer " + pointer);
            wrong.add(pointer.equals(Pointer.UNMAPPED.key()) ? "a struct that cannot be read" : "a read-only struct");
        }
        List<String> told = wrong.isEmpty() ? parts : wrong;
        String title = shortName(call.name()) + on + (told.isEmpty() ? "" : " with " + joined(told));
        return title.length() <= LONGEST ? title : title.substring(0, title.lastIndexOf(' ', LONGEST - 4)) + " ...";
    }

    /** Whether the usual call would have another value there: a size of the struct is told only where it is wrong. */
    private static boolean unusual(Operation call, String key) {
        if (!key.equals("argsz")) {
            return true;
        }
        Map<String, Object> rest = OperationCodec.encode(call);
        rest.remove("argsz");
        try {
            Operation usual = OperationCodec.decode(rest, "");
            return usual instanceof HasStruct a && call instanceof HasStruct b && a.argsz() != b.argsz();
        } catch (CodecProblem needed) {
            return true;
        }
    }

    private static String descriptor(State state, String handle) {
        if (handle.isEmpty()) {
            return "";
        }
        Handle what = state.handle(handle).orElse(null);
        if (what == null) {
            return " on a closed descriptor";
        }
        return " on a "
                + (what instanceof Handle.ContainerFd
                                ? HandleKind.CONTAINER
                                : what instanceof Handle.GroupFd ? HandleKind.GROUP : HandleKind.DEVICE)
                        .key();
    }

    private static String shortName(String name) {
        for (String prefix : PREFIXES) {
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }

    private static String joined(List<String> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }
}
