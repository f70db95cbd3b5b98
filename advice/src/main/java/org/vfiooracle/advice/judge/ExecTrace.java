// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;

/** Reads the trace of {@code oracle exec}, as text or as JSON lines: it shows all arguments. Output of the program is left out. */
final class ExecTrace {
    private static final String CALL =
            "(?<name>[a-zA-Z_0-9]+)\\((?<arguments>[^()]*)\\) = (?<answer>-?[0-9]+|fd|E[A-Z0-9]+)";

    /** What the model answered ends with the rule; the program may have written something before it in the same line. */
    private static final Pattern ANSWERED =
            Pattern.compile("(?:^|.* ) {0,3}[0-9]+ {2}" + CALL + "(?:, .*)? {3}[a-z0-9]+(?:[.-][a-z0-9]+)+");

    private static final Pattern NOT_MODEL =
            Pattern.compile("(?:^|.* ) {3}[.!x] {2}" + CALL + "(?: {3}\\(injected.*)?");
    private static final Pattern DEVICE = Pattern.compile("[A-Z]+\\.[0-9]+");
    private static final Pattern MEMORY = Pattern.compile("(?<name>B[0-9]+[a-z]*)(?:\\+.*)?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Event> events = new ArrayList<>();
    private final Map<String, String> groups = new TreeMap<>();
    private final TreeSet<String> buffers = new TreeSet<>();

    private ExecTrace() {}

    /** Returns the calls of a trace; empty when the text is none. */
    static Optional<Events> read(String text) {
        ExecTrace trace = new ExecTrace();
        int number = 0;
        boolean any = false;
        for (String line : text.lines().toList()) {
            any |= line.startsWith("{") ? trace.json(line, ++number) : trace.text(line, ++number);
        }
        return any ? Optional.of(new Events(trace.events, trace.groups, Set.of(), trace.buffers, 0)) : Optional.empty();
    }

    private boolean json(String line, int number) {
        Map<?, ?> happening;
        try {
            happening = JSON.readValue(line, Map.class);
        } catch (JsonProcessingException e) {
            return false;
        }
        if (happening.get("operation") instanceof Map<?, ?> tree
                && happening.get("outcome") instanceof Map<?, ?> outcome
                && "call".equals(happening.get("what"))) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            tree.forEach((key, value) -> arguments.put(String.valueOf(key), value));
            String name = String.valueOf(arguments.get("op"));
            String shown = arguments.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals("op"))
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("");
            told(number, name, shown, String.valueOf(outcome.get("answer")), arguments);
            return true;
        }
        Matcher other = NOT_MODEL.matcher("   .  " + happening.get("call") + " = " + happening.get("answer"));
        if (other.matches() && !"access".equals(happening.get("what"))) {
            told(number, other.group("name"), other.group("arguments"), other.group("answer"), Map.of());
        }
        return false;
    }

    private boolean text(String line, int number) {
        Matcher answered = ANSWERED.matcher(line);
        if (answered.matches()) {
            String name = answered.group("name");
            String arguments = answered.group("arguments");
            told(number, name, arguments, answered.group("answer"), tree(name, arguments));
            return true;
        }
        Matcher other = NOT_MODEL.matcher(line);
        if (other.matches() && other.group("name").startsWith("VFIO_")) {
            told(number, other.group("name"), other.group("arguments"), other.group("answer"), Map.of());
        }
        return false;
    }

    /** The arguments of a line: {@code G1 -> C1}, {@code C1, type 7}, {@code group A as G1}. */
    private static Map<String, Object> tree(String name, String arguments) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("op", name);
        int as = arguments.lastIndexOf(" as ");
        if (as >= 0) {
            tree.put("as", arguments.substring(as + 4));
        }
        for (String one : (as < 0 ? arguments : arguments.substring(0, as)).split(", ", -1)) {
            String[] words = one.split(" ", 3);
            if (words.length == 3 && words[1].equals("->")) {
                tree.put("on", words[0]);
                tree.put("container", words[2]);
            } else if (words.length > 1) {
                tree.put(words[0], value(name, words[0], one.substring(words[0].length() + 1)));
            } else if (!one.isEmpty()) {
                tree.put(one.startsWith("/") ? "path" : DEVICE.matcher(one).matches() ? "device" : "on", one);
            }
        }
        if (name.endsWith("map") && tree.containsKey("on")) {
            tree.put("of", "device"); // mmap and munmap of memory are made on nothing
        }
        return tree;
    }

    private static Object value(String name, String argument, String text) {
        try {
            return OperationCodec.counts(name, argument) ? (Object) Integer.valueOf(text) : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private void told(int number, String name, String arguments, String answer, Map<String, Object> tree) {
        boolean value = answer.matches("-?[0-9]{1,18}");
        LoggedCall logged = new LoggedCall(
                number,
                0,
                name,
                arguments,
                value ? OptionalLong.of(Long.parseLong(answer)) : OptionalLong.empty(),
                answer.startsWith("E") ? Optional.of(answer) : Optional.empty(),
                answer);
        try {
            Optional<Operation> operation =
                    tree.isEmpty() ? Optional.empty() : Optional.of(OperationCodec.decode(tree, ""));
            Answer told = value ? new Answer.Value(Long.parseLong(answer)) : Answer.parse(answer);
            events.add(new Event.Told(logged, operation, told));
            tree.forEach(this::remember);
        } catch (CodecProblem | IllegalArgumentException e) {
            events.add(new Event.Told(logged, Optional.empty(), Answer.OK));
        }
    }

    private void remember(String key, Object value) {
        String text = value.toString();
        Matcher memory = MEMORY.matcher(text);
        if (key.equals("group")) {
            groups.put(text, text);
        } else if (key.equals("vaddr") && memory.matches()) {
            buffers.add(memory.group("name"));
        }
    }
}
