// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.spdk;

import java.util.List;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.programs.dpdk.Dpdk;
import org.vfiooracle.programs.driver.Actions;
import org.vfiooracle.programs.driver.DeviceProgram;
import org.vfiooracle.programs.driver.Holdings;
import org.vfiooracle.programs.driver.Piece;
import org.vfiooracle.programs.driver.Stopped;
import org.vfiooracle.programs.driver.Talk;
import org.vfiooracle.programs.vmm.ProgramDeviation;
import org.vfiooracle.programs.vmm.Strategy;

/**
 * SPDK of 2026 on DPDK: devices are those of DPDK; memory that DPDK does not manage it maps itself, in the first container
 * that the process has open, with the calls of Type1 only. Source: SPDK, lib/env_dpdk/memory.c and pci.c.
 */
public final class Spdk implements Actions {
    private static final String SOURCE = "SPDK 3230130e (2026), lib/env_dpdk/memory.c: ";
    private static final String MAP = SOURCE + "_vfio_iommu_map_dma";
    private static final Rule MAPPED = Rule.read(
            "spdk.memory.mapped",
            MAP,
            "SPDK maps memory that DPDK does not manage in the first container of the process, and ignores errors");
    private static final Rule LATER = Rule.read(
            "spdk.memory.later",
            MAP,
            "Without a device, SPDK leaves memory to be mapped when the first device is attached");
    private static final Rule FIRST = Rule.read(
            "spdk.attach.first",
            SOURCE + "vtophys_pci_device_added",
            "SPDK maps memory that DPDK does not manage when its first device is attached, and stops at the first error");
    private static final Rule LAST = Rule.read(
            "spdk.detach.last",
            SOURCE + "vtophys_pci_device_removed; pci.c: spdk_pci_device_detach",
            "SPDK unmaps memory that DPDK does not manage after its last device is detached, and stops at the first error");

    private static final ProgramDeviation NO_REGISTRATION = new ProgramDeviation(
            "spdk.maps-unregistered-memory",
            "SPDK maps memory that DPDK does not manage without registering it; a sPAPR v2 container refuses that, and SPDK ignores it",
            "2026",
            "SPDK lib/env_dpdk/memory.c; read, not reported");

    private final Actions dpdk;
    private final boolean registers;

    private Spdk(List<ProgramDeviation> deviations) {
        this.dpdk = Dpdk.newest(deviations);
        this.registers = !deviations.contains(NO_REGISTRATION);
    }

    /** What it does wrong. */
    public static List<ProgramDeviation> bugs() {
        return List.of(NO_REGISTRATION);
    }

    /** Returns SPDK. */
    public static Strategy program() {
        return new DeviceProgram("spdk", bugs(), bugs(), Spdk::new);
    }

    @Override
    public String description() {
        return "it uses DPDK's container, and maps memory that DPDK does not manage with Type1 calls only";
    }

    @Override
    public boolean hugePages() {
        return true;
    }

    @Override
    public boolean needsAll() {
        return dpdk.needsAll();
    }

    @Override
    public Holdings begin(Talk talk, Buffer ram, List<String> devices) {
        return dpdk.begin(talk, ram, devices);
    }

    @Override
    public Done attach(Talk talk, Holdings holdings, String device) {
        Done done = attached(talk, holdings, device);
        Holdings with = withOthers(done.next(), holdings);
        if (!holdings.devices().isEmpty() || others(holdings).isEmpty()) {
            return new Done(with, done.rule());
        }
        for (Piece piece : others(holdings)) {
            if (!mapped(talk, holdings, piece)) {
                break;
            }
        }
        return new Done(with, FIRST);
    }

    private Done attached(Talk talk, Holdings holdings, String device) {
        try {
            return dpdk.attach(talk, onlyDpdk(holdings), device);
        } catch (Stopped e) {
            throw new Stopped(withOthers(e.holdings(), holdings), e.rule());
        }
    }

    @Override
    public Done detach(Talk talk, Holdings holdings, Holdings.Held device) {
        Done done = dpdk.detach(talk, onlyDpdk(holdings), device);
        Holdings left = withOthers(done.next(), holdings);
        if (!left.devices().isEmpty() || others(left).isEmpty()) {
            return new Done(left, done.rule());
        }
        for (Piece piece : others(left)) {
            if (!talk.succeeds(piece.unmap(left.containers().get(0)))) {
                break;
            }
        }
        return new Done(left, LAST);
    }

    @Override
    public Done grow(Talk talk, Holdings holdings, Buffer ram) {
        Piece piece = talk.placed(ram);
        Holdings with = holdings.with(piece);
        if (holdings.devices().isEmpty()) {
            return new Done(with, LATER);
        }
        mapped(talk, holdings, piece);
        return new Done(with, MAPPED);
    }

    private boolean mapped(Talk talk, Holdings holdings, Piece piece) {
        String container = holdings.containers().get(0);
        Operation register = piece.register(container);
        boolean spapr = holdings.window() != 0;
        return (!registers || !spapr || talk.succeeds(register)) && talk.succeeds(piece.map(container));
    }

    /** The memory that DPDK does not manage is what came after the start. */
    private static List<Piece> others(Holdings holdings) {
        return holdings.memory().subList(1, holdings.memory().size());
    }

    private static Holdings onlyDpdk(Holdings holdings) {
        return new Holdings(
                holdings.containers(),
                holdings.groups(),
                holdings.devices(),
                holdings.memory().subList(0, 1),
                holdings.window(),
                holdings.type());
    }

    private static Holdings withOthers(Holdings next, Holdings before) {
        Holdings all = next;
        for (Piece piece : others(before)) {
            all = all.with(piece);
        }
        return all;
    }

    @Override
    public List<Rule> rules() {
        return java.util.stream.Stream.concat(dpdk.rules().stream(), List.of(MAPPED, LATER, FIRST, LAST).stream())
                .toList();
    }
}
