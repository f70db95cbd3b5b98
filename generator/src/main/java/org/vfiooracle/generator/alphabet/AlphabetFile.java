// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.alphabet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.codec.ProcessCodec;
import org.vfiooracle.contract.spelling.Nearest;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.engine.operation.HandleKind;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Profile;

/** Reads alphabets: those that the module carries, and files of a user. */
public final class AlphabetFile {
    /** The names of those that the module carries. */
    public static final List<String> CARRIED = List.of("spapr", "type1", "core", "attach");

    private static final String FOLDER = "/org/vfiooracle/generator/alphabets/";

    private AlphabetFile() {}

    /** Returns the alphabet that is meant where none is named: that of the driver of the platform. */
    public static Alphabet usual(Profile profile) {
        return carried(profile.hardware().iommu() == Hardware.Iommu.TYPE1 ? "type1" : "spapr");
    }

    /**
     * Returns an alphabet that the module carries.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    public static Alphabet carried(String name) {
        String path = FOLDER + name + ".yaml";
        try (InputStream stream = AlphabetFile.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("no alphabet is named " + name);
            }
            return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8), "classpath:" + path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /**
     * Reads an alphabet.
     *
     * @param label the file, for errors
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is none
     */
    public static Alphabet read(String text, String label) {
        return StrictYaml.decode(text, label, AlphabetFile::decode);
    }

    private static Alphabet decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        Alphabet alphabet = new Alphabet(
                fields.text("alphabet"),
                fields.text("topology"),
                words(fields.text("groups")),
                most(fields.map("most")),
                fields.list("processes", ProcessCodec::decode),
                fields.has("limits") && fields.truth("limits"),
                fields.listOrEmpty("starts", AlphabetFile::start),
                fields.list("calls", AlphabetFile::template));
        fields.end();
        if (alphabet.calls().isEmpty() || alphabet.processes().isEmpty()) {
            throw new CodecProblem(path, "at least one call and one process", "none");
        }
        return alphabet;
    }

    private static Alphabet.Most most(Fields fields) {
        Alphabet.Most most = new Alphabet.Most(
                fields.count("containers"),
                fields.count("groups"),
                fields.count("devices", 0),
                fields.count("copies", 0),
                fields.count("children", 0));
        fields.end();
        return most;
    }

    private static List<Operation> start(Object tree, String path) {
        if (!(tree instanceof Collection<?> calls)) {
            throw new CodecProblem(path, "a list of calls", String.valueOf(tree));
        }
        List<Operation> start = new ArrayList<>();
        for (Object call : calls) {
            String at = path + "[" + start.size() + "]";
            String[] parts = text(call, at).split(" ", 2);
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("op", called(parts[0], at));
            all.putAll(arguments(parts[0], parts.length < 2 ? "" : parts[1], at));
            start.add(OperationCodec.decode(all, at));
        }
        return start;
    }

    private static String called(String op, String path) {
        if (!OperationCodec.names().contains(op)) {
            throw new CodecProblem(path, "the name of an operation", "\"" + op + "\"")
                    .hint(Nearest.hint(op, OperationCodec.names()));
        }
        return op;
    }

    private static Alphabet.Template template(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        String op = called(fields.text("op"), fields.path("op"));
        Optional<HandleKind> on = fields.has("on")
                ? Optional.of(fields.parsed(
                        "on",
                        "container, group, device or any",
                        text -> HandleKind.valueOf(text.toUpperCase(Locale.ROOT))))
                : Optional.empty();
        List<Map<String, Object>> good =
                fields.listOrEmpty("good", (element, at) -> arguments(op, text(element, at), at));
        Map<String, List<Object>> faults = new LinkedHashMap<>();
        Fields wrong = fields.mapOrEmpty("faults");
        for (String argument : wrong.keys()) {
            known(op, argument, wrong.path(argument));
            List<Object> values = new ArrayList<>();
            for (String value : words(wrong.text(argument))) {
                values.add(value(op, argument, value, wrong.path(argument)));
            }
            faults.put(argument, values);
        }
        fields.end();
        return new Alphabet.Template(op, on, good.isEmpty() ? List.of(Map.of()) : good, faults);
    }

    /** Arguments as a line has them: {@code vaddr B1+0x0, size 1p}. */
    private static Map<String, Object> arguments(String op, String line, String path) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (String word : words(line)) {
            String[] parts = word.split(" +", 2);
            if (parts.length < 2) {
                throw new CodecProblem(path, "an argument and its value, such as \"size 0x1000\"", "\"" + word + "\"");
            }
            known(op, parts[0], path);
            arguments.put(parts[0], value(op, parts[0], parts[1], path));
        }
        return arguments;
    }

    private static Object value(String op, String argument, String text, String path) {
        if (!OperationCodec.counts(op, argument)) {
            return text;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new CodecProblem(path, "a decimal number for " + argument, "\"" + text + "\"");
        }
        return Integer.valueOf(text);
    }

    private static List<String> words(String line) {
        return line.isBlank() ? List.of() : List.of(line.trim().split(" *, *"));
    }

    private static String text(Object value, String path) {
        if (value instanceof String text) {
            return text;
        }
        throw new CodecProblem(path, "a line of text", String.valueOf(value));
    }

    private static void known(String op, String argument, String path) {
        boolean always = List.of("path", "group", "on", "as").contains(argument);
        if (!always && !OperationCodec.arguments(op).contains(argument)) {
            throw CodecProblem.unknownKey(path, argument)
                    .hint("the arguments of " + op + " are " + String.join(", ", OperationCodec.arguments(op)));
        }
    }
}
