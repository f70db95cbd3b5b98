// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Thens about programs say when they are wrong, and that right ones pass. */
final class ProgramCheckTest {
    private static final String STARTED = """
            Given memory "B1" of 256 MiB
            When qemu-7.2 starts as "V1" with memory "B1" and devices D.0
            Then it answers
              | platforms | answer  |
              | ioda1     | exited  |
              | *         | running |
            """;

    @TempDir
    private Path folder;

    private TemporaryCheckout checkout;

    @BeforeEach
    void prepare() {
        checkout = new TemporaryCheckout(folder);
    }

    private String after(String then) {
        return checkout.scenario(STARTED + then).failures();
    }

    @Test
    void the_calls_of_some_names_are_compared_in_order() {
        assertThat(after("""
                And its calls of VFIO_SET_IOMMU are
                  | platforms | call           | on | type | answer |
                  | x86       | VFIO_SET_IOMMU | C1 | 3    | 0      |
                  | *         | VFIO_SET_IOMMU | C1 | 7    | 0      |
                """)).isEmpty();
    }

    @Test
    void another_call_is_told_with_those_that_were_made() {
        assertThat(after("""
                And its calls of VFIO_SET_IOMMU are
                  | call           | on | type |
                  | VFIO_SET_IOMMU | C1 | 2    |
                """))
                .contains("calls: expected VFIO_SET_IOMMU | C1 | 2, got VFIO_SET_IOMMU | C1 | 7")
                .contains("got VFIO_SET_IOMMU | C1 | 3");
    }

    @Test
    void that_there_is_no_call_is_not_so_where_there_are_some() {
        assertThat(after("And it makes no call\n")).contains("calls: expected none, got open | ");
    }

    @Test
    void a_field_of_a_guests_call_that_is_no_number_or_no_field_is_told_at_its_row() {
        String call = """
                And the guest of "V1" calls H_STUFF_TCE with
                  | liobn  | 0x80000000 |
                  | ioba   | 0x0        |
                  | tce    | 0x0        |
                  | npages | %s |
                """;

        assertThat(after(call.formatted("two"))).contains("npages: expected a decimal number, found \"two\"");
        assertThat(after(call.formatted("2").replace("tce  ", "tces")))
                .contains("its fields: on, liobn, ioba, tce, npages");
    }
}
