// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Pointer;
import org.vfiooracle.samples.SampleCases;

final class PerformedCallsTest {
    private static final String START = """
            {"type":"start","protocol":1,"name":"n","version":"v","platform":"phb4-linux-6.12.95-4k",\
            "topologies":["six-groups"],"observes":["answer"],"calls":CALLS,"batch":1}""";

    @Test
    void who_announces_nothing_performs_all() throws Garbage {
        Announcement start = MessageReader.start(START.replace("\"calls\":CALLS,", ""));

        assertThat(start.calls()).isEqualTo(PerformedCalls.ALL);
        assertThat(Messages.of(start)).doesNotContain("calls");
        assertThat(PerformedCalls.ALL.halt(SampleCases.JOIN)).isEmpty();
    }

    @Test
    void a_case_goes_as_far_as_its_calls_are_announced() throws Garbage {
        PerformedCalls calls = read("[\"open\",\"VFIO_GROUP_SET_CONTAINER\",\"VFIO_SET_IOMMU\"]");

        assertThat(calls.halt(SampleCases.JOIN))
                .contains(new Halt(5, Halt.Cause.UNSUPPORTED, "the adapter does not perform it"));
        assertThat(calls.halt(SampleCases.JOIN.before(5))).isEmpty();
    }

    @Test
    void an_argument_may_have_only_the_values_that_are_named() throws Garbage {
        PerformedCalls calls = read("[\"open\",{\"op\":\"VFIO_SET_IOMMU\",\"type\":[2,3]},"
                + "{\"op\":\"VFIO_GROUP_SET_CONTAINER\",\"pointer\":[]}]");

        assertThat(calls.performs(new Operation.SetIommu("C1", 2))).isTrue();
        assertThat(calls.performs(new Operation.SetIommu("C1", 7))).isFalse();
        assertThat(calls.performs(new Operation.SetContainer("G1", "C1"))).isTrue();
        assertThat(calls.performs(new Operation.SetContainer("G1", "C1", Pointer.UNMAPPED)))
                .isFalse();
        assertThat(calls.performs(new Operation.By("P1", new Operation.SetIommu("C1", 2))))
                .isTrue();
        assertThat(calls.halt(SampleCases.JOIN))
                .contains(new Halt(4, Halt.Cause.UNSUPPORTED, "the adapter does not perform it with these arguments"));
    }

    @Test
    void what_was_read_is_written_again() throws Garbage {
        String line = START.replace("CALLS", "[\"open\",{\"op\":\"VFIO_SET_IOMMU\",\"type\":[7]}]");

        assertThat(Messages.of(MessageReader.start(line))).isEqualTo(line);
    }

    @Test
    void two_choices_leave_what_is_in_both() throws Garbage {
        PerformedCalls some = read("[\"open\",\"close\",{\"op\":\"VFIO_SET_IOMMU\",\"type\":[2,7]}]");
        PerformedCalls others = read("[\"open\",{\"op\":\"VFIO_SET_IOMMU\",\"type\":[7]},\"dup\"]");

        assertThat(some.and(others)).isEqualTo(read("[\"open\",{\"op\":\"VFIO_SET_IOMMU\",\"type\":[7]}]"));
        assertThat(some.and(PerformedCalls.ALL)).isEqualTo(some);
        assertThat(PerformedCalls.ALL.and(some)).isEqualTo(some);
        assertThat(PerformedCalls.named(List.of("dup"))
                        .and(PerformedCalls.named(List.of("exit")))
                        .performs(new Operation.Exit()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                       | calls: expected at least one operation, found none
            "open"                                   | calls: expected a list, found "open"
            ["VFIO_SET_IOMU"]                        | calls[0]: expected the name of an operation, found "VFIO_SET_IOMU"; did you mean VFIO_SET_IOMMU
            ["open",{"type":[7]}]                    | calls[1]: expected the key "op", found only type
            ["open",{"op":"VFIO_SET_IOMMU","tp":[]}] | calls[1].tp: expected no other key here, found "tp"; the arguments of VFIO_SET_IOMMU are on, type
            [{"op":"VFIO_SET_IOMMU","type":7}]       | calls[0].type: expected a list, found 7
            """)
    void what_is_no_list_of_operations_is_refused_where_it_is_wrong(String calls, String problem) {
        assertThat(catchThrowable(() -> read(calls)))
                .isInstanceOf(Garbage.class)
                .hasMessageStartingWith(problem);
    }

    private static PerformedCalls read(String calls) throws Garbage {
        return MessageReader.start(START.replace("CALLS", calls)).calls();
    }
}
