// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Mapping;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.Tces;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.engine.state.Window;
import org.vfiooracle.steps.scene.Track;

/** What a container is made of, in the spelling of tables. A container that is gone has nothing. */
public final class ContainerFields {
    /** The columns of a table of windows. */
    public static final List<Column> WINDOW = List.of(
            Column.count("window"),
            Column.address("start"),
            Column.size("size"),
            Column.size("page"),
            Column.count("levels"));

    /** The columns of a table of mappings. */
    public static final List<Column> MAPPING =
            List.of(Column.address("iova"), Column.size("size"), Column.memory("memory"), Column.word("access"));

    private ContainerFields() {}

    /** The container that a handle opened, if it still lives. */
    public static Optional<Container> find(Track track, String container) {
        return Optional.ofNullable(track.state().containers().get(container));
    }

    /** The aliases of the groups in it, newest first. */
    public static List<String> groups(Track track, String container) {
        return find(track, container).map(Container::groups).orElse(List.of());
    }

    /** The windows of a container, by number. */
    public static List<Map<String, String>> windows(Track track, String container) {
        List<Map<String, String>> found = new ArrayList<>();
        for (Window window : inModel(track, container)) {
            Map<String, String> one = new LinkedHashMap<>();
            one.put("window", Integer.toString(window.number()));
            one.put("start", Hex.of(window.start()));
            one.put("size", ByteText.size(window.size()));
            one.put("page", ByteText.size(window.pageSize()));
            one.put("levels", Integer.toString(window.levels()));
            found.add(one);
        }
        return found;
    }

    /** What is mapped in a container, by window and bus address. */
    public static List<Map<String, String>> mappings(Track track, String container) {
        List<Map<String, String>> found = new ArrayList<>();
        for (Window window : inModel(track, container)) {
            for (Tces.Run run : window.tces().runs()) {
                mapping(found, run.iova(), run.size(), run.vaddr(), run.flags());
            }
        }
        for (Mapping one : ofType1(track, container)) {
            mapping(found, one.iova(), one.size(), one.vaddr(), one.flags());
        }
        return found;
    }

    private static void mapping(List<Map<String, String>> found, long iova, long size, Address memory, long flags) {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("iova", Hex.of(iova));
        one.put("size", ByteText.size(size));
        one.put("memory", memory.toString());
        one.put("access", access(flags));
        found.add(one);
    }

    private static List<Mapping> ofType1(Track track, String container) {
        return find(track, container)
                .flatMap(Container::iommu)
                .map(iommu -> iommu instanceof Type1 type1 ? type1.mappings() : List.<Mapping>of())
                .orElse(List.of());
    }

    private static String access(long flags) {
        return ((flags & 1) != 0 ? "r" : "") + ((flags & 2) != 0 ? "w" : "");
    }

    private static List<Window> inModel(Track track, String container) {
        return find(track, container)
                .flatMap(Container::iommu)
                .map(iommu -> iommu instanceof Spapr spapr
                        ? List.copyOf(spapr.windows().values())
                        : List.<Window>of())
                .orElse(List.of());
    }
}
