// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.platform.Series;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.kernel.container.Requests;

/** Where the rules of the kernel are said to be read is a place that the releases have which the rules are of. */
final class SourcesOfRulesTest {
    private static final String TYPE1 = "type1.";
    private static final Release FIRST_OF_TYPE1 = Release.parse("5.10");

    /**
     * What the trees of Linux have, independent of {@link LinuxFile}: Debian's 5.10, 6.1 and 6.12, Ubuntu's 4.4, 4.15, 4.18, 5.0,
     * 5.3, 5.15, 5.19, 6.2, 6.5 and 6.8. A file that is not here is in all of them.
     */
    private static final Map<String, Releases> NOT_IN_ALL = Map.of(
            "drivers/vfio/vfio.c", Releases.to("5.19"),
            "drivers/vfio/vfio_main.c", Releases.from("6.0"),
            "drivers/vfio/container.c", Releases.from("6.1"),
            "drivers/vfio/group.c", Releases.from("6.2"),
            "drivers/vfio/vfio_spapr_eeh.c", Releases.to("6.1"),
            "drivers/vfio/pci/vfio_pci_core.c", Releases.from("5.15"),
            "arch/powerpc/mm/mmu_context_iommu.c", Releases.between("4.2", "5.1"),
            "arch/powerpc/mm/book3s64/iommu_api.c", Releases.from("5.2"),
            "arch/powerpc/platforms/powernv/pci-ioda-tce.c", Releases.from("4.19"),
            "drivers/iommu/intel/iommu.c", Releases.from("5.8"));

    private record Place(String procedure, Rule rule, Releases releases) {
        boolean modelled(Release release) {
            return releases.contains(release)
                    && !(rule.id().startsWith(TYPE1) && release.compareTo(FIRST_OF_TYPE1) < 0);
        }
    }

    private final List<Place> checks = places();

    @Test
    void every_check_can_be_read_in_every_release_that_has_it() {
        assertThat(checks)
                .filteredOn(check -> !check.rule().source().functions().isEmpty())
                .hasSizeGreaterThan(150)
                .allSatisfy(check -> assertThat(Series.ALL)
                        .filteredOn(check::modelled)
                        .allSatisfy(release -> assertThat(check.rule().source().at(release))
                                .as("%s in %s on %s", check.rule().id(), check.procedure(), release)
                                .isNotEmpty()));
    }

    @Test
    void no_release_is_pointed_to_a_file_that_it_has_not() {
        assertThat(checks).hasSizeGreaterThan(200).allSatisfy(check -> assertThat(Series.ALL)
                .filteredOn(check::modelled)
                .allSatisfy(release -> assertThat(check.rule().source().at(release))
                        .as("%s on %s", check.rule().id(), release)
                        .allMatch(function -> NOT_IN_ALL
                                .getOrDefault(function.file().path(), Releases.ALL)
                                .contains(release))));
    }

    @Test
    void a_check_is_of_no_release_that_its_rule_is_not_of() {
        assertThat(checks)
                .filteredOn(check -> !check.rule().source().releases().equals(Releases.ALL))
                .hasSizeGreaterThan(60)
                .allSatisfy(check -> assertThat(Series.ALL)
                        .filteredOn(check.releases()::contains)
                        .allMatch(check.rule().source().releases()::contains));
    }

    @Test
    void a_rule_of_the_kernel_names_a_function_or_holds_for_all_releases() {
        assertThat(rules()).hasSizeGreaterThan(130).allSatisfy(rule -> {
            Source source = rule.source();
            assertThat(source.functions().isEmpty() ? source.elsewhere() : source.text())
                    .isNotBlank();
            assertThat(source.functions().isEmpty() ? source.releases() : Releases.ALL)
                    .isEqualTo(Releases.ALL);
        });
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Procedure<?> procedure : Requests.catalogue().all()) {
            for (Item<?> item : procedure.items()) {
                if (item instanceof Check<?> check) {
                    places.add(new Place(procedure.name().text(), check.rule(), check.releases()));
                }
            }
        }
        return places;
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (Procedure<?> procedure : Requests.catalogue().all()) {
            rules.add(procedure.granted());
            for (Item<?> item : procedure.items()) {
                if (item instanceof Check<?> check) {
                    rules.add(check.rule());
                } else {
                    rules.addAll(((Step<?>) item).reasons());
                }
            }
        }
        return rules.stream().distinct().toList();
    }
}
