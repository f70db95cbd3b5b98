// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.protocol.message;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * What an adapter says of itself when it starts.
 *
 * @param name which adapter
 * @param version which version of it
 * @param platform what it is, point release included
 * @param topologies names of the topologies that it can have
 * @param observes the parts of an answer that it really sees
 * @param calls the operations that it performs
 * @param batch how many cases it takes ahead
 * @param workers how many of it may run at the same time
 * @param standInBridge whether the bridge is another than the kernel takes it for
 */
public record Announcement(
        String name,
        String version,
        PlatformId platform,
        List<String> topologies,
        Observes observes,
        PerformedCalls calls,
        Batch batch,
        int workers,
        boolean standInBridge) {
    /** The version of the protocol that this is about. */
    public static final int PROTOCOL = 1;

    /** The most that may run at the same time. */
    public static final int MOST_WORKERS = 64;

    /** The most characters of a name and of a version. */
    public static final int LONGEST_NAME = 200;

    public Announcement {
        topologies = List.copyOf(topologies);
    }

    /** The machine and the kernel that answer; a version of two words or more is {@code uname -r} and {@code uname -v}. */
    public Witness witness() {
        if (observes.sees(Part.CALLS)) {
            return Witness.program(name + "-" + version, platform);
        }
        int space = version.indexOf(' ');
        String uname = space < 0 ? version : version.substring(0, space);
        return new Witness(name, uname, space < 0 ? "" : version.substring(space + 1), platform, standInBridge);
    }

    /** Returns the message as a map. */
    Map<String, Object> encode() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "start");
        tree.put("protocol", PROTOCOL);
        tree.put("name", name);
        tree.put("version", version);
        tree.put("platform", platform.toString());
        tree.put("topologies", topologies);
        tree.put("observes", observes.keys());
        if (!calls.all()) {
            tree.put("calls", calls.spelled());
        }
        tree.put("batch", batch.spelled());
        if (workers > 1) {
            tree.put("workers", workers);
        }
        if (standInBridge) {
            tree.put("stand_in_bridge", true);
        }
        return tree;
    }

    /** Reads a message whose type was taken already. */
    static Announcement decode(Fields fields) {
        checkProtocol(fields);
        Announcement read = new Announcement(
                line(fields, "name"),
                line(fields, "version"),
                fields.parsed("platform", "a platform such as phb4-linux-6.12.95-4k", PlatformId::parse),
                fields.list("topologies", Announcement::text),
                new Observes(new TreeSet<>(fields.list("observes", Announcement::part))),
                PerformedCalls.take(fields),
                Batch.take(fields),
                workers(fields),
                fields.has("stand_in_bridge") && fields.truth("stand_in_bridge"));
        fields.end();
        return read;
    }

    /** Takes the version of the protocol; what another one has besides is not known. */
    static void checkProtocol(Fields fields) {
        int protocol = fields.count("protocol");
        if (protocol != PROTOCOL) {
            throw new CodecProblem("protocol", Integer.toString(PROTOCOL), Integer.toString(protocol));
        }
    }

    private static int workers(Fields fields) {
        int workers = fields.count("workers", 1);
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new CodecProblem(fields.path("workers"), "1 to " + MOST_WORKERS, Integer.toString(workers));
        }
        return workers;
    }

    private static String line(Fields fields, String key) {
        String text = fields.text(key);
        if (text.isBlank() || text.indexOf('\n') >= 0 || text.length() > LONGEST_NAME) {
            throw new CodecProblem(
                    fields.path(key), "one line of at most " + LONGEST_NAME + " characters", "\"" + text + "\"");
        }
        return text;
    }

    private static String text(Object element, String path) {
        if (element instanceof String text) {
            return text;
        }
        throw new CodecProblem(path, "a string", String.valueOf(element));
    }

    private static Part part(Object element, String path) {
        return Part.find(text(element, path)).orElseThrow(() -> {
            String keys = Arrays.stream(Part.values()).map(Part::key).collect(Collectors.joining(", "));
            return new CodecProblem(path, "one of " + keys, "\"" + element + "\"");
        });
    }
}
