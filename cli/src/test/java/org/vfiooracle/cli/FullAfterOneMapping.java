// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.vfiooracle.conformance.drive.OracleMessage;
import org.vfiooracle.conformance.drive.ReferenceAdapter;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.protocol.message.Garbage;
import org.vfiooracle.protocol.message.Messages;

/** An adapter that is wrong in one way: the second mapping of a case finds no room. */
public final class FullAfterOneMapping {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Platforms platforms = Platforms.load();
    private final ReferenceAdapter right =
            new ReferenceAdapter(platforms, platforms.machine(PlatformId.parse("phb4-linux-6.12.95-4k")));
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private FullAfterOneMapping() {}

    /** The command line that starts it with the classes of this Java. */
    static String command() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return "'" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + System.getProperty("java.class.path")
                + "' " + FullAfterOneMapping.class.getName();
    }

    public static void main(String[] args) throws IOException, Garbage {
        new FullAfterOneMapping().serve();
    }

    private void serve() throws IOException, Garbage {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            OracleMessage request = OracleMessage.read(line);
            if (request instanceof OracleMessage.Stop) {
                return;
            }
            out.println(
                    request instanceof OracleMessage.Perform perform
                            ? answer(perform)
                            : Messages.of(right.announcement()));
        }
    }

    private String answer(OracleMessage.Perform perform) throws IOException {
        ObjectNode message = (ObjectNode) JSON.readTree(right.answer(perform.performed()));
        int mapped = 0;
        for (int i = 0; i < message.path("steps").size(); i++) {
            JsonNode step = message.get("steps").get(i);
            Operation operation = perform.performed().operations().get(i);
            Operation call = operation instanceof Operation.By by ? by.call() : operation;
            if (call instanceof Operation.MapDma && step.get("answer").asText().equals("0") && mapped++ > 0) {
                ((ObjectNode) step).put("answer", "ENOSPC");
            }
        }
        return message.toString();
    }
}
