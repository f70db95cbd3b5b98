// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.java.ParameterType;
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
    @ParameterType("-?[0-9]{1,18}|fd|E[A-Z0-9]+")
    public String answer(String text) {
        return text;
    }

    /** Several handles, in the order in which they were named. */
    public record Handles(List<String> names) {}
}
