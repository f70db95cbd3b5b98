// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;

/** The process of a case as an ordered map: {@code memlock}, {@code capabilities}, {@code buffers}. */
public final class ProcessCodec {
    private static final String UNLIMITED = "unlimited";
    private static final String IPC_LOCK = "CAP_IPC_LOCK";

    private ProcessCodec() {}

    /** Returns {@code process} as a map, without {@code buffers} when it has none. */
    public static Map<String, Object> encode(Process process) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("memlock", limit(process.memlock()));
        tree.put("capabilities", process.ipcLock() ? List.of(IPC_LOCK) : List.of());
        if (!process.buffers().isEmpty()) {
            Map<String, Object> buffers = new LinkedHashMap<>();
            process.buffers().forEach((name, buffer) -> buffers.put(name, encode(buffer)));
            tree.put("buffers", buffers);
        }
        return tree;
    }

    /**
     * Reads a process that has not made any call.
     *
     * @param path place of {@code tree} in its document
     * @throws CodecProblem when it is none
     */
    public static Process decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        OptionalLong memlock = takeLimit(fields, "memlock");
        boolean ipcLock = takeCapabilities(fields, "capabilities").contains(IPC_LOCK);
        Fields named = fields.mapOrEmpty("buffers");
        Map<String, Buffer> buffers = new TreeMap<>();
        for (String name : named.keys()) {
            buffers.put(name, buffer(name, named));
        }
        fields.end();
        return new Process(memlock, ipcLock, buffers, 0);
    }

    private static Map<String, Object> encode(Buffer buffer) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("size", Hex.of(buffer.size()));
        tree.put("backing", buffer.backing().key());
        tree.put("access", buffer.writable() ? "rw" : "ro");
        return tree;
    }

    private static Buffer buffer(String name, Fields buffers) {
        if (!name.matches("[A-Z][A-Za-z0-9]*")) {
            throw new CodecProblem(
                    buffers.path(name), "a name of capital letter, then letters and digits", "\"" + name + "\"");
        }
        Fields fields = buffers.map(name);
        Buffer buffer =
                new Buffer(name, fields.hex("size"), takeBacking(fields, "backing"), takeAccess(fields, "access"));
        fields.end();
        return buffer;
    }

    /** Returns a limit in bytes as a document has it. */
    static String limit(OptionalLong bytes) {
        return bytes.isPresent() ? Hex.of(bytes.getAsLong()) : UNLIMITED;
    }

    static OptionalLong takeLimit(Fields fields, String key) {
        return fields.parsed(key, "\"unlimited\" or bytes such as \"0x10000\"", ProcessCodec::limit);
    }

    static List<String> takeCapabilities(Fields fields, String key) {
        return fields.listOrEmpty(key, ProcessCodec::capability);
    }

    static Buffer.Backing takeBacking(Fields fields, String key) {
        return fields.parsed(key, "page, none, thp, 2m, 16m or 1g", Buffer.Backing::of);
    }

    static boolean takeAccess(Fields fields, String key) {
        return fields.parsed(key, "rw or ro", ProcessCodec::writable);
    }

    private static OptionalLong limit(String text) {
        return text.equals(UNLIMITED) ? OptionalLong.empty() : OptionalLong.of(Hex.parse(text));
    }

    private static boolean writable(String text) {
        if (!text.equals("rw") && !text.equals("ro")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("rw");
    }

    private static String capability(Object element, String path) {
        if (!IPC_LOCK.equals(element)) {
            throw new CodecProblem(path, IPC_LOCK, "\"" + element + "\"");
        }
        return IPC_LOCK;
    }
}
