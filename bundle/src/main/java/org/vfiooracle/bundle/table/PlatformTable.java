// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.topology.Device;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;

/** The fixtures of one platform as a file in C. */
final class PlatformTable {
    /** A partition sees each group on a bridge of its own, and Type1 does not ask for bridges. */
    private static final Set<String> BRIDGELESS = Set.of("pseries", "x86");

    private final Profile profile;
    private final Function<String, Topology> topologies;
    private final Function<Fixture, Optional<String>> danger;
    private final NameTable names = new NameTable();
    private final StepRows stepRows = new StepRows(names);
    private final RowTable steps = new RowTable("struct vfio_oracle_step", "steps", "");
    private final RowTable buffers = new RowTable("struct vfio_oracle_buffer", "buffers", "{0, 0, 0, UINT64_C(0)}");
    private final RowTable cases = new RowTable("struct vfio_oracle_case", "cases", "");
    private final RowTable devices = new RowTable("struct vfio_oracle_device", "devices", "");
    private final RowTable groups = new RowTable("struct vfio_oracle_group", "groups", "");
    private final RowTable places = new RowTable("struct vfio_oracle_topology", "topologies", "");
    private final Map<String, Integer> topologyIndex = new TreeMap<>();

    /**
     * Prepares a table.
     *
     * @param topologies returns the topology of a name on this platform
     * @param danger returns what a case may do to a machine, if it may spoil or hang it
     */
    PlatformTable(Profile profile, Function<String, Topology> topologies, Function<Fixture, Optional<String>> danger) {
        this.profile = profile;
        this.topologies = topologies;
        this.danger = danger;
    }

    /**
     * Returns the file.
     *
     * @param version of the corpus
     */
    String text(String version, Collection<Fixture> fixtures) {
        fixtures.forEach(this::add);
        String platform = fixtures.iterator().next().platform().toString();
        return "/* SPDX-License-Identifier: CC0-1.0 */\n"
                + "/* Cases of " + platform + ", corpus " + version + ". Made by ./oracle export. */\n"
                + "#include \"vfio_oracle_cases.h\"\n\n#include <errno.h>\n\n"
                + names.text()
                + buffers.text()
                + stepRows.text()
                + steps.text()
                + devices.text()
                + groups.text()
                + places.text()
                + cases.text()
                + "const struct vfio_oracle_platform " + CName.variable(platform) + " = {\n\t"
                + CName.quoted(platform) + ", " + CName.quoted(version) + ", " + profile.pageSize() + ", "
                + (BRIDGELESS.contains(profile.id().generation()) ? 0 : 1) + ",\n\t"
                + cases.size() + ", " + places.size() + ", " + names.size()
                + ",\n\tcases, steps, arguments, fields, effects, intended, buffers, topologies, groups, devices, names,\n};\n";
    }

    private void add(Fixture fixture) {
        Case performed = fixture.performed();
        Process process = performed.process();
        List<String> rows = fixture.steps().stream().map(stepRows::of).toList();
        List<String> memory = process.buffers().values().stream().map(this::row).toList();
        cases.add(List.of("{" + CName.quoted(performed.id().toString()) + ", "
                + danger.apply(fixture).map(CName::quoted).orElse("0") + ", "
                + (process.memlock().isEmpty()
                        ? CName.PREFIX + "UNLIMITED"
                        : CName.wide(process.memlock().getAsLong()))
                + ", " + (process.ipcLock() ? 1 : 0) + ", " + topology(performed.topology())
                + ", " + memory.size() + ", " + rows.size() + ", " + buffers.add(memory) + ", " + steps.add(rows)
                + "}"));
    }

    private String row(Buffer buffer) {
        return "{" + names.index(buffer.name()) + ", " + buffer.backing().shift(0) + ", " + (buffer.writable() ? 1 : 0)
                + ", " + CName.wide(buffer.size()) + "}";
    }

    private int topology(String name) {
        return topologyIndex.computeIfAbsent(name, this::added);
    }

    private int added(String name) {
        Topology topology = topologies.apply(name);
        List<String> rows = topology.groups().stream().map(this::row).toList();
        return places.add(List.of("{" + CName.quoted(name) + ", " + (topology.emulated() ? 1 : 0) + ", " + rows.size()
                + ", " + groups.add(rows) + ", " + CName.wide(topology.ramBytes()) + "}"));
    }

    private String row(Group group) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < group.devices().size(); i++) {
            Device device = group.devices().get(i);
            rows.add("{" + names.index(group.alias() + "." + i) + ", " + CName.PREFIX + "RESET_"
                    + device.reset().name().toUpperCase(Locale.ROOT) + ", " + CName.quoted(device.model()) + "}");
        }
        return "{" + names.index(group.alias()) + ", " + group.phb() + ", " + rows.size() + ", " + devices.add(rows)
                + "}";
    }
}
