// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.state.Tces;
import org.vfiooracle.engine.state.Window;

/** DMA windows of a state as ordered maps, with what is mapped in them. */
final class WindowCodec {
    /** By the flags of VFIO_IOMMU_MAP_DMA: 1 the device may read, 2 it may write. */
    static final List<String> ACCESS = List.of("none", "r", "w", "rw");

    private WindowCodec() {}

    static Map<String, Object> encode(Window window) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("number", (long) window.number());
        tree.put("start", Hex.of(window.start()));
        tree.put("size", Hex.of(window.size()));
        tree.put("page_shift", (long) window.pageShift());
        tree.put("levels", (long) window.levels());
        tree.put("locked_pages", window.lockedPages());
        tree.put(
                "mappings",
                told(window.tces()).runs().stream().map(WindowCodec::mapping).toList());
        return tree;
    }

    static Window decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        Tces tces = Tces.NONE;
        for (Tces.Run run : fields.list("mappings", WindowCodec::mapping)) {
            tces = tces.with(run);
        }
        Window window = new Window(
                fields.count("number"),
                fields.hex("start"),
                fields.hex("size"),
                fields.count("page_shift"),
                fields.count("levels"),
                fields.number("locked_pages"),
                false,
                false,
                tces);
        fields.end();
        return window;
    }

    /** Without the region that a run is accounted to, which can make two runs one. */
    private static Tces told(Tces tces) {
        Tces told = Tces.NONE;
        for (Tces.Run run : tces.runs()) {
            told = told.with(new Tces.Run(run.iova(), run.size(), run.vaddr(), run.flags() & 3, Optional.empty()));
        }
        return told;
    }

    private static Map<String, Object> mapping(Tces.Run run) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("iova", Hex.of(run.iova()));
        tree.put("size", Hex.of(run.size()));
        tree.put("vaddr", run.vaddr().toString());
        tree.put("access", ACCESS.get((int) run.flags()));
        return tree;
    }

    private static Tces.Run mapping(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        long iova = fields.hex("iova");
        long size = fields.hex("size");
        int flags = access(fields);
        Tces.Run run = new Tces.Run(iova, size, Addresses.taken(fields, "vaddr"), flags, Optional.empty());
        fields.end();
        return run;
    }

    /** Takes what a device may do, as the flags of VFIO_IOMMU_MAP_DMA. */
    static int access(Fields fields) {
        String access = fields.text("access");
        if (!ACCESS.contains(access)) {
            throw new CodecProblem(fields.path("access"), "one of " + String.join(", ", ACCESS), "\"" + access + "\"");
        }
        return ACCESS.indexOf(access);
    }
}
