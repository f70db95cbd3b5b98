// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.programs.vmm.Dialogue;

/** Where the memory of the guest is. Source: QEMU, hw/ppc/spapr.c and hw/i386; real QEMU 7.2. */
final class QemuMemory {
    private static final long GIB = 1L << 30;
    private static final long ROM_SIZE = 0x20000;
    private static final long BIOS_SIZE = 0x40000;
    private static final long FOUR_GIB = 4 * GIB;
    private static final long SHADOW = 0xc0000;
    private static final long LOW_END = 0x100000;

    /** Without this much, q35 puts all memory below 4 GiB. */
    private static final long Q35_SPLIT_FROM = 0xb0000000L;

    private static final long Q35_LOW = 0x80000000L;

    private QemuMemory() {}

    /** The memory of a pseries guest is one piece from 0 on. */
    static List<Section> pseries(Buffer ram) {
        return List.of(new Section(0, ram.size(), start(ram.name(), 0), false));
    }

    /** Memory that is plugged in begins at the next multiple of 1 GiB (q35: above 4 GiB), each piece after the other. */
    static Section plugged(List<Section> before, Buffer ram) {
        Section last = before.get(before.size() - 1);
        long end = last.start() + last.size();
        boolean first = before.stream().filter(section -> !section.readOnly()).allMatch(section -> buffer(section)
                .equals(buffer(before.get(0))));
        return new Section(first ? (end + GIB - 1) & -GIB : end, ram.size(), start(ram.name(), 0), false);
    }

    private static String buffer(Section section) {
        return section.vaddr() instanceof Address.InBuffer in ? in.buffer() : "";
    }

    /** Before the first reset of q35: memory, and the firmware below 4 GiB. */
    static List<Section> q35(Buffer ram, String bios) {
        List<Section> sections = new ArrayList<>();
        long low = low(ram);
        sections.add(new Section(0, low, start(ram.name(), 0), false));
        sections.add(new Section(FOUR_GIB - BIOS_SIZE, BIOS_SIZE, start(bios, 0), true));
        high(sections, ram, low);
        return sections;
    }

    /** After it: the firmware is also below 1 MiB, over the memory. */
    static List<Section> q35Reset(List<Section> before, String rom) {
        List<Section> sections = new ArrayList<>();
        Section ram = before.get(0);
        Section bios = before.get(1);
        sections.add(new Section(0, SHADOW, ram.vaddr(), false));
        sections.add(new Section(SHADOW, ROM_SIZE, start(rom, 0), true));
        long upper = SHADOW + ROM_SIZE;
        sections.add(new Section(upper, ROM_SIZE, bios.vaddr().plus(BIOS_SIZE - ROM_SIZE), true));
        sections.add(new Section(LOW_END, ram.size() - LOW_END, ram.at(LOW_END), false));
        sections.addAll(before.subList(1, before.size()));
        return sections;
    }

    /** Whether the firmware is over the memory. */
    static boolean shadowed(List<Section> sections) {
        return sections.stream().anyMatch(section -> section.start() == SHADOW);
    }

    /** The program maps what it needs of firmware; memory is named in the order in which the kernel hears of it. */
    static String firmware(Dialogue kernel, boolean bios) {
        String name = "B" + (kernel.state().process().buffers().size() + 1);
        kernel.maps(new Buffer(name, bios ? BIOS_SIZE : ROM_SIZE, Buffer.Backing.PAGE, true));
        return name;
    }

    private static long low(Buffer ram) {
        return ram.size() >= Q35_SPLIT_FROM ? Q35_LOW : ram.size();
    }

    private static void high(List<Section> sections, Buffer ram, long low) {
        if (ram.size() > low) {
            sections.add(new Section(FOUR_GIB, ram.size() - low, start(ram.name(), low), false));
        }
    }

    private static Address start(String buffer, long offset) {
        return new Address.InBuffer(buffer, offset);
    }
}
