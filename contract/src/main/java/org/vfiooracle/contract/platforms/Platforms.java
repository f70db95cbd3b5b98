// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;

/** Every platform that can be computed; immutable. */
public final class Platforms {
    private final CarriedFiles<Generation> generations;
    private final CarriedFiles<Topology> topologies;
    private final Map<PlatformId, Machine> machines = new ConcurrentHashMap<>();

    private Platforms(CarriedFiles<Generation> generations, CarriedFiles<Topology> topologies) {
        this.generations = generations;
        this.topologies = topologies;
    }

    /** Returns the profiles and topologies that the module carries. */
    public static Platforms load() {
        return Carried.ALL;
    }

    /** Lists the files when somebody first asks, and once. */
    private static final class Carried {
        static final Platforms ALL = new Platforms(ProfileFiles.generations(), ProfileFiles.topologies());
    }

    /** The names of the generations, in order. */
    public List<String> generations() {
        return List.copyOf(generations.names());
    }

    /** What people ask about each generation, in order of name. */
    public List<GenerationFacts> facts() {
        return generations.names().stream()
                .flatMap(name -> generations.find(name).stream())
                .map(Generation::facts)
                .toList();
    }

    /**
     * Returns what of a platform's profile only follows from its source, in a sentence; empty when all of it was read.
     *
     * @throws PlatformRefused when there is no such generation
     */
    public Optional<String> inferred(PlatformId id) {
        return generation(id).inferred().about(id.release());
    }

    /** The names of the topologies, in order. */
    public List<String> topologies() {
        return List.copyOf(topologies.names());
    }

    /**
     * Returns a platform in full, with the point release that its name means.
     *
     * @throws PlatformRefused when it never existed or is not modelled; the message says why
     */
    public Profile profile(PlatformId id) {
        return generation(id).profile(id);
    }

    /**
     * Returns the machine of a platform, with the deviations that its release has.
     *
     * @throws PlatformRefused as {@link #profile} does
     */
    public Machine machine(PlatformId id) {
        return machines.computeIfAbsent(id, asked -> Machine.of(profile(asked)));
    }

    /**
     * Returns {@code id} with the point release that it means: {@code phb4-linux-6.12.95-4k} for
     * {@code phb4-linux-6.12-4k}. A series that is not pinned means its first release, and stays as it is.
     *
     * @throws PlatformRefused when there is no such generation
     */
    public PlatformId pinned(PlatformId id) {
        return generation(id).pinned(id);
    }

    /** Returns the platform among {@code named} that means the same point release as {@code id}, if there is one. */
    public Optional<PlatformId> named(PlatformId id, List<PlatformId> named) {
        PlatformId meant = pinned(id);
        return named.stream().filter(other -> pinned(other).equals(meant)).findFirst();
    }

    /**
     * Returns the topology of this name as its file describes it, whatever a generation makes of it.
     *
     * @throws PlatformRefused when there is none; the message lists the names
     */
    public Topology described(String name) {
        return topology(name, false);
    }

    /**
     * Returns this with one topology more.
     *
     * @param text a file like those of this module
     * @param label its name, for errors
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is none
     */
    public Platforms with(String text, String label) {
        Topology read = Topologies.read(text, label);
        return new Platforms(generations, topologies.with(read.name(), read));
    }

    /**
     * Returns the topology of this name as a platform has it.
     *
     * @throws PlatformRefused when there is none; the message lists the names
     */
    public Topology topology(String name, Profile profile) {
        return topology(name, profile.hardware().groupPerPhb());
    }

    /**
     * Returns the topology of this name as the generation of a fixture has it, whatever its release.
     *
     * @throws PlatformRefused when there is no such topology or generation
     */
    public Topology topology(String name, PlatformId id) {
        Generation generation = generation(id);
        return topology(name, generation.hardware().values().stream().anyMatch(hardware -> hardware.groupPerPhb()));
    }

    /**
     * Returns the platforms that fixtures are recorded for, in order.
     *
     * @param root of the checkout, where {@code fixtures/corpus/platforms.yaml} is
     * @throws org.vfiooracle.contract.yaml.YamlProblem when the file is missing or wrong
     */
    public List<PlatformId> corpus(Path root) {
        return CorpusPlatforms.read(root).platforms();
    }

    private Topology topology(String name, boolean groupPerPhb) {
        Topology topology =
                topologies.find(name).orElseThrow(() -> PlatformRefused.unknownTopology(name, topologies.names()));
        return groupPerPhb ? Topologies.withGroupPerPhb(topology) : topology;
    }

    private Generation generation(PlatformId id) {
        return generations
                .find(id.generation())
                .orElseThrow(() -> PlatformRefused.unknownGeneration(id, generations.names()));
    }
}
