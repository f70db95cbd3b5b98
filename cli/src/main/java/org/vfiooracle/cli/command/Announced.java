// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.conformance.drive.AdapterCommand;
import org.vfiooracle.conformance.drive.Introduction;
import org.vfiooracle.conformance.drive.Limits;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.generator.alphabet.Alphabet;
import org.vfiooracle.generator.suite.Campaign;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.input.Sizes;
import org.vfiooracle.input.UnknownName;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.PerformedCalls;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What an implementation is: as its adapter announces it, or as the user says. */
final class Announced {
    @Option(
            names = "--platform",
            paramLabel = "P",
            description =
                    "The platform: an id, or hardware and release (\"POWER9 6.12 4k\"). An adapter announces its own.")
    private @Nullable String platform;

    @Option(
            names = "--adapter",
            paramLabel = "CMD",
            description =
                    "Make cases for this adapter, given as a shell command: for the platform, the calls and the "
                            + "topologies that it announces, and by what it observes. It is started, and stopped before any case.")
    private @Nullable String adapter;

    @Option(
            names = "--strictness",
            paramLabel = "HOW",
            defaultValue = "state",
            description =
                    "What is compared when the cases run: outcome (answers), structs (also output fields), locked "
                            + "(also locked memory), effects (also what the hardware is told) or state. A case must show its "
                            + "mistakes in that (default: ${DEFAULT-VALUE}).")
    private Strictness strictness = Strictness.STATE;

    @Option(
            names = "--memlock",
            paramLabel = "SIZE",
            description = "RLIMIT_MEMLOCK of the process in all cases: 64M, bytes or unlimited (default: each case has "
                    + "the one that shows most).")
    private @Nullable String memlock;

    /**
     * Who cases are made for.
     *
     * @param id its platform
     * @param campaign the search for cases
     */
    record Target(PlatformId id, Campaign campaign) {}

    /** Returns who cases are made for; {@code faults} is the most arguments of one call that are wrong. */
    Target target(Shared shared, Checkout checkout, PlatformChoice platforms, Alphabets alphabets, int faults) {
        if ((adapter == null) == (platform == null)) {
            throw new CommandLine.ParameterException(
                    shared.commandLine(),
                    adapter == null
                            ? "expected --platform P or --adapter CMD, found neither"
                            : "expected --platform P or --adapter CMD, found both: an adapter announces its platform");
        }
        if (adapter == null) {
            PlatformId id = platforms.of(String.valueOf(platform));
            Alphabet alphabet =
                    limited(alphabets.alphabet(checkout, platforms.platforms().profile(id)));
            return target(id, alphabet, faults, alphabets.performed(), Observes.ALL);
        }
        Announcement who = Introduction.of(
                new AdapterCommand(adapter, checkout.root(), Limits.USUAL, OptionalInt.empty(), line -> shared.err()
                        .println(line)));
        PlatformId id =
                platforms.platforms().named(who.platform(), platforms.corpus()).orElse(who.platform());
        Profile profile = platforms.platforms().profile(id);
        Alphabet alphabet = limited(alphabets.alphabet(checkout, profile));
        shared.say(who.name() + " announces " + who.platform() + " and observes "
                + String.join(", ", who.observes().keys()));
        return target(
                id,
                placed(alphabet, who, platforms.platforms(), profile, shared),
                faults,
                alphabets.performed().and(who.calls()),
                who.observes());
    }

    private Target target(PlatformId id, Alphabet alphabet, int faults, PerformedCalls performed, Observes observes) {
        return new Target(id, new Campaign(id, alphabet, faults, performed, observes.within(strictness)));
    }

    private Alphabet limited(Alphabet alphabet) {
        return memlock == null ? alphabet : alphabet.limited(Sizes.limit("--memlock", memlock));
    }

    /** The alphabet on a topology that the adapter has. */
    private static Alphabet placed(
            Alphabet alphabet, Announcement who, Platforms platforms, Profile profile, Shared shared) {
        if (who.topologies().contains(alphabet.topology())) {
            return alphabet;
        }
        String other = who.topologies().stream()
                .filter(platforms.topologies()::contains)
                .findFirst()
                .orElseThrow(
                        () -> new UnknownName("topology", String.join(", ", who.topologies()), platforms.topologies()));
        shared.say("it does not have the topology " + alphabet.topology() + " of the alphabet " + alphabet.name()
                + ", so the cases are made on " + other);
        return alphabet.on(platforms.topology(other, profile));
    }
}
