// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An implementation that is wrong in one way is told to be wrong in exactly that way. */
final class WrongVariantTest {
    private static final String RIGHT = "'" + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dvfiooracle.root='" + TestCheckout.REAL.toAbsolutePath()
            + "' -cp '" + System.getProperty("java.class.path") + "' org.vfiooracle.cli.Oracle adapter --platform ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            one errno     | s/"answer":0\\(,"locked_pages":0,"effects":\\[{"effect":"bypass-off","group":"E"\\)/"answer":"EPERM"\\1/ | VFIO_GROUP_SET_CONTAINER(G2 -> C1): expected 0, got EPERM
            no window     | s/,{"effect":"window-unset","group":"E","window":0}// | VFIO_GROUP_SET_CONTAINER(G2 -> C1): effects.window[0] expected window-unset group E window 0, got nothing
            one page more | s/"locked_pages":0\\(,"effects":\\[{"effect":"bypass-off","group":"E"\\)/"locked_pages":1\\1/ | VFIO_GROUP_SET_CONTAINER(G2 -> C1): locked_pages expected 0, got 1
            """)
    void a_wrong_answer_has_its_rule_and_nothing_that_answers_so(String what, String edit, String statement) {
        Ran ran = run(
                        "phb4-linux-6.12-4k",
                        " | sed -u '/\"id\":\"ATTACH-036\"/" + edit + "'",
                        "@ATTACH-036",
                        "@ATTACH-001")
                .ended(1)
                .said("  " + statement, "  rule spapr.attach.joined (", "  before it: C1: spapr-tce-v2, group D");

        assertThat(ran.out())
                .contains("no platform and no known bug would answer so", "1 conforms, 1 differs")
                .doesNotContain("it behaves like ioda");
    }

    @Test
    void the_shortest_case_is_written_and_shows_the_same_when_it_is_run(@TempDir Path folder) {
        String wrong = " | sed -u 's/\"start_addr\":\"0x800000000000000\"/\"start_addr\":\"0x0\"/'";

        Ran whole =
                run("phb4-linux-6.12-4k", wrong, "@DMA-WINDOW-091", "@DMA-WINDOW-053", "--cases", folder.toString());
        String[] written = folder.toFile().list();
        assertThat(written).as(whole.all()).isNotEmpty();
        Ran again = run("phb4-linux-6.12-4k", wrong, folder.resolve(written[0]).toString());

        whole.ended(1).said("out.start_addr expected 0x800000000000000, got 0x0");
        again.ended(1)
                .said("out.start_addr expected 0x800000000000000, got 0x0", "-linux-6.12", "1 fixture, ", "1 differs");
    }

    @Test
    void two_errnos_that_are_swapped_are_two_causes() {
        String swap = " | sed -u 's/\"EBUSY\"/\"_\"/g; s/\"EINVAL\"/\"EBUSY\"/g; s/\"_\"/\"EINVAL\"/g'";

        Ran ran = run("phb4-linux-6.12-4k", swap, "attach", "--format", "json").ended(1);

        assertThat(ran.out()).contains("answer: expected EBUSY, got EINVAL", "answer: expected EINVAL, got EBUSY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            died     | sed -u '/"id":"ATTACH-036"/Q139'                     | crashed: the adapter died (exit 139 (signal 11))
            is quiet | { sed -u '/"id":"ATTACH-036"/d'; sleep 60; }         | timed-out: the adapter was silent for 20 s
            garbles  | sed -u '/"id":"ATTACH-036"/s/.*/what a day/'         | crashed: garbage: expected a message of the adapter protocol, found no JSON object
            """)
    void what_breaks_is_told_by_how_it_broke(String how, String command, String statement) {
        Ran ran = run("phb4-linux-6.12-4k", " | " + command, "@ATTACH-036", "@ATTACH-001", "--timeout", "20")
                .ended(3)
                .said("@ATTACH-036 phb4-linux-6.12-4k\n  " + statement);

        assertThat(ran.out()).contains("1 conforms").doesNotContain("would answer so");
    }

    @Test
    void a_flood_is_garbage_and_ends() {
        String flood = " | while read -r line; do case \"$line\" in *'\"id\":\"ATTACH-036\"'*) yes | tr -d '\\n';; "
                + "*) echo \"$line\";; esac; done";

        run("phb4-linux-6.12-4k", flood, "@ATTACH-036", "@ATTACH-001")
                .ended(3)
                .said("crashed: garbage: a line of more than 1 MiB", "1 conforms, 1 crashed");
    }

    @Test
    void another_era_is_named_and_every_report_is_written(@TempDir Path folder) throws Exception {
        Path picture = folder.resolve("first.svg");
        Path json = folder.resolve("run.json");
        Path junit = folder.resolve("run.xml");

        Ran ran = run(
                        "ioda2-linux-4.1-64k",
                        " | sed -u 's/ioda2-linux-4.1[.0-9]*-64k/ioda2-linux-4.2-64k/'",
                        "attach",
                        "--picture",
                        picture.toString(),
                        "--write",
                        "json=" + json,
                        "--write",
                        "junit=" + junit,
                        "--write",
                        "allure=" + folder.resolve("allure"))
                .ended(1);

        JsonNode report = new ObjectMapper().readTree(json.toFile());
        int differing = report.at("/behaves_like/differing").asInt();
        assertThat(differing).isGreaterThan(20);
        assertThat(ran.out())
                .contains("it behaves like ioda2-linux-4.1-64k, which answers " + differing + " of " + differing
                        + " differing cases so")
                .contains("would answer so: ioda2-linux-4.1-64k")
                .containsPattern("the same in [0-9]+ more cases: @ATTACH-");
        assertThat(ran.out()
                        .lines()
                        .filter(line -> line.startsWith("features/"))
                        .count())
                .isEqualTo(report.at("/causes").size())
                .isLessThan(differing / 2);
        assertThat(Files.readString(picture)).contains("<svg");
        assertThat(Files.readString(junit)).contains("failures=\"" + differing + "\"", " time=\"");
        assertThat(folder.resolve("allure/environment.properties")).content().contains("platform = ioda2-linux-4.2");
    }

    private static Ran run(String platform, String then, String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "run";
        all[1] = "--adapter";
        all[2] = RIGHT + platform + then;
        System.arraycopy(words, 0, all, 3, words.length);
        return Ran.of(all);
    }
}
