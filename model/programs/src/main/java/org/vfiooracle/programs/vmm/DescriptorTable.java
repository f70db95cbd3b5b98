// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.vmm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.engine.operation.Operation;

/**
 * The descriptors of a program in order of their numbers: a new one takes the lowest that is free, and a process that ends
 * closes the lowest first.
 *
 * @param slots handles, empty where a number is free
 * @param opened how many of each kind were opened, by the letter that their handles begin with
 */
public record DescriptorTable(List<String> slots, SortedMap<String, Integer> opened) {
    /** None yet. */
    public static final DescriptorTable NONE = new DescriptorTable(List.of(), new TreeMap<>());

    public DescriptorTable {
        slots = List.copyOf(slots);
        opened = Collections.unmodifiableSortedMap(new TreeMap<>(opened));
    }

    /** Returns these after a call that succeeded. */
    DescriptorTable after(Operation call) {
        if (call instanceof Operation.OpenGroup open) {
            return opened(open.as());
        }
        if (call instanceof Operation.OpenContainer open) {
            return opened(open.as());
        }
        if (call instanceof Operation.GetDeviceFd open) {
            return opened(open.as());
        }
        return call instanceof Operation.Close close ? closed(close.on()) : this;
    }

    /** The handle of the next descriptor of a kind, unless another has it: {@code G} and how many there have been. */
    String next(String letter) {
        return letter + (opened.getOrDefault(letter, 0) + 1);
    }

    /** What is open, lowest number first. */
    public List<String> open() {
        return slots.stream().filter(handle -> !handle.isEmpty()).toList();
    }

    private DescriptorTable opened(String handle) {
        List<String> next = new ArrayList<>(slots);
        int free = next.indexOf("");
        if (free < 0) {
            next.add(handle);
        } else {
            next.set(free, handle);
        }
        SortedMap<String, Integer> count = new TreeMap<>(opened);
        count.merge(handle.substring(0, 1), 1, Integer::sum);
        return new DescriptorTable(next, count);
    }

    private DescriptorTable closed(String handle) {
        return new DescriptorTable(
                slots.stream().map(open -> open.equals(handle) ? "" : open).toList(), opened);
    }
}
