// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.platform.Type1Iommu;

/** Reads what a bridge can do out of a profile, as one release sees it. */
final class HardwareReader {
    private static final String RELEASES = "releases";

    private HardwareReader() {}

    /**
     * Reads the map {@code hardware}, in which each value is given once or per range of releases, as each of {@code series} sees it.
     *
     * @throws CodecProblem when a field is missing, unknown or of another type
     */
    static Map<Release, Hardware> read(Object tree, String path, Iterable<Release> series) {
        Map<Release, Hardware> read = new TreeMap<>();
        Map<Map<String, Object>, Hardware> known = new HashMap<>();
        Fields fields = Fields.of(tree, path);
        Map<String, Object> given = new LinkedHashMap<>();
        fields.keys().forEach(key -> given.put(key, given(fields.any(key), fields.path(key))));
        for (Release release : series) {
            Map<String, Object> seen = new LinkedHashMap<>();
            given.forEach((key, value) ->
                    seen.put(key, value instanceof PerRelease one ? one.on(release, fields.path(key)) : value));
            read.put(release, known.computeIfAbsent(seen, values -> hardware(Fields.of(values, path))));
        }
        return read;
    }

    private static Hardware hardware(Fields fields) {
        Hardware.Iommu iommu = choice(fields, "iommu", Hardware.Iommu.class);
        Hardware hardware = iommu == Hardware.Iommu.TYPE1 ? Hardware.of(type1(fields)) : spapr(iommu, fields);
        fields.end();
        return hardware;
    }

    private static Hardware spapr(Hardware.Iommu iommu, Fields fields) {
        SortedSet<Integer> shifts = shifts(fields, "page_shifts");
        return new Hardware(
                iommu,
                fields.truth("group_per_phb"),
                fields.count("tables_per_pe"),
                fields.truth("table_shareable"),
                fields.truth("hands_over_ownership"),
                choice(fields, "boot_window", Hardware.BootWindow.class),
                fields.hex("dma32_size"),
                shifts,
                fields.count("max_levels"),
                fields.hex("second_window_start"),
                fields.hex("max_table_level_bytes"),
                fields.truth("bypass"),
                fields.truth("eeh"),
                fields.has("error_injection")
                        ? choice(fields, "error_injection", Hardware.Injection.class)
                        : Hardware.Injection.UNKNOWN,
                fields.has("tables") ? choice(fields, "tables", Hardware.Tables.class) : Hardware.Tables.BRIDGE,
                fields.has("largest_block_pages") ? fields.hex("largest_block_pages") : 0,
                fields.has("bridge_page_shifts") ? shifts(fields, "bridge_page_shifts") : shifts,
                Type1Iommu.NONE);
    }

    private static Type1Iommu type1(Fields fields) {
        return new Type1Iommu(
                fields.list("iova_ranges", (element, path) -> {
                    Fields range = Fields.of(element, path);
                    Type1Iommu.Range read = new Type1Iommu.Range(range.hex("start"), range.hex("end"));
                    range.end();
                    return read;
                }),
                fields.hex("iova_pgsizes"),
                fields.truth("enforces_coherency"));
    }

    private static SortedSet<Integer> shifts(Fields fields, String key) {
        return new TreeSet<>(fields.list(key, (element, path) -> {
            if (element instanceof Long shift && shift >= 12 && shift <= 40) {
                return shift.intValue();
            }
            throw new CodecProblem(path, "the binary logarithm of a page size", String.valueOf(element));
        }));
    }

    private static <E extends Enum<E>> E choice(Fields fields, String key, Class<E> choices) {
        List<String> names = new ArrayList<>();
        for (E choice : choices.getEnumConstants()) {
            names.add(choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return fields.parsed(key, "one of " + String.join(", ", names), text -> {
            if (!names.contains(text)) {
                throw new IllegalArgumentException(text);
            }
            return choices.getEnumConstants()[names.indexOf(text)];
        });
    }

    private static Object given(Object value, String path) {
        return value instanceof List<?> list
                        && !list.isEmpty()
                        && list.get(0) instanceof Map<?, ?> map
                        && map.containsKey(RELEASES)
                ? PerRelease.of(list, path)
                : value;
    }

    /** A value that depends on the release. */
    private record PerRelease(List<Ranged> values) {
        /** A value, and the releases that have it. */
        record Ranged(Releases releases, Object value) {}

        static PerRelease of(List<?> ranges, String path) {
            List<Ranged> values = new ArrayList<>();
            for (int i = 0; i < ranges.size(); i++) {
                Fields range = Fields.of(ranges.get(i), path + "[" + i + "]");
                Releases releases = range.parsed(RELEASES, "releases such as '4.18..'", ReleaseRange::parse);
                values.add(new Ranged(releases, range.any("value")));
                range.end();
            }
            return new PerRelease(values);
        }

        Object on(Release release, String path) {
            List<Object> found = values.stream()
                    .filter(one -> one.releases().contains(release))
                    .map(Ranged::value)
                    .toList();
            if (found.size() != 1) {
                throw new CodecProblem(path, "exactly one value for Linux " + release, found.size() + " of them");
            }
            return found.get(0);
        }
    }
}
