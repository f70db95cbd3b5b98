// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.operation;

import java.util.List;

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
    record Start(String program, String as, String ram, List<String> devices) implements ProgramCall {
        public Start {
            devices = List.copyOf(devices);
        }

        @Override
        public String name() {
            return "start";
        }
    }

    /** A device is plugged into bridge {@code phb} of the guest. */
    record DeviceAdd(String on, String device, int phb) implements ProgramCall {
        @Override
        public String name() {
            return "device_add";
        }
    }

    /** A device is unplugged, and the guest lets it go. */
    record DeviceDel(String on, String device) implements ProgramCall {
        @Override
        public String name() {
            return "device_del";
        }
    }

    /** Memory is plugged in; {@code ram} is the buffer that it is. */
    record MemoryAdd(String on, String ram) implements ProgramCall {
        @Override
        public String name() {
            return "memory_add";
        }
    }

    /** The machine of the guest is reset. */
    record SystemReset(String on) implements ProgramCall {
        @Override
        public String name() {
            return "system_reset";
        }
    }

    /** The program ends, as it should. */
    record Quit(String on) implements ProgramCall {
        @Override
        public String name() {
            return "quit";
        }
    }

    record HPutTce(String on, long liobn, long ioba, long tce) implements ProgramCall {
        @Override
        public String name() {
            return "H_PUT_TCE";
        }
    }

    /** {@code tceList}: where in the guest's memory the list is; {@code tces}: what stands there. */
    record HPutTceIndirect(String on, long liobn, long ioba, long tceList, int npages, List<Long> tces)
            implements ProgramCall {
        public HPutTceIndirect {
            tces = List.copyOf(tces);
        }

        @Override
        public String name() {
            return "H_PUT_TCE_INDIRECT";
        }
    }

    record HStuffTce(String on, long liobn, long ioba, long tce, int npages) implements ProgramCall {
        @Override
        public String name() {
            return "H_STUFF_TCE";
        }
    }

    record HGetTce(String on, long liobn, long ioba) implements ProgramCall {
        @Override
        public String name() {
            return "H_GET_TCE";
        }
    }

    /** {@code nret}: how many outputs the guest makes room for, 5 or 6. */
    record QueryPeDmaWindow(String on, int phb, int nret) implements ProgramCall {
        @Override
        public String name() {
            return "ibm,query-pe-dma-window";
        }
    }

    record CreatePeDmaWindow(String on, int phb, int pageShift, int windowShift) implements ProgramCall {
        @Override
        public String name() {
            return "ibm,create-pe-dma-window";
        }
    }

    record RemovePeDmaWindow(String on, long liobn) implements ProgramCall {
        @Override
        public String name() {
            return "ibm,remove-pe-dma-window";
        }
    }

    record ResetPeDmaWindow(String on, int phb) implements ProgramCall {
        @Override
        public String name() {
            return "ibm,reset-pe-dma-window";
        }
    }

    /** {@code option}: 0 disable, 1 enable, 2 thaw I/O, 3 thaw DMA. */
    record SetEehOption(String on, String device, int option) implements ProgramCall {
        @Override
        public String name() {
            return "ibm,set-eeh-option";
        }
    }

    record ReadSlotResetState(String on, String device) implements ProgramCall {
        @Override
        public String name() {
            return "ibm,read-slot-reset-state2";
        }
    }

    /** {@code option}: 0 deactivate, 1 hot, 3 fundamental. */
    record SetSlotReset(String on, String device, int option) implements ProgramCall {
        @Override
        public String name() {
            return "ibm,set-slot-reset";
        }
    }

    record ConfigurePe(String on, String device) implements ProgramCall {
        @Override
        public String name() {
            return "ibm,configure-pe";
        }
    }
}
