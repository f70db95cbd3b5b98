// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A trace that somebody reads while the run lasts, as the adapters do. */
final class ExecTraceTest extends ProgramTest {
    private static final int CALLS = 20;

    @Test
    void a_call_is_in_the_trace_when_the_program_goes_on() {
        Path trace = folder.resolve("trace.jsonl");
        String again = "exec 3<>/dev/vfio/vfio; grep -c /dev/vfio/vfio " + trace + "; exec 3>&-; ";

        Programs.Run run = programs.exec(POWER9 + " --trace " + trace, again.repeat(CALLS));

        run.oracle().ended(0);
        assertThat(run.output())
                .isEqualTo(IntStream.rangeClosed(1, CALLS)
                        .mapToObj(count -> count + "\n")
                        .collect(Collectors.joining()));
    }
}
