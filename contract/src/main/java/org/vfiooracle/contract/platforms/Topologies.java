// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.engine.topology.Device;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;

/** Topologies as files describe them, and as a generation has them. */
final class Topologies {
    /** What a device weighs when a P7IOC shares out 32-bit DMA space, unless the file says otherwise. */
    private static final int WEIGHT = 10;

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]");

    private Topologies() {}

    /**
     * Reads a topology.
     *
     * @param label the file, for errors
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is none
     */
    static Topology read(String text, String label) {
        return StrictYaml.decode(text, label, (tree, path) -> {
            Fields fields = Fields.of(tree, path);
            String name = fields.text("topology");
            long ram = fields.hex("ram");
            boolean emulated = fields.has("emulated") && fields.truth("emulated");
            boolean interruptRemapping = !fields.has("interrupt_remapping") || fields.truth("interrupt_remapping");
            List<Group> groups = fields.list("groups", Topologies::group);
            fields.end();
            NamesOfMachine.check(groups, fields.path("groups"));
            return new Topology(name, ram, emulated, interruptRemapping, groups);
        });
    }

    /** Returns {@code topology} with every group on a bridge of its own. */
    static Topology withGroupPerPhb(Topology topology) {
        List<Group> groups = new ArrayList<>();
        for (Group group : topology.groups()) {
            groups.add(group.on(groups.size()));
        }
        return topology.with(groups);
    }

    private static Device device(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        Device device = new Device(
                fields.text("model"),
                fields.parsed("reset", "own, bus or none", text -> Device.Reset.valueOf(text.toUpperCase(Locale.ROOT))),
                fields.has("driver") && fields.parsed("driver", "vfio or host", Topologies::ofHost),
                fields.has("address")
                        ? Optional.of(fields.parsed("address", "an address such as 0000:3b:00.0", Topologies::address))
                        : Optional.empty());
        fields.end();
        return device;
    }

    private static Group group(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        String alias = fields.text("alias");
        int phb = fields.count("phb");
        List<Device> devices = fields.list("devices", Topologies::device);
        int weight = fields.count("weight", devices.size() * WEIGHT);
        boolean permitted = !fields.has("permitted") || fields.truth("permitted");
        OptionalInt number = fields.has("number") ? OptionalInt.of(fields.count("number")) : OptionalInt.empty();
        fields.end();
        return new Group(alias, phb, devices, weight, permitted, number);
    }

    private static String address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static boolean ofHost(String driver) {
        if (!driver.equals("host") && !driver.equals("vfio")) {
            throw new IllegalArgumentException(driver);
        }
        return driver.equals("host");
    }
}
