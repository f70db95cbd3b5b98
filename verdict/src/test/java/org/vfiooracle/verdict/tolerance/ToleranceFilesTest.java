// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.tolerance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.FixtureDiff;
import org.vfiooracle.conformance.compare.OwnErrors;
import org.vfiooracle.conformance.compare.Repair;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.samples.SampleCases;
import org.vfiooracle.samples.Schemas;
import org.vfiooracle.verdict.Answered;

/** Mistakes are told with file, line and column, and the schemas take what we take. */
final class ToleranceFilesTest {
    private static final String WAIVERS = """
            format: 1
            waivers:
              - case: '@ATTACH-036'
                platform: 'phb4-*'
                call: VFIO_SET_IOMMU
                field: answer
                rule: container.set-iommu.set
                answers:
                  - EBUSY
                  - -1
                reason: 'why'
                link: https://example.org/1
                until: '2027-01-31'
              - case: attach
                verdict: timed-out
                reason: 'slow'
            """;
    private static final String ERRORS = """
            format: 1
            errors:
              - own: 'VfioError::Busy'
                means: EPERM
              - own: -22
                means: EINVAL
            """;

    @Test
    void what_we_read_is_what_the_schemas_take() throws Exception {
        assertThat(WaiverFile.parse(WAIVERS, "waivers.yaml")).hasSize(2);
        assertThat(ErrorFile.parse(ERRORS, "errors.yaml").names()).hasSize(2);
        assertThat(Schemas.problemsOfYaml(Schemas.of("waivers"), WAIVERS)).isEmpty();
        assertThat(Schemas.problemsOfYaml(Schemas.of("errors"), ERRORS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reason: 'why'                  | reason: ''                    | w.yaml:11:13: expected why the difference is expected at waivers[0].reason, found an empty text
            until: '2027-01-31'            | until: '31.1.2027'            | w.yaml:13:12: expected a day such as '2027-01-31' at waivers[0].until, found "31.1.2027"
            call: VFIO_SET_IOMMU           | call: VFIO_SET_IOMMUS         | w.yaml:5:11: expected the name of a call at waivers[0].call, found "VFIO_SET_IOMMUS"
            rule: container.set-iommu.set  | rule: container.set-iommu.sed | w.yaml:7:11: expected the id of a rule at waivers[0].rule, found "container.set-iommu.sed"
            verdict: timed-out             | verdict: slow                 | w.yaml:15:14: expected one of differs, crashed, timed-out at waivers[1].verdict, found "slow"
            case: attach                   | cases: attach                 | w.yaml:14:5: expected no other key here at waivers[1].cases, found "cases"
            case: attach                   | case: '&'                     | w.yaml:14:11: expected an id (ATTACH-036), a pattern (ATTACH-*) or an area (attach) at waivers[1].case, found "&"
            format: 1                      | format: 2                     | w.yaml:1:9: expected format 1 at format, found 2
            """)
    void a_mistake_is_told_where_it_stands(String right, String wrong, String message) {
        assertThatThrownBy(() -> WaiverFile.parse(WAIVERS.replace(right, wrong), "w.yaml"))
                .isInstanceOf(YamlProblem.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_waiver_must_say_what_it_waives_and_why() {
        assertThatThrownBy(() -> WaiverFile.parse("""
                        format: 1
                        waivers:
                          - reason: 'everything'
                        """, "w.yaml"))
                .hasMessage(
                        "w.yaml:3:5: expected what is waived: case, call or rule at waivers[0], found none of them");
        assertThatThrownBy(() -> WaiverFile.parse("""
                        format: 1
                        waivers:
                          - case: ATTACH-036
                        """, "w.yaml"))
                .hasMessageContaining("w.yaml:3:5: expected the key \"reason\"");
    }

    @Test
    void an_error_is_mapped_before_it_is_compared() {
        Fixture fixture = SampleCases.fixture(SampleCases.NOWHERE);
        Observation own = Answered.spoilt(fixture, 2, Answered.answer("VfioError::Invalid"));
        OwnErrors errors = ErrorFile.parse(ERRORS.replace("Busy", "Invalid").replace("EPERM", "EINVAL"), "errors.yaml");

        Comparison comparison =
                new FixtureDiff(Observes.ALL, Strictness.STATE, Repair.NONE, errors).compare(fixture, own);

        assertThat(comparison.verdict()).isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void an_errno_that_is_none_is_refused() {
        assertThatThrownBy(() -> ErrorFile.parse(ERRORS.replace("means: EPERM", "means: busy"), "e.yaml"))
                .hasMessage(
                        "e.yaml:4:12: expected the name of an errno (EBUSY), or an integer at errors[0].means, found \"busy\"");
    }
}
