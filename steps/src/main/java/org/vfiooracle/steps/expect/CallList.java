// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.steps.scene.Track;

/** The VFIO calls that the last operation of a program caused, in the spelling of tables. */
public final class CallList {
    /** The columns of a table of calls: any argument of a call, as the adapter protocol names it. */
    public static final List<Column> COLUMNS = List.of(
            Column.word("call"),
            Column.word("on"),
            Column.word("group"),
            Column.word("as"),
            Column.word("container"),
            Column.word("type"),
            Column.word("extension"),
            Column.word("flags"),
            Column.word("vaddr"),
            Column.address("iova"),
            Column.size("size"),
            Column.size("window_size"),
            Column.word("page_shift"),
            Column.word("levels"),
            Column.address("start_addr"),
            Column.word("pe_op"),
            Column.word("answer"),
            Column.word("rule"));

    private CallList() {}

    /** The calls on a platform whose names {@code wanted} takes, in order. */
    public static List<Map<String, String>> of(Track track, Predicate<String> wanted) {
        List<Map<String, String>> found = new ArrayList<>();
        track.last().ifPresent(last -> last.outcome().calls().stream()
                .filter(call -> wanted.test(call.operation().name()))
                .forEach(call -> found.add(properties(call))));
        return found;
    }

    private static Map<String, String> properties(HostCall call) {
        Map<String, Object> tree = OperationCodec.encode(call.operation());
        Map<String, String> one = new LinkedHashMap<>();
        for (Column column : COLUMNS) {
            Object value = tree.get(column.name());
            if (value != null) {
                one.put(column.name(), column.canonical().apply(value.toString()));
            }
        }
        one.put("call", call.operation().name());
        one.put("answer", call.answer().toString());
        one.put("rule", call.rule());
        return one;
    }
}
