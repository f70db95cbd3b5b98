// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;

/** Cases whose buffers begin where their first address is, so that the same calls are the same case wherever memory lay. */
final class Moved {
    private static final String VADDR = "vaddr";

    private final Map<String, Long> lowest = new HashMap<>();

    private Moved() {}

    /** Returns {@code original} with buffers that begin at the lowest address that it names in them. */
    static Case of(Case original) {
        Moved moved = new Moved();
        original.operations().forEach(moved::look);
        List<Operation> operations = new ArrayList<>();
        original.operations().forEach(operation -> operations.add(moved.moved(operation)));
        Process process = original.process();
        Map<String, Buffer> buffers = new TreeMap<>();
        process.buffers().values().forEach(buffer -> buffers.put(buffer.name(), moved.shorter(buffer)));
        return new Case(
                original.id(),
                original.topology(),
                new Process(process.memlock(), process.ipcLock(), buffers, 0),
                operations);
    }

    private void look(Operation operation) {
        if (place(operation) instanceof Address.InBuffer in) {
            lowest.merge(in.buffer(), in.offset(), Math::min);
        }
    }

    private Operation moved(Operation operation) {
        if (!(place(operation) instanceof Address.InBuffer in)) {
            return operation;
        }
        Map<String, Object> tree = OperationCodec.encode(operation);
        long offset = in.offset() - lowest.getOrDefault(in.buffer(), 0L);
        tree.put(VADDR, new Address.InBuffer(in.buffer(), offset).toString());
        return OperationCodec.decode(tree, "");
    }

    private Buffer shorter(Buffer buffer) {
        long from = lowest.getOrDefault(buffer.name(), 0L);
        return new Buffer(buffer.name(), buffer.size() - from, buffer.backing(), buffer.writable());
    }

    private static Address place(Operation operation) {
        return OperationCodec.encode(operation).get(VADDR) instanceof String text
                ? Address.parse(text)
                : new Address.Absolute(0);
    }
}
