// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.java.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vfiooracle.steps.text.Quantity;

/** What stands in the braces of step texts. */
public final class ParameterTypes {
    private static final Map<String, Integer> IOMMU_TYPES =
            Map.of("type1", 1, "v1", 2, "type1v2", 3, "eeh", 5, "v2", 7);

    /** A handle or a buffer. */
    @ParameterType("\"([A-Za-z][A-Za-z0-9]*)\"")
    public String handle(String name) {
        return name;
    }

    /** One handle or several. */
    @ParameterType("\"[A-Za-z][A-Za-z0-9]*\"(?:(?:, | and )\"[A-Za-z][A-Za-z0-9]*\")*")
    public Handles handles(String text) {
        return new Handles(List.of(text.replace("\"", "").split(", | and ", -1)));
    }

    /** A number of bytes. */
    @ParameterType(Quantity.SIZE)
    public Long size(String text) {
        return Quantity.parse(text);
    }

    /** A bus address, or an offset. */
    @ParameterType(Quantity.ADDRESS)
    public Long address(String text) {
        return Quantity.parse(text);
    }

    /** The page size of a buffer. */
    @ParameterType("2m|16m|1g")
    public String backing(String text) {
        return text;
    }

    /** An IOMMU type or extension by name or number. Source: {@code <linux/vfio.h>}. */
    @ParameterType("v1|v2|type1v2|type1|eeh|[0-9]{1,9}")
    public Integer iommuType(String text) {
        Integer named = IOMMU_TYPES.get(text);
        return named == null ? Integer.valueOf(text) : named;
    }

    /** What a call answers. */
    @ParameterType("-?[0-9]{1,18}|fd|E[A-Z0-9]+|H_[A-Z]+|running|failed|exited|aborted|gone")
    public String answer(String text) {
        return text;
    }

    /** A program above VFIO, with its version. */
    @ParameterType("[a-z]+(?:-[a-z0-9.]+)+|openvmm|spdk|libvfn|cloud-hypervisor|rust-vmm")
    public String program(String id) {
        return id;
    }

    /** A device by its alias in the topology: group and ordinal. */
    @ParameterType("[A-Z]\\.[0-9]+")
    public String device(String alias) {
        return alias;
    }

    /** Devices, each perhaps on another bridge of the guest than 0. */
    @ParameterType("[A-Z]\\.[0-9]+(?: on bridge [0-9]+)?(?:(?:, | and )[A-Z]\\.[0-9]+(?: on bridge [0-9]+)?)*")
    public Devices devices(String text) {
        List<String> placed = new ArrayList<>();
        for (String one : text.split(", | and ", -1)) {
            placed.add(one.contains(" on ") ? one.replace(" on bridge ", "@") : one + "@0");
        }
        return new Devices(placed);
    }

    /** Names of calls. */
    @ParameterType("(?:VFIO_[A-Z_]+|open|close)(?:(?:, | and )(?:VFIO_[A-Z_]+|open|close))*")
    public CallNames callNames(String text) {
        return new CallNames(List.of(text.split(", | and ", -1)));
    }

    /** Names of calls. */
    public record CallNames(List<String> names) {}

    /** Devices with their bridges, {@code A.0@0}, in the order in which they were named. */
    public record Devices(List<String> placed) {}

    /** Several handles, in the order in which they were named. */
    public record Handles(List<String> names) {}
}
