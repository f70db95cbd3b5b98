// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.engine.platform.PlatformId;

/** The page that somebody reads first who was given a bundle and nothing else. */
final class BundleReadme {
    private BundleReadme() {}

    /** Returns the page. */
    static String text(
            String version, Optional<String> commit, Collection<PlatformId> platforms, EvidenceTotals evidence) {
        return TEXT.formatted(
                version,
                commit.map(known -> "`" + known + "`").orElse("not known: the files were not those of a commit"),
                evidence,
                platforms.stream().map(id -> "- `" + id + "`").collect(Collectors.joining("\n")));
    }

    private static final String TEXT = """
            <!-- SPDX-License-Identifier: CC0-1.0 -->
            # What Linux answers to VFIO calls on POWER: fixtures

            A fixture is a case (a process and the VFIO calls that it makes) on one platform (hardware, kernel release, page size), with
            the outcome of every call: the return value or errno, the output fields, the locked memory and what the hardware was told.

            This folder is for people who write or test an implementation of VFIO: a kernel, a hypervisor, a virtual machine monitor, a
            user-space driver, a mock. Nothing else of vfio-oracle is needed to use it.

            | | |
            |---|---|
            | version of the corpus | %s |
            | commit of vfio-oracle | %s |
            | evidence of its fixtures | %s |
            | licence of every file here | CC0-1.0 |

            Its platforms:

            %s

            ## First command

            Where is a group refused with `EBUSY`, and by which rule? Any language with a JSON parser can ask:

            ```sh
            python3 -c 'import json
            for line in open("corpus/fixtures.jsonl"):
                fixture = json.loads(line)
                for call in fixture["operations"]:
                    if call["op"] == "VFIO_GROUP_SET_CONTAINER" and call["outcome"]["answer"] == "EBUSY":
                        print(fixture["platform"], fixture["id"], call["rule"])'
            ```

            Then read [INTERPRETING.md](INTERPRETING.md). It is the one page that you need to compare an implementation with a fixture.

            ## What is in it

            | path | holds |
            |---|---|
            | `corpus/PLATFORM/AREA/ID.yaml`, `.json` | each fixture, twice: choose what your language reads |
            | `corpus/fixtures.jsonl` | all fixtures again, one JSON object a line |
            | `c/PLATFORM.c`, `c/vfio_oracle_cases.h` | the cases of the kernel as tables in C (below) |
            | `corpus/index.yaml`, `.json` | the version, and for each fixture its sums, answers, rules and deviations |
            | `corpus/platforms.yaml`, `.json` | the platforms, and those that answer exactly like one of them |
            | `evidence/` | what each fixture rests on, and the machines that agreed |
            | `rules.yaml`, `.json` | the sentence and source of each rule and deviation, of all platforms |
            | `schema/` | JSON Schemas of all of these, and of the adapter protocol |
            | `INTERPRETING.md`, `fixture-format.md`, `adapter-protocol.md`, `adapter-calls.md` | how to read a fixture; the format; how to be driven, and by a few calls |
            | `adapters/examples/` | adapters to copy, if the oracle is to drive your implementation |
            | `CHANGELOG.md` | what has changed, and which outcomes were corrected |

            ## Use the tables in C

            `c/vfio_oracle_cases.h` explains the tables, and declares one for each platform. Compile your program with the files of the
            platforms that it names, and with `c/vfio_oracle_names.c`:

            ```text
            cc -I c -o my-test my-test.c c/PLATFORM.c c/vfio_oracle_names.c
            ```

            ## Let the oracle drive your implementation

            A checkout of vfio-oracle can send the cases to your implementation, compare, and explain what differs. Write an adapter, as
            [adapter-protocol.md](adapter-protocol.md) says. Begin with a copy of a mock in `adapters/examples/`, and announce the few
            calls that you have in `calls`. Then, in the checkout:

            ```text
            ./oracle smoke --adapter CMD
            ./oracle run --adapter CMD
            ./oracle run --adapter CMD --waivers FILE --write junit=FILE
            ```

            `smoke` shows whether the adapter works at all. A file of waivers lists the differences that you expect, each with a reason;
            `schema/waivers.schema.json` describes it.

            ## Check it

            ```sh
            sha256sum --check --quiet SHA256SUMS
            ```

            The index has the sums of the fixtures, too, so that one platform can be checked or copied alone:

            ```sh
            cd corpus
            python3 -c 'import json
            for fixture in json.load(open("index.json"))["fixtures"]:
                print(fixture["sha256"] + "  " + fixture["path"])' | sha256sum --check --quiet
            ```

            `hash` in a fixture is not the sum of a file: it names the content, in YAML and in JSON. INTERPRETING.md shows how to compute it.

            ## Pin it

            Keep the version of the corpus and the sum of `SHA256SUMS` in your project. The sum covers every byte of this folder:

            ```sh
            sha256sum SHA256SUMS
            ```

            The same commit gives the same bytes on every computer. The version is `MAJOR.MINOR.PATCH`: a new MAJOR has another format, a new
            MINOR has more cases, and a new PATCH has corrected outcomes, which `CHANGELOG.md` names with the reason. With a checkout of
            vfio-oracle, `./oracle diff OLD NEW` names every case that was added, removed or corrected between two such folders.
            """;
}
