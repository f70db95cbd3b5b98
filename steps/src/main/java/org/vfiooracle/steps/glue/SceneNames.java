// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import java.util.List;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.steps.scene.Bound;
import org.vfiooracle.steps.scene.Scene;

/** The handles and buffers of a scenario: steps bind them, and later ones have to name them rightly. */
public final class SceneNames {
    private final Scene scene;

    public SceneNames(Scene scene) {
        this.scene = scene;
    }

    /** Lets a new handle stand for something. */
    void bind(String handle, Bound what) {
        if (scene.script().bound(handle).isPresent()
                || scene.script().buffer(handle).isPresent()) {
            throw scene.misuse(0, "\"" + handle + "\" is taken", "give the new one another name");
        }
        scene.script().bind(handle, what);
    }

    /** Opens a container as part of a Given, unless the handle is already one. */
    void openedContainer(String handle) {
        if (scene.script().bound(handle).isEmpty()) {
            bind(handle, new Bound.Container());
            scene.given(new Operation.OpenContainer(handle));
        }
        container(handle);
    }

    /** Returns a handle that has to be a container. */
    String container(String handle) {
        return known(handle, Bound.Container.class, "a container");
    }

    /** Returns a handle that has to be a group. */
    String group(String handle) {
        return known(handle, Bound.Group.class, "a group");
    }

    /** Returns the alias of the group that a handle stands for. */
    String alias(String handle) {
        group(handle);
        return ((Bound.Group) scene.script().bound(handle).orElseThrow()).alias();
    }

    /** Returns a handle that has to be a device. */
    String device(String handle) {
        return known(handle, Bound.Device.class, "a device");
    }

    /** Returns a handle that has to be a process. */
    String process(String handle) {
        return known(handle, Bound.Process.class, "a process");
    }

    /** Returns a name that has to be a mapping of a device. */
    String mapping(String handle) {
        return known(handle, Bound.Mapping.class, "a mapping");
    }

    /** Returns a handle that has to be a program. */
    String program(String handle) {
        return known(handle, Bound.Program.class, "a program");
    }

    /** Lets a new handle stand for what another one stands for. */
    void bindLike(String handle, String other) {
        bind(handle, scene.script().bound(any(other)).orElseThrow());
    }

    /** Returns a handle of any kind. */
    String any(String handle) {
        return known(handle, Bound.class, "a handle");
    }

    /** Returns a buffer that a step has described. */
    Buffer buffer(String name) {
        return scene.script()
                .buffer(name)
                .orElseThrow(() -> scene.misuse(
                        0,
                        "\"" + name + "\" is no memory of this scenario",
                        known(scene.script().buffers())));
    }

    private String known(String handle, Class<? extends Bound> kind, String expected) {
        Bound found = scene.script()
                .bound(handle)
                .orElseThrow(() -> scene.misuse(
                        0,
                        "\"" + handle + "\" is no handle of this scenario",
                        known(scene.script().handles())));
        if (!kind.isInstance(found)) {
            throw scene.misuse(0, "\"" + handle + "\" is " + found.kind() + ", expected " + expected, "");
        }
        return handle;
    }

    private static String known(List<String> names) {
        return names.isEmpty() ? "there is none yet" : "there are " + String.join(", ", names);
    }
}
