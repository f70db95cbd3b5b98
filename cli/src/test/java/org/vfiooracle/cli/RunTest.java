// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An adapter that cannot be driven is told apart from one that answers wrongly. */
final class RunTest {
    @TempDir
    private Path folder;

    @Test
    void one_that_lacks_something_of_this_computer_is_no_finding() {
        Ran ran = run("sh -c 'exit 75'").ended(2).said("this computer lacks something", "exit 75");

        assertThat(ran.out()).isEmpty();
    }

    @Test
    void one_that_does_not_exist_broke() {
        run("./no-such-adapter").ended(3).said("ended before it said what it is", "exit 127", "no-such-adapter");
    }

    @Test
    void one_that_prints_garbage_broke_and_the_garbage_is_shown() {
        run("echo what a day").ended(3).said("does not start as the protocol asks", "what a day");
    }

    private Ran run(String adapter) {
        return TestCheckout.in(folder).run("run", "--adapter", adapter);
    }
}
