// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a program is answered when it names memory that is mapped in pieces, has holes, or may not be written to. */
final class ExecMemoryTest extends ProgramTest {
    @Test
    void memory_is_what_the_kernel_says_it_is_at_that_moment() {
        Programs.Run run = ran("ioda2-linux-4.2-4k");

        assertThat(run.output()).isEqualTo("""
                of 1000 pages one by one failed: 0
                the second of three neighbours: 0
                all three: EINVAL
                one more than there are: EINVAL
                one before them: EFAULT
                all four, once there are: EINVAL
                with a hole: EINVAL
                behind the hole: 0
                with a page that cannot be written to: EFAULT
                that page alone: EFAULT
                before it: 0
                nothing: EFAULT
                the end of all addresses: EINVAL
                as many bytes as there are numbers: EINVAL
                """);
    }

    @Test
    void a_kernel_that_pins_what_it_can_finds_where_memory_ends() {
        Programs.Run run = ran("phb4-linux-6.12-4k");

        assertThat(run.output()).isEqualTo("""
                of 1000 pages one by one failed: 0
                the second of three neighbours: 0
                all three: EINVAL
                one more than there are: some pages
                one before them: EFAULT
                all four, once there are: EINVAL
                with a hole: some pages
                behind the hole: 0
                with a page that cannot be written to: some pages
                that page alone: EFAULT
                before it: 0
                nothing: EFAULT
                the end of all addresses: EINVAL
                as many bytes as there are numbers: EINVAL
                """);
        assertThat(run.oracle().err()).contains("and 991 more, ");
    }

    private Programs.Run ran(String platform) {
        Path pieces = programs.compiled("pieces");
        Programs.Run run = programs.exec("--platform " + platform, pieces.toString());
        run.oracle().ended(0);
        return run;
    }
}
