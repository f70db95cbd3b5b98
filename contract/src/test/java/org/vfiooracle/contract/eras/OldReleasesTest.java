// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.eras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vfiooracle.engine.procedure.NotModelled;

/** What 4.1 to 4.20 answer: each row is what a kernel of that release was seen to answer, or what its sources say. */
final class OldReleasesTest {
    private static final OptionalLong UNLIMITED = OptionalLong.empty();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ioda2-linux-4.1.6-64k   | join A; set 2; join D                  | 0 0 EBUSY
            ioda2-linux-4.4.11-64k  | join A; set 2; join D                  | 0 0 0
            ioda2-linux-4.10.17-64k | join A; set 2; join D                  | 0 0 0
            phb4-linux-4.15-64k     | join A; set 2                          | 0 EPERM
            phb4-linux-4.19.78-64k  | join A; set 2                          | 0 EPERM
            ioda2-linux-4.1.6-64k   | join A; set 7                          | 0 ENODEV
            ioda2-linux-4.4.11-64k  | join A; set 7; join D                  | 0 0 0
            ioda2-linux-4.10.17-64k | join A; set 7; join D                  | 0 0 0
            phb4-linux-4.15-64k     | join A; set 7; join D                  | 0 0 0
            ioda2-linux-4.1.6-64k   | join A; join D; set 2; set 2; leave D  | 0 0 EBUSY EBUSY 0
            ioda2-linux-4.4.11-64k  | join A; join D; set 2                  | 0 0 0
            phb4-linux-4.15-64k     | join A; join D; set 2; leave A; leave D | 0 0 EPERM 0 0
            ioda1-linux-4.1-64k     | join A; set 2; join D                  | 0 0 EBUSY
            ioda1-linux-4.4-64k     | join A; set 2; join D                  | 0 0 EBUSY
            ioda1-linux-4.10-64k    | join A; set 2; join D                  | 0 0 EBUSY
            ioda1-linux-4.19-64k    | join A; set 2; join D                  | 0 0 EBUSY
            ioda1-linux-4.8-64k     | join A; join D; set 2; leave A         | 0 0 EBUSY 0
            ioda1-linux-4.1-64k     | join A; set 7                          | 0 ENODEV
            ioda1-linux-4.11-64k    | join A; set 7                          | 0 0
            ioda1-linux-4.12-64k    | join A; set 7                          | 0 EPERM
            p5ioc2-linux-4.5-64k    | join A; set 7; join D                  | 0 0 EBUSY
            pseries-linux-4.15-64k  | join A; set 7; set 2; join D           | 0 EPERM 0 EBUSY
            """)
    void a_group_is_attached_as_its_release_does(String platform, String calls, String answers) {
        assertThat(Calls.on(platform, UNLIMITED, calls)).isEqualTo(answers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ioda2-linux-4.1.6-64k   | set 2; map 0 0x10000                                   | 0 0
            ioda2-linux-4.4.11-64k  | set 2; map 0 0x10000                                   | 0 EPERM
            ioda2-linux-4.1.6-64k   | set 2; enable; map 0 0x10000; map 0 0x10000            | 0 0 0 0
            p5ioc2-linux-4.1-64k    | set 2; enable; map 0 0x10000; map 0 0x10000            | 0 0 0 EBUSY
            p5ioc2-linux-4.2-64k    | set 2; enable; map 0 0x10000; map 0 0x10000            | 0 0 0 0
            ioda2-linux-4.1.6-64k   | set 2; enable; map 0 0x10000; unmap 0 0x10000; mapped  | 0 0 0 0 1
            ioda2-linux-4.4.11-64k  | set 2; enable; map 0 0x10000; unmap 0 0x10000; mapped  | 0 0 0 0 0
            ioda2-linux-4.1.6-64k   | set 2; map 0x20000 0x10000; leave A; join A; set 2; mapped | 0 0 0 0 0 1
            ioda2-linux-4.1.6-64k   | set 2; map-read-only 0                                 | 0 0
            ioda2-linux-4.4.11-64k  | set 2; enable; map-read-only 0                         | 0 0 EFAULT
            ioda2-linux-4.4.11-64k  | set 7; map 0 0x10000                                   | 0 EPERM
            ioda2-linux-4.10.17-64k | set 2; enable; map 0x800 0x10000; unmap 0x800 0x10000  | 0 0 EINVAL EINVAL
            ioda1-linux-4.12-64k    | set 2; enable; map 0x40000800 0x10000; unmap 0x800 0x1000 | 0 0 ENXIO 1
            phb4-linux-4.15-64k     | set 7; register 0 0x10000; map 0x800 0x10000; unmap 0x800 0x10000 | 0 0 1 1
            """)
    void a_page_is_mapped_as_its_release_does(String platform, String calls, String answers) {
        assertThat(Calls.on(platform, UNLIMITED, "join A; " + calls)).isEqualTo("0 " + answers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ioda2-linux-4.4.11-64k  | register 0 0x10000; register 0 0x10000                              | 0 0
            ioda2-linux-4.10.17-64k | register 0 0x10000; register 0 0x10000                              | 0 EBUSY
            phb4-linux-4.19.78-64k  | register 0 0x10000; register 0 0x10000                              | 0 EBUSY
            ioda2-linux-4.4.11-64k  | register 0 0x20000; register 0x10000 0x20000; locked                | 0 EINVAL 130
            ioda2-linux-4.4.11-64k  | register 0 0x10000; map 0 0x10000; unregister 0 0x10000             | 0 0 EBUSY
            ioda2-linux-4.4.11-64k  | register 0 0x10000; map 0 0x10000; unmap 0 0x10000; unregister 0 0x10000 | 0 0 0 EBUSY
            ioda2-linux-4.4.155-64k | register 0 0x10000; map 0 0x10000; unmap 0 0x10000; unregister 0 0x10000 | 0 0 0 EBUSY
            ioda2-linux-4.9.80-64k  | register 0 0x10000; map 0 0x10000; unmap 0 0x10000; unregister 0 0x10000 | 0 0 0 0
            ioda2-linux-4.10.17-64k | register 0 0x10000; map 0 0x10000; unregister 0 0x10000             | 0 0 EBUSY
            ioda2-linux-4.10.17-64k | register 0 0x10000; map 0 0x10000; unmap 0 0x10000; unregister 0 0x10000 | 0 0 0 0
            phb4-linux-4.15-64k     | register 0 0x10000; map 0 0x10000; unregister 0 0x10000             | 0 0 EBUSY
            phb4-linux-4.19.78-64k  | register 0 0x10000; map 0 0x10000; unregister 0 0x10000             | 0 0 EBUSY
            ioda2-linux-4.4.11-64k  | register 0 0xffffffffffff0000; register 0 0x8000000000000000         | EINVAL ENOMEM
            ioda2-linux-4.4.11-64k  | register 0 0x10000; register 0 0x8000000000000000                    | 0 EINVAL
            phb4-linux-4.19.78-64k  | register 0 0xffffffffffff0000; register 0 0x8000000000000000         | EINVAL ENOMEM
            ioda2-linux-4.4.11-64k  | unregister 0 0x10000                                                | ENOENT
            ioda2-linux-4.10.17-64k | unregister 0 0x10000                                                | EPERM
            ioda2-linux-4.4.11-64k  | register 0 0x10000; leave A; locked; join A; set 7; register 0 0x10000; locked | 0 0 1 0 0 0 129
            phb4-linux-4.15-64k     | register 0 0x10000; leave A; locked                                 | 0 0 0
            """)
    void memory_is_registered_as_its_release_does(String platform, String calls, String answers) {
        assertThat(Calls.on(platform, UNLIMITED, "join A; set 7; " + calls)).isEqualTo("0 0 " + answers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ioda2-linux-4.4.11-64k  | locked; register 0 0x10000; map 0 0x10000; locked        | 128 0 0 129
            ioda2-linux-4.4.155-64k | locked; register 0 0x10000; map 0 0x10000; locked        | 64 0 0 129
            ioda2-linux-4.10.17-64k | locked; register 0 0x10000; locked; unmap 0 0; locked; map 0 0; locked | 0 0 1 0 65 0 129
            phb4-linux-4.15-64k     | locked; register 0 0x10000; map 0 0x10000; locked        | 0 0 0 129
            phb4-linux-4.19.78-64k  | locked; register 0 0x10000; map 0 0x10000; locked        | 0 0 0 129
            ioda2-linux-4.4.11-64k  | create 16 0x40000000 2; locked; remove 0x800000000000000; locked | 0 133 0 128
            ioda2-linux-4.4.11-64k  | create 24 0x40000000 3; locked; remove 0x800000000000000; locked | 0 130 0 126
            phb4-linux-4.15-64k     | create 16 0x40000000 2; locked                           | 0 67
            phb4-linux-4.19.78-64k  | create 16 0x40000000 2; locked                           | 0 134
            ioda2-linux-4.4.11-64k  | create 16 0x40000000 5; remove 0x1000; remove 0          | 0 0 EINVAL
            ioda2-linux-4.4.155-64k | create 16 0x40000000 4; locked; create 16 0x40000000 3   | EINVAL 69 0
            ioda2-linux-4.10.17-64k | remove 0x1000; create 16 0x40000000 5; remove 0          | EINVAL 0 0
            phb4-linux-4.15-64k     | create 16 0x40000000 4; locked; create 16 0x40000000 3   | EINVAL 69 0
            phb4-linux-4.18-64k     | create 16 0x40000000 3                                   | 0
            phb4-linux-4.18.16-64k  | create 16 0x40000000 3; create 16 0x40000000 2           | EINVAL 0
            phb4-linux-4.19.78-64k  | create 16 0x40000000 3; create 16 0x40000000 2           | EINVAL 0
            ioda2-linux-4.10.17-64k | create 16 0x8000000000000000 1                           | EINVAL
            phb4-linux-4.19.78-64k  | create 16 0x8000000000000000 1                           | EINVAL
            ioda2-linux-4.10.17-64k | create 16 0x100000000 1                                  | EINVAL
            phb4-linux-4.15-64k     | create 16 0x100000000 1                                  | EINVAL
            phb4-linux-4.19.78-64k  | create 16 0x100000000 1                                  | 0
            ioda2-linux-4.4.11-64k  | mask; create 24 0x40000000 1                             | 1011000 0
            ioda2-linux-4.10.17-64k | mask                                                     | 1011000
            phb4-linux-4.15-64k     | mask; create 24 0x40000000 1; locked                     | 1011000 EPERM 64
            phb4-linux-4.19.78-64k  | mask                                                     | 40211000
            ioda2-linux-4.4.11-64k  | remove 0; locked; create 16 0x40000000 1; map 0 0        | 0 0 0 EPERM
            ioda2-linux-4.10.17-64k | remove 0; locked; disable                                | 0 0 ENOTTY
            """)
    void a_v2_container_of_one_group_makes_and_counts_windows(String platform, String calls, String answers) {
        assertThat(Calls.on(platform, UNLIMITED, "join A; set 7; " + calls)).isEqualTo("0 0 " + answers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ioda2-linux-4.1.6-64k   | locked; enable; locked; disable; locked; disable; map 0 0x10000 | 0 0 32768 0 0 0 0
            ioda2-linux-4.4.11-64k  | locked; enable; locked; map 0 0x10000; locked                   | 64 0 32832 0 32832
            ioda2-linux-4.10.17-64k | locked; enable; locked; map 0 0x10000; locked; leave A; locked  | 0 0 32768 0 32832 0 0
            ioda2-linux-4.11-64k    | locked; enable; locked; map 0 0x10000; locked                   | 0 0 32768 0 32832
            ioda1-linux-4.4-64k     | locked; enable; locked; leave A; locked                         | 16 0 8208 0 0
            ioda1-linux-4.12-64k    | locked; enable; map 0 0x10000; locked                           | 0 0 0 8192
            pseries-linux-4.15-64k  | locked; enable; map 0 0x10000; locked                           | 0 0 0 16384
            """)
    void a_v1_container_counts_what_its_release_counts(String platform, String calls, String answers) {
        assertThat(Calls.on(platform, UNLIMITED, "join A; set 2; " + calls)).isEqualTo("0 0 " + answers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ioda2-linux-4.4.11-64k  | join A; set 2; set 7                               | 0 ENOMEM ENOMEM
            ioda2-linux-4.10.17-64k | join A; set 2                                      | 0 0
            ioda2-linux-4.10.17-64k | join A; set 7; create 16 0x40000000 1; remove 0    | 0 0 ENOMEM 0
            phb4-linux-4.15-64k     | join A; set 2; set 7                               | 0 EPERM 0
            """)
    void without_memory_to_lock_a_container_gets_as_far_as_its_release_lets_it(
            String platform, String calls, String answers) {
        assertThat(Calls.on(platform, OptionalLong.of(0), calls)).isEqualTo(answers);
    }

    @Test
    void the_shadow_of_a_window_can_be_too_dear() {
        long table = 64 * 0x1_0000L;
        assertThat(Calls.on(
                        "phb4-linux-4.15-64k",
                        OptionalLong.of(table + 0x1_0000),
                        "join A; set 7; register 0 0x10000; map 0 0x10000; locked; unmap 0 0x10000"))
                .isEqualTo("0 0 0 ENOMEM 65 0");
    }

    @ParameterizedTest
    @CsvSource({
        "ioda1-linux-4.6-64k, A, 1073741824, 536870912",
        "ioda1-linux-4.7-64k, A, 0, 536870912",
        "ioda1-linux-4.6-64k, C, 0, 1073741824",
        "ioda1-linux-4.7-64k, C, 1073741824, 1073741824",
        "ioda1-linux-4.19-64k, B, 536870912, 536870912"
    })
    void segments_are_shared_out_as_the_release_does(String platform, String group, long start, long size) {
        assertThat(Calls.windowOn(platform, group)).isEqualTo(start + " " + size);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ioda2-linux-4.10.17-64k | EINVAL EINVAL 0
            ioda2-linux-4.11-64k    | EINVAL EINVAL 0
            phb4-linux-6.12.117-4k  | 1 1 0
            phb4-linux-7.2.13-4k    | 1 1 0
            """)
    void an_unmap_over_the_end_is_refused_where_the_end_is_compared(String platform, String answers) {
        String calls = "join A; set 7; register 0 0x10000; unmap 0x10000 0x80000000; unmap 0x10000 -0x10000;"
                + " unmap 0x10000 0x7fff0000";

        assertThat(Calls.on(platform, UNLIMITED, calls)).isEqualTo("0 0 0 " + answers);
    }

    @ParameterizedTest
    @CsvSource({"phb4-linux-4.15-64k", "phb4-linux-6.12.111-4k", "phb4-linux-7.2.7-4k"})
    void an_unmap_over_the_end_is_not_answered_where_it_is_not(String platform) {
        assertThatThrownBy(() ->
                        Calls.on(platform, UNLIMITED, "join A; set 7; register 0 0x10000; unmap 0x10000 0x80000000"))
                .isInstanceOf(NotModelled.class)
                .hasMessageContaining("leaves its window");
    }

    @ParameterizedTest
    @CsvSource({"pseries-linux-6.11-64k", "pseries-linux-6.12.12-64k", "pseries-linux-6.13.1-64k"})
    void a_second_group_that_stops_a_partition_is_not_answered(String platform) {
        String calls = "join A; set 7; create 16 0x10000000 1; join D";

        assertThatThrownBy(() -> Calls.on(platform, UNLIMITED, calls))
                .isInstanceOf(NotModelled.class)
                .hasMessageContaining("a second group");
        assertThat(Calls.on("pseries-linux-6.12.13-64k", UNLIMITED, calls)).endsWith(" EPERM");
        assertThat(Calls.on("pseries-linux-6.13.2-64k", UNLIMITED, calls)).endsWith(" EPERM");
    }

    @Test
    void a_release_that_never_ends_is_not_answered() {
        String calls = "join A; set 7; register 0 0x10000; join D C2; set 7 C2; register 0x80000 0x10000 C2;"
                + " map 0 0x10000 C2; leave A";
        for (String platform :
                new String[] {"ioda2-linux-4.10.17-64k", "phb4-linux-4.15-64k", "phb4-linux-4.19.78-64k"}) {
            assertThatThrownBy(() -> Calls.on(platform, UNLIMITED, calls))
                    .isInstanceOf(NotModelled.class)
                    .hasMessageContaining("a release that never ends");
        }
        assertThat(Calls.on("phb4-linux-4.19.89-64k", UNLIMITED, calls)).endsWith(" 0");
        assertThat(Calls.on("ioda2-linux-4.4.11-64k", UNLIMITED, calls)).endsWith(" 0");
    }
}
