// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Iommu;
import org.vfiooracle.engine.state.Region;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.engine.state.Window;

/** Containers of a state as ordered maps: {@code open}, {@code groups}, {@code iommu}, then what the driver adds. */
final class ContainerCodec {
    private static final String NONE = "none";
    private static final String SPAPR = "spapr-tce-v";

    private ContainerCodec() {}

    static Map<String, Object> encode(Container container) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("open", container.open());
        tree.put("groups", container.groups());
        tree.put("iommu", container.iommu().map(Iommu::typeName).orElse(NONE));
        if (container.iommu().orElse(null) instanceof Spapr spapr) {
            tree.put("enabled", spapr.enabled());
            tree.put("default_window_pending", spapr.defaultPending());
            tree.put("attached", spapr.attached());
            tree.put(
                    "windows",
                    spapr.windows().values().stream().map(WindowCodec::encode).toList());
            tree.put(
                    "registered",
                    spapr.regions().stream().map(ContainerCodec::encode).toList());
        }
        if (container.iommu().orElse(null) instanceof Type1 type1) {
            MappingCodec.encode(type1, tree);
        }
        return tree;
    }

    static Container decode(String name, Fields fields) {
        boolean open = fields.truth("open");
        List<String> groups = fields.texts("groups");
        String type = fields.text("iommu");
        Optional<Iommu> iommu = type.equals(NONE) ? Optional.empty() : Optional.of(iommu(type, fields));
        fields.end();
        return new Container(name, open, groups, iommu);
    }

    /** Returns start and size of registered memory as a map. */
    static Map<String, Object> encode(Region.Key key) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("vaddr", key.vaddr().toString());
        tree.put("size", Hex.of(key.size()));
        return tree;
    }

    /** Takes start and size of registered memory. */
    static Region.Key takeKey(Fields fields) {
        return new Region.Key(Addresses.taken(fields, "vaddr"), fields.hex("size"));
    }

    private static Iommu iommu(String type, Fields fields) {
        switch (type) {
            case "type1":
                return new Type1(1, MappingCodec.take(fields));
            case "type1v2":
                return new Type1(3, MappingCodec.take(fields));
            case SPAPR + "1":
                return spapr(1, fields);
            case SPAPR + "2":
                return spapr(2, fields);
            default:
                throw new CodecProblem(
                        fields.path("iommu"),
                        "one of none, spapr-tce-v1, spapr-tce-v2, type1, type1v2",
                        "\"" + type + "\"");
        }
    }

    private static Spapr spapr(int version, Fields fields) {
        boolean enabled = fields.truth("enabled");
        boolean pending = fields.truth("default_window_pending");
        List<String> attached = fields.texts("attached");
        SortedMap<Integer, Window> windows = new TreeMap<>();
        for (Window window : fields.list("windows", WindowCodec::decode)) {
            windows.put(window.number(), window);
        }
        List<Region.Key> registered = fields.list("registered", ContainerCodec::key);
        return new Spapr(version, Optional.empty(), enabled, 0, pending, attached, windows, registered);
    }

    private static Region.Key key(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        Region.Key key = takeKey(fields);
        fields.end();
        return key;
    }
}
