// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.platform.Releases;

final class SourceTest {
    private static final Source SET_CONTAINER = VfioCore.SET_CONTAINER;

    @Test
    void a_source_is_told_as_a_release_calls_it() {
        assertThat(on(SET_CONTAINER, "4.1")).isEqualTo("drivers/vfio/vfio.c: vfio_group_set_container");
        assertThat(on(SET_CONTAINER, "6.0")).isEqualTo("drivers/vfio/vfio_main.c: vfio_group_set_container");
        assertThat(on(SET_CONTAINER, "6.1.176")).isEqualTo("drivers/vfio/vfio_main.c: vfio_group_ioctl_set_container");
        assertThat(on(SET_CONTAINER, "6.2")).isEqualTo("drivers/vfio/group.c: vfio_group_ioctl_set_container");
    }

    @Test
    void all_of_it_is_every_function_with_its_releases() {
        assertThat(SET_CONTAINER.text())
                .isEqualTo("drivers/vfio/vfio.c: vfio_group_set_container, ..5.19;"
                        + " drivers/vfio/vfio_main.c: vfio_group_set_container, 6.0;"
                        + " drivers/vfio/vfio_main.c: vfio_group_ioctl_set_container, 6.1;"
                        + " drivers/vfio/group.c: vfio_group_ioctl_set_container, 6.2..");
    }

    @Test
    void a_rule_of_some_releases_names_only_what_they_have() {
        Source ofSome = SET_CONTAINER.of(Releases.between("4.2", "5.18")).seen("5.10");

        assertThat(ofSome.text()).isEqualTo("drivers/vfio/vfio.c: vfio_group_set_container, 4.2..5.18; seen on 5.10");
    }

    @Test
    void releases_that_call_it_alike_are_told_once() {
        List<Release> alike = List.of(Release.parse("4.2"), Release.parse("5.10"));
        List<Release> different = List.of(Release.parse("4.2"), Release.parse("6.12"));

        assertThat(SET_CONTAINER.on(alike)).isEqualTo("drivers/vfio/vfio.c: vfio_group_set_container");
        assertThat(SET_CONTAINER.on(different)).isEqualTo(SET_CONTAINER.text());
    }

    private static String on(Source source, String release) {
        return source.on(Release.parse(release));
    }
}
