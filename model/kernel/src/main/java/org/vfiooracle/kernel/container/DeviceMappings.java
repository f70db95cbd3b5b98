// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.container;

import java.util.List;
import org.vfiooracle.engine.operation.ProcessCall;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.kernel.descriptor.AskedFirst;

/** Registers of a device as memory of a process. A mapping holds the open file, as a descriptor does. */
final class DeviceMappings {
    static final Procedure.Name<ProcessCall.MapDevice> MAP =
            new Procedure.Name<>("mmap of a device", ProcessCall.MapDevice.class);
    static final Procedure.Name<ProcessCall.UnmapDevice> UNMAP =
            new Procedure.Name<>("munmap of a device", ProcessCall.UnmapDevice.class);

    private DeviceMappings() {}

    /** The procedures of this subject. */
    static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(
                        MAP,
                        Rule.read(
                                "device.mapped",
                                Source.elsewhere("mmap(2): a mapping keeps its file open"),
                                "A mapped BAR keeps the device open, even after the descriptor is closed"),
                        AskedFirst.open(),
                        Step.of("map", DeviceMappings::map)),
                Procedure.of(
                        UNMAP,
                        Rule.read(
                                "device.unmapped",
                                Source.elsewhere("munmap(2)"),
                                "The last mapping of a device that has no descriptor any more closes the device"),
                        Step.<ProcessCall.UnmapDevice>of("unmap", DeviceMappings::unmap)
                                .giving(Descriptors.STILL_OPEN)));
    }

    private static Progress map(Call<ProcessCall.MapDevice> call) {
        ProcessCall.MapDevice args = call.args();
        if (!(call.state().handle(args.on()).orElseThrow() instanceof Handle.DeviceFd file)) {
            throw new NotModelled("mmap of what is no device");
        }
        if (args.region() >= ProcessCall.MapDevice.BARS) {
            throw new NotModelled("mmap of a region that is no BAR");
        }
        return Progress.done(call.state().calling(call.state().process().mapping(args.as(), file)));
    }

    private static Progress unmap(Call<ProcessCall.UnmapDevice> call) {
        String name = call.args().on();
        Handle.DeviceFd file = call.state().process().devices().get(name);
        if (file == null) {
            throw new NotModelled("munmap of a device that is not mapped");
        }
        return Descriptors.release(
                call, call.state().calling(call.state().process().unmapping(name)), file);
    }
}
