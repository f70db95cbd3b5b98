// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.run;

import io.cucumber.core.backend.ObjectFactory;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.picocontainer.MutablePicoContainer;
import org.picocontainer.PicoBuilder;
import org.vfiooracle.steps.glue.SceneNames;
import org.vfiooracle.steps.scene.Scene;

/** Makes the step objects of a scenario, which all share its {@link Scene}: PicoContainer hands it to their constructors. */
final class SceneObjects implements ObjectFactory {
    private final Set<Class<?>> classes = new LinkedHashSet<>();
    private Optional<Scene> scene = Optional.empty();
    private Optional<MutablePicoContainer> pico = Optional.empty();

    SceneObjects() {
        classes.add(SceneNames.class);
    }

    /** Says which scenario is run next. */
    void next(Scene next) {
        scene = Optional.of(next);
    }

    @Override
    public boolean addClass(Class<?> type) {
        classes.add(type);
        return true;
    }

    @Override
    public void start() {
        MutablePicoContainer container = new PicoBuilder().withCaching().build();
        container.addComponent(scene.orElseThrow());
        classes.forEach(container::addComponent);
        pico = Optional.of(container);
    }

    @Override
    public void stop() {
        pico = Optional.empty();
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        return pico.orElseThrow().getComponent(type);
    }
}
