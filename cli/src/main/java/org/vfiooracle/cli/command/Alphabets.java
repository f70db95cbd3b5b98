// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.generator.alphabet.Alphabet;
import org.vfiooracle.generator.alphabet.AlphabetFile;
import org.vfiooracle.generator.suite.Campaign;
import org.vfiooracle.input.CallNames;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.input.UnknownName;
import org.vfiooracle.protocol.message.PerformedCalls;
import picocli.CommandLine.Option;

/** The choice of the calls that are made. */
final class Alphabets {
    @Option(
            names = "--alphabet",
            paramLabel = "FILE",
            description =
                    "The calls to make: a file, or spapr, type1, core or attach (default: the one of the platform's "
                            + "IOMMU driver).")
    private @Nullable String alphabet;

    @Option(
            names = "--calls",
            paramLabel = "CALL",
            split = ",",
            description = "Make only these operations (open,VFIO_SET_IOMMU,...).")
    private List<String> calls = new ArrayList<>();

    /** Whether anything was chosen. */
    boolean chosen() {
        return alphabet != null || !calls.isEmpty();
    }

    /** Returns the alphabet that was chosen. */
    Alphabet alphabet(Checkout checkout, Profile profile) {
        if (alphabet == null) {
            return AlphabetFile.usual(profile);
        }
        Path file = checkout.file(alphabet);
        if (Files.isRegularFile(file)) {
            return AlphabetFile.read(StrictYaml.text(file, alphabet), alphabet);
        }
        if (AlphabetFile.CARRIED.contains(alphabet)) {
            return AlphabetFile.carried(alphabet);
        }
        throw new UnknownName("alphabet, and no file,", alphabet, AlphabetFile.CARRIED);
    }

    /**
     * Returns the search for cases on a platform.
     *
     * @param faults the most arguments of one call that are wrong
     */
    Campaign campaign(Checkout checkout, PlatformChoice platforms, PlatformId id, int faults) {
        return new Campaign(id, alphabet(checkout, platforms.platforms().profile(id)), faults, performed());
    }

    /** The calls that may be made. */
    PerformedCalls performed() {
        return calls.isEmpty() ? PerformedCalls.ALL : PerformedCalls.named(CallNames.known(calls));
    }
}
