// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.samples.SampleFixtures;
import org.vfiooracle.samples.Schemas;

final class SchemaTest {
    private final JsonSchema fixture = Schemas.of("fixture");
    private final JsonSchema protocol = Schemas.of("protocol");

    @ParameterizedTest
    @FieldSource("org.vfiooracle.samples.Schemas#NAMES")
    void a_schema_is_one_and_may_be_taken_away(String name) {
        JsonSchema metaschema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaschema.validate(Schemas.text(name))).isEmpty();
        assertThat(Schemas.text(name).get("$comment").asText()).isEqualTo("SPDX-License-Identifier: CC0-1.0");
    }

    @Test
    void what_two_schemas_define_they_define_alike() {
        int shared = 0;
        JsonNode ours = Schemas.text("fixture").get("$defs");
        for (String name : List.of("case", "index", "ledger", "platforms", "protocol", "random-ledger")) {
            for (var entry : Schemas.text(name).get("$defs").properties()) {
                if (ours.has(entry.getKey())
                        && !(name.equals("case") && entry.getKey().equals("step"))) {
                    shared++;
                    assertThat(entry.getValue()).as(name + " " + entry.getKey()).isEqualTo(ours.get(entry.getKey()));
                }
            }
        }

        assertThat(shared).isGreaterThan(20);
    }

    @Test
    void the_schema_knows_the_operations_of_the_model_and_their_arguments() {
        JsonNode operation = Schemas.text("fixture").at("/$defs/operation");
        List<String> names = new ArrayList<>();
        operation.at("/properties/op/enum").forEach(name -> names.add(name.asText()));

        assertThat(names).containsExactlyInAnyOrderElementsOf(OperationCodec.names());
        int compared = 0;
        for (JsonNode rule : operation.get("allOf")) {
            String name = rule.at("/if/properties/op/const").asText();
            if (!name.equals("open")) {
                assertThat(forms(rule.get("then"))).as(name).contains(OperationCodec.arguments(name));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(names.size() - 1);
    }

    /** The arguments of each form of a call: mmap of a device has others than that of memory. */
    private static List<List<String>> forms(JsonNode rule) {
        List<List<String>> forms = new ArrayList<>();
        for (JsonNode form : rule.has("oneOf") ? rule.get("oneOf") : List.of(rule)) {
            List<String> keys = new ArrayList<>();
            form.get("properties").fieldNames().forEachRemaining(keys::add);
            forms.add(keys);
        }
        return forms;
    }

    @Test
    void real_fixtures_are_valid_as_yaml_and_as_json() {
        List<Fixture> some = SampleFixtures.some();

        assertThat(some).hasSizeGreaterThan(5);
        assertThat(some).allSatisfy(each -> {
            assertThat(Schemas.problemsOfYaml(fixture, FixtureFile.write(each))).isEmpty();
            assertThat(Schemas.problemsOfJson(fixture, FixtureFile.json(each))).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            format: 2                       | format: 1
            id: DMA-WINDOW-001              | id: dma-1
            platform: phb4-linux-6.12-4k    | platform: phb4
            topology: six-groups            | color: red
            answer: 1                       | answer: 'one'
            flags: '0x1'                    | flags: 1
            size: '0x100000'                | size: '0x00100000'
            backing: page                   | backing: small
            capabilities: []                | capabilities: all
            effect: window-unset            | effect: boom
            type: 7                         | type: '7'
            op: VFIO_SET_IOMMU              | op: VFIO_SET
            vaddr: B1+0x10000               | vaddr: B1+10000
            argsz: 40                       | argsz: -1
            locked_pages: 2368              | locked_pages: '2368'
            rule: spapr.window.made         | rule: 7
            deviation: spapr                | cause: spapr
            enabled: true                   | able: true
            iommu: spapr-tce-v2             | iommu: type1
            open: true                      | open: 1
            access: rw                      | access: all
            mapped: 16                      | mapped: few
            hash: sha256:                   | hash: md5:
            """)
    void a_broken_fixture_is_not_valid(String part, String broken) {
        String text = FixtureFile.write(SampleFixtures.fixture(SampleFixtures.WINDOWS, "phb4-linux-6.12-4k"));
        assertThat(text).contains(part);

        String changed = text.replaceFirst(java.util.regex.Pattern.quote(part), broken);

        assertThat(Schemas.problemsOfYaml(fixture, changed)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'start','protocol':1}",
                "{'type':'start','protocol':1,'name':'a','version':'1','platform':'phb4-linux-6.12.95-4k',"
                        + "'topologies':['six-groups'],'observes':['answer','effects.window'],'batch':'all'}",
                "{'type':'case','id':'ATTACH-012.same-phb','topology':'six-groups','process':{'memlock':'unlimited',"
                        + "'capabilities':[]},'operations':[{'op':'open','path':'/dev/vfio/vfio','as':'C1'}]}",
                "{'type':'answer','id':'ATTACH-012','steps':[{'answer':'fd','locked_pages':0,'effects':[]},"
                        + "{'answer':0,'out':{'flags':'0x1'}}]}",
                "{'type':'start','protocol':1,'name':'a','version':'1','platform':'phb4-linux-6.12.95-4k','topologies':[],"
                        + "'observes':['answer'],'batch':1,'workers':4,"
                        + "'calls':['open',{'op':'VFIO_SET_IOMMU','type':[2,7]}]}",
                "{'type':'answer','id':'ATTACH-012','steps':[{'answer':0,'rule':'fd.closed'}],"
                        + "'stopped':{'operation':2,'cause':'undefined','reason':'r'}}",
                "{'type':'skip','id':'ATTACH-012','operation':2,'cause':'not-modelled','reason':'r'}",
                "{'type':'skip','id':'ATTACH-012','reason':'no such device'}",
                "{'type':'crashed','id':'ATTACH-012','reason':'signal 11'}",
                "{'type':'timed-out','id':'ATTACH-012','reason':'60 s'}",
                "{'type':'stop'}"
            })
    void messages_of_the_protocol_are_valid(String message) {
        assertThat(Schemas.problemsOfJson(protocol, message.replace('\'', '"'))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'start'}",
                "{'type':'start','protocol':2}",
                "{'type':'hello'}",
                "{'type':'skip','id':'ATTACH-012','reason':' '}",
                "{'type':'crashed','id':'ATTACH-012','operation':2,'reason':'r'}",
                "{'type':'answer','id':'ATTACH-012','steps':[],'stopped':{'reason':'r'}}",
                "{'type':'skip','id':'ATTACH-012','cause':'lazy','reason':'r'}",
                "{'type':'answer','id':'ATTACH-012','steps':[{'answer':'busy'}]}",
                "{'type':'answer','id':'ATTACH-012','steps':[{'answer':0,'color':1}]}",
                "{'type':'case','id':'ATTACH-012','topology':'six-groups','process':{'memlock':'unlimited',"
                        + "'capabilities':[]},'operations':[{'op':'close','on':'C1','color':1}]}"
            })
    void other_messages_are_not_valid(String message) {
        assertThat(Schemas.problemsOfJson(protocol, message.replace('\'', '"'))).isNotEmpty();
    }
}
