// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.codec.CaseCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.samples.SampleFixtures;

final class AskedCaseTest {
    @Test
    void a_fixture_is_a_case_whose_outcomes_are_not_looked_at() {
        Fixture fixture = SampleFixtures.fixture(SampleFixtures.WINDOWS, "phb4-linux-6.12-4k");

        AskedCase read = AskedCase.read(FixtureFile.write(fixture).replace("answer: 1\n", "answer: 7\n"), "a.yaml");

        assertThat(read.performed()).isEqualTo(fixture.performed());
        assertThat(read.platform()).hasValue(PlatformId.parse("phb4-linux-6.12-4k"));
    }

    @Test
    void a_case_can_be_json_as_an_adapter_receives_it() {
        Fixture fixture = SampleFixtures.fixture(SampleFixtures.WINDOWS, "phb4-linux-6.12-4k");
        String json = PrettyJson.of(CaseCodec.encode(fixture.performed()));

        AskedCase read = AskedCase.read(json, "a.json");

        assertThat(read.performed()).isEqualTo(fixture.performed());
        assertThat(read.platform()).isEmpty();
    }

    @Test
    void broken_json_is_refused_where_it_breaks() {
        assertThatThrownBy(() -> AskedCase.read("{\"id\":\n oops}", "a.json"))
                .hasMessageStartingWith("a.json:2:2: expected JSON, found Unrecognized token 'oops'");
    }

    @Test
    void a_case_that_says_something_else_is_refused() {
        assertThatThrownBy(() -> AskedCase.read("{\"id\":\"attach\"}", "a.json"))
                .hasMessage("a.json: expected a case id such as ATTACH-012 at id, found \"attach\"");
        assertThatThrownBy(() ->
                        AskedCase.read(SampleFixtures.WINDOWS.replace("backing: page", "backing: huge"), "a.yaml"))
                .hasMessage(
                        "a.yaml:10:16: expected page, none, thp, 2m, 16m or 1g at process.buffers.B1.backing, found \"huge\"");
    }
}
