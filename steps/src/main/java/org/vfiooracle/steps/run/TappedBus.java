// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.run;

import io.cucumber.core.eventbus.EventBus;
import io.cucumber.plugin.event.EventHandler;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** A bus on which one listener hears everything, in the thread that sends it. */
record TappedBus(EventBus bus, Consumer<Object> listener) implements EventBus {
    @Override
    public Instant getInstant() {
        return bus.getInstant();
    }

    @Override
    public UUID generateId() {
        return bus.generateId();
    }

    @Override
    public <T> void send(T event) {
        listener.accept(event);
        bus.send(event);
    }

    @Override
    public <T> void sendAll(Iterable<T> events) {
        events.forEach(listener);
        bus.sendAll(events);
    }

    @Override
    public <T> void registerHandlerFor(Class<T> type, EventHandler<T> handler) {
        bus.registerHandlerFor(type, handler);
    }

    @Override
    public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
        bus.removeHandlerFor(type, handler);
    }
}
