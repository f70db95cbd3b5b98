// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.steps.scene.Scene;

/** The process and its memory: buffers, limits, preregistration. */
public final class MemorySteps {
    private static final String REGISTER = "VFIO_IOMMU_SPAPR_REGISTER_MEMORY";
    private static final String UNREGISTER = "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY";

    private final Scene scene;
    private final SceneNames names;

    public MemorySteps(Scene scene, SceneNames names) {
        this.scene = scene;
        this.names = names;
    }

    @Given("memory {handle} of {size}")
    @Meaning(value = "gives the process a buffer of host pages", example = "memory \"B1\" of 1 MiB")
    public void memory(String name, Long size) {
        declare(new Buffer(name, size, Buffer.Backing.PAGE, true));
    }

    @Given("memory {handle} of {size} in pages of {backing}")
    @Meaning(
            value = "gives the process a buffer of huge pages: 2m, 16m or 1g",
            example = "memory \"B1\" of 4 MiB in pages of 2m")
    public void hugeMemory(String name, Long size, String backing) {
        declare(new Buffer(name, size, Buffer.Backing.of(backing), true));
    }

    @Given("read-only memory {handle} of {size}")
    @Meaning(value = "gives the process a buffer that it cannot write to", example = "read-only memory \"B1\" of 1 MiB")
    public void readOnlyMemory(String name, Long size) {
        declare(new Buffer(name, size, Buffer.Backing.PAGE, false));
    }

    @Given("memory {handle} of {size} is registered in {handle}")
    @Meaning(
            value = "registers a buffer as a whole in a container; a new name is a new buffer",
            example = "memory \"B1\" of 1 MiB is registered in \"C1\"")
    public void isRegistered(String name, Long size, String container) {
        if (scene.script().buffer(name).isEmpty()) {
            memory(name, size);
        }
        if (names.buffer(name).size() != size) {
            throw scene.misuse(
                    0,
                    "\"" + name + "\" has " + ByteText.size(names.buffer(name).size()) + ", not " + ByteText.size(size),
                    "a part of a buffer is registered by " + REGISTER);
        }
        scene.given(request(REGISTER, name, 0, size, container));
    }

    @Given("the process may lock {size}")
    @Meaning(value = "limits the memory that the process may lock", example = "the process may lock 8 MiB")
    public void mayLock(Long bytes) {
        scene.script().memlock(bytes);
    }

    @Given("the process may lock nothing")
    @Meaning(value = "does not let the process lock any memory", example = "the process may lock nothing")
    public void mayLockNothing() {
        scene.script().memlock(0);
    }

    @Given("the process has CAP_IPC_LOCK")
    @Meaning(value = "lets no limit hold for the process", example = "the process has CAP_IPC_LOCK")
    public void hasIpcLock() {
        scene.script().ipcLock();
    }

    @When("VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers {handle} in {handle}")
    @Meaning(
            value = "registers a buffer as a whole",
            example = "VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers \"B1\" in \"C1\"")
    public void register(String buffer, String container) {
        scene.when(request(REGISTER, buffer, 0, names.buffer(buffer).size(), container));
    }

    @When("VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers {size} of {handle} from {address} in {handle}")
    @Meaning(
            value = "registers a part of a buffer",
            example = "VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers 64 KiB of \"B1\" from 0x10000 in \"C1\"")
    public void registerPart(Long size, String buffer, Long from, String container) {
        scene.when(request(REGISTER, buffer, from, size, container));
    }

    @When("VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters {handle} in {handle}")
    @Meaning(
            value = "takes back the registration of a buffer as a whole",
            example = "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters \"B1\" in \"C1\"")
    public void unregister(String buffer, String container) {
        scene.when(request(UNREGISTER, buffer, 0, names.buffer(buffer).size(), container));
    }

    @When("VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters {size} of {handle} from {address} in {handle}")
    @Meaning(
            value = "takes back the registration of a part of a buffer",
            example = "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters 64 KiB of \"B1\" from 0x10000 in \"C1\"")
    public void unregisterPart(Long size, String buffer, Long from, String container) {
        scene.when(request(UNREGISTER, buffer, from, size, container));
    }

    private void declare(Buffer buffer) {
        boolean taken = scene.script().buffer(buffer.name()).isPresent()
                || scene.script().bound(buffer.name()).isPresent();
        if (taken) {
            throw scene.misuse(0, "\"" + buffer.name() + "\" is taken", "give the new one another name");
        }
        scene.script().buffer(buffer);
    }

    private Operation request(String name, String buffer, long from, long size, String container) {
        return OperationBuilder.on(names.any(container), name)
                .with("vaddr", names.buffer(buffer).name() + "+" + Hex.of(from))
                .hex("size", size)
                .operation();
    }
}
