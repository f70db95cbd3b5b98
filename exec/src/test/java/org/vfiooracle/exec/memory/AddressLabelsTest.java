// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AddressLabelsTest {
    private final AddressLabels labels = new AddressLabels(4096);

    @Test
    void memory_begins_at_the_page_of_the_first_address_that_is_named() {
        assertThat(labels.named("B1", 0x88e010)).contains("B1");
        assertThat(labels.named("B1", 0x890000)).isEmpty();

        assertThat(labels.origin(0x7f000088e010L)).isEqualTo(0x7f000088e000L);
        assertThat(labels.shown("vaddr B1+0x88e000, size 0x4000")).isEqualTo("vaddr B1, size 0x4000");
        assertThat(labels.shown("\"B1+0x88e010\" B1+0x890000")).isEqualTo("\"B1+0x10\" B1+0x2000");
    }

    @Test
    void what_lies_before_it_has_a_label_of_its_own() {
        labels.named("B1", 0x5000);

        assertThat(labels.named("B1", 0x3000)).contains("B1a");
        assertThat(labels.named("B1", 0x1000)).contains("B1b");

        assertThat(labels.shown("B1+0x5000 B1+0x4000 B1+0x1000")).isEqualTo("B1 B1a+0x1000 B1b");
    }

    @Test
    void memory_that_nobody_has_named_is_counted_as_it_is() {
        assertThat(labels.shown("B7+0x0, B7+0x1000, C1")).isEqualTo("B7, B7+0x1000, C1");
    }
}
