// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

import static org.vfiooracle.engine.operation.HandleKind.GUEST;
import static org.vfiooracle.engine.operation.HandleKind.PROGRAM;

import java.util.List;
import org.vfiooracle.engine.operation.Declared.Out;
import org.vfiooracle.engine.operation.Declared.Remark;
import org.vfiooracle.engine.operation.Declared.Spelled;

/**
 * What a program above VFIO is told: by who runs it, or by the guest that runs in it. Each makes VFIO calls, which its
 * outcome lists. {@code on} names the program. Hypercalls and RTAS calls are named and argumented as PAPR spells them.
 */
public sealed interface ProgramCall extends Operation {
    /**
     * The program starts with these devices.
     *
     * @param program the program and its version: {@code qemu-7.2}
     * @param ram the buffer that is the memory of its guest, or what it maps for its devices
     * @param devices the devices it is given, in order: {@code A.0@0} is device A.0 on bridge 0 of the guest
     */
    @Declared(name = "start", on = PROGRAM)
    record Start(
            @Spelled(Spelling.PROGRAM) @Remark("`qemu-7.2`") String program,
            String as,

            @Spelled(Spelling.BUFFER) @Remark("a buffer: the guest's memory")
            String ram,

            @Spelled(Spelling.PLACED_DEVICES) @Remark("`\"A.0@1\"`: device on bridge 1 of the guest")
            List<String> devices)
            implements ProgramCall {
        public Start {
            devices = List.copyOf(devices);
        }
    }

    /** A device is plugged into bridge {@code phb} of the guest. */
    @Declared(name = "device_add", on = PROGRAM)
    record DeviceAdd(
            String on,
            @Spelled(Spelling.DEVICE) String device,
            @Remark("a bridge of the guest") int phb) implements ProgramCall {}

    /** A device is unplugged, and the guest lets it go. */
    @Declared(name = "device_del", on = PROGRAM)
    record DeviceDel(String on, @Spelled(Spelling.DEVICE) String device) implements ProgramCall {}

    /** Memory is plugged in; {@code ram} is the buffer that it is. */
    @Declared(name = "memory_add", on = PROGRAM)
    record MemoryAdd(String on, @Spelled(Spelling.BUFFER) String ram) implements ProgramCall {}

    /** The machine of the guest is reset. */
    @Declared(name = "system_reset", on = PROGRAM)
    record SystemReset(String on) implements ProgramCall {}

    /** The program ends, as it should. */
    @Declared(name = "quit", on = PROGRAM)
    record Quit(String on) implements ProgramCall {}

    /** The guest writes one entry of a table. */
    @Declared(name = "H_PUT_TCE", on = GUEST)
    record HPutTce(String on, long liobn, long ioba, long tce) implements ProgramCall {}

    /** {@code tceList}: where in the guest's memory the list is; {@code tces}: what stands there. */
    @Declared(name = "H_PUT_TCE_INDIRECT", on = GUEST)
    record HPutTceIndirect(
            String on,
            long liobn,
            long ioba,
            @Remark("address of the list") long tceList,
            int npages,
            @Remark("what stands there") List<Long> tces)
            implements ProgramCall {
        public HPutTceIndirect {
            tces = List.copyOf(tces);
        }
    }

    /** The guest writes {@code npages} entries of a table with one value. */
    @Declared(name = "H_STUFF_TCE", on = GUEST)
    record HStuffTce(String on, long liobn, long ioba, long tce, int npages) implements ProgramCall {}

    /** The guest reads one entry of a table. */
    @Declared(name = "H_GET_TCE", on = GUEST, out = @Out(OutField.TCE))
    record HGetTce(String on, long liobn, long ioba) implements ProgramCall {}

    /** {@code nret}: how many outputs the guest makes room for, 5 or 6. */
    @Declared(
            name = "ibm,query-pe-dma-window",
            on = GUEST,
            out = {
                @Out(OutField.WINDOWS_AVAILABLE),
                @Out(OutField.LARGEST_BLOCK),
                @Out(OutField.PAGE_SIZES),
                @Out(OutField.MIGRATION_CAPABLE)
            })
    record QueryPeDmaWindow(
            String on, int phb, @Remark("5 or 6") int nret) implements ProgramCall {}

    /** The guest makes a window; both shifts are logarithms of a size in bytes. */
    @Declared(
            name = "ibm,create-pe-dma-window",
            on = GUEST,
            out = {@Out(OutField.LIOBN), @Out(OutField.BUS_ADDRESS)})
    record CreatePeDmaWindow(String on, int phb, int pageShift, int windowShift) implements ProgramCall {}

    /** The guest removes the window of this logical bus number. */
    @Declared(name = "ibm,remove-pe-dma-window", on = GUEST)
    record RemovePeDmaWindow(String on, long liobn) implements ProgramCall {}

    /** The guest gives back all its windows, and has the default one again. */
    @Declared(name = "ibm,reset-pe-dma-window", on = GUEST)
    record ResetPeDmaWindow(String on, int phb) implements ProgramCall {}

    /** {@code option}: 0 disable, 1 enable, 2 thaw I/O, 3 thaw DMA. */
    @Declared(name = "ibm,set-eeh-option", on = GUEST)
    record SetEehOption(String on, @Spelled(Spelling.DEVICE) String device, int option) implements ProgramCall {}

    /** The guest asks for the state of a partitionable endpoint. */
    @Declared(name = "ibm,read-slot-reset-state2", on = GUEST, out = @Out(OutField.PE_STATE))
    record ReadSlotResetState(
            String on, @Spelled(Spelling.DEVICE) String device) implements ProgramCall {}

    /** {@code option}: 0 deactivate, 1 hot, 3 fundamental. */
    @Declared(name = "ibm,set-slot-reset", on = GUEST)
    record SetSlotReset(String on, @Spelled(Spelling.DEVICE) String device, int option) implements ProgramCall {}

    /** The guest has the devices of a partitionable endpoint configured after a reset. */
    @Declared(name = "ibm,configure-pe", on = GUEST)
    record ConfigurePe(String on, @Spelled(Spelling.DEVICE) String device) implements ProgramCall {}
}
