// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.session;

import java.nio.file.Path;
import java.util.List;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.exec.host.HostNames;
import org.vfiooracle.exec.memory.AddressLabels;
import org.vfiooracle.exec.memory.ProcessFiles;
import org.vfiooracle.oracle.Machine;

/**
 * What a run takes place in.
 *
 * @param machine the platform
 * @param topology the machine's groups, as the platform has them
 * @param names what the program calls them
 * @param faults calls that are to fail
 * @param processes what the host knows of processes
 * @param labels what addresses are called for people
 * @param folder where the memory of devices goes
 */
public record Setting(
        Machine machine,
        Topology topology,
        HostNames names,
        List<Fault> faults,
        ProcessFiles processes,
        AddressLabels labels,
        Path folder) {
    public Setting {
        faults = List.copyOf(faults);
    }

    /** The file of the memory behind the registers of a device, by the alias of the device. */
    Path registers(String device) {
        return folder.resolve("registers-" + names.device(device).orElseThrow().address());
    }
}
