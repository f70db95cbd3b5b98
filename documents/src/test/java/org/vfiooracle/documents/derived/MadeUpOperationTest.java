// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.derived;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.contract.codec.DeclaredCodec;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Declared;
import org.vfiooracle.engine.operation.Declared.Out;
import org.vfiooracle.engine.operation.Declared.U32;
import org.vfiooracle.engine.operation.Declared.U64;
import org.vfiooracle.engine.operation.HandleKind;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Pointer;
import org.vfiooracle.exec.uapi.Decoder;
import org.vfiooracle.exec.uapi.IoctlCall;
import org.vfiooracle.exec.uapi.Surroundings;
import org.vfiooracle.exec.wire.ByteString;
import org.vfiooracle.samples.SampleOperations;

/** A record with its annotations is all that a new request takes: whatever reads, writes or performs one knows it. */
final class MadeUpOperationTest {
    private static final Declarations KNOWN = Declarations.ofOperations().and(TurnPages.class);
    private static final DeclaredFiles FILES = DeclaredFiles.of(Path.of(System.getProperty("vfiooracle.root")), KNOWN);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** No kernel has this request. */
    @Declared(
            name = "VFIO_IOMMU_TURN_PAGES",
            on = HandleKind.CONTAINER,
            nr = 126,
            size = 32,
            out = @Out(value = OutField.AVAIL, at = 28))
    public record TurnPages(
            String on,
            @U32(0) int argsz,
            @U32(4) long flags,
            @U64(8) Address vaddr,
            @U64(16) long size,
            @U32(24) int pageShift,
            Pointer pointer) {}

    @Test
    void the_codec_writes_it_and_reads_it_again() {
        DeclaredCodec codec = DeclaredCodec.of(KNOWN);
        Object operation = new TurnPages("C1", 32, 1, new Address.InBuffer("B1", 0), 0x1000, 12, Pointer.GOOD);
        Map<String, Object> tree = new LinkedHashMap<>();

        codec.encode(operation, tree);

        assertThat(tree).hasToString("{on=C1, argsz=32, flags=0x1, vaddr=B1+0x0, size=0x1000, page_shift=12}");
        assertThat(codec.take("VFIO_IOMMU_TURN_PAGES", Fields.of(tree, ""))).isEqualTo(operation);
    }

    @Test
    void the_codec_takes_the_size_of_its_struct_and_no_flags_where_nothing_is_said() {
        Map<String, Object> tree = Map.of("on", "C1", "vaddr", "0x0", "size", "0x0", "page_shift", 12);

        Object read = DeclaredCodec.of(KNOWN).take("VFIO_IOMMU_TURN_PAGES", Fields.of(tree, ""));

        assertThat(read).isEqualTo(new TurnPages("C1", 32, 0, new Address.Absolute(0), 0, 12, Pointer.GOOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixture", "protocol"})
    void a_schema_takes_it_and_refuses_it_with_another_argument(String name) throws Exception {
        JsonNode schema =
                JSON.readTree(FILES.texts().get("contract/src/main/resources/schema/" + name + ".schema.json"));
        JsonSchema operation = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(((ObjectNode) JSON.createObjectNode().set("$defs", schema.get("$defs")))
                        .put("$ref", "#/$defs/operation"));
        Map<String, Object> tree = new LinkedHashMap<>(Map.of("op", "VFIO_IOMMU_TURN_PAGES"));
        DeclaredCodec.of(KNOWN).encode(SampleOperations.of(Declaration.of(TurnPages.class)), tree);

        assertThat(operation.validate(JSON.valueToTree(tree))).isEmpty();
        tree.put("page_shift", "twelve");
        assertThat(operation.validate(JSON.valueToTree(tree))).isNotEmpty();
    }

    @Test
    void the_agent_has_a_row_of_it() {
        assertThat(FILES.texts().get("adapters/linux/agent/operations.h")).contains("""
                \t{
                \t\t.name = "VFIO_IOMMU_TURN_PAGES",
                \t\t.nr = 126,
                \t\t.driver = ANY_DRIVER,
                \t\t.size = 32,
                \t\t.opens = false,
                \t\t.in = {
                \t\t\t{ "argsz", SIZE, 0, 4 },
                \t\t\t{ "flags", NUMBER, 4, 4 },
                \t\t\t{ "vaddr", ADDRESS, 8, 8 },
                \t\t\t{ "size", NUMBER, 16, 8 },
                \t\t\t{ "page_shift", NUMBER, 24, 4 },
                \t\t},
                \t\t.out = {
                \t\t\t{ "avail", false, 28, 4, 0, WRITTEN },
                \t\t},
                \t},
                """);
    }

    @Test
    void adapters_and_the_page_of_the_protocol_list_it() {
        assertThat(FILES.texts().get("adapters/operations.json"))
                .contains("\"VFIO_IOMMU_TURN_PAGES\": {", "\"vaddr\", \"size\", \"page_shift\", \"pointer\"]");
        assertThat(FILES.texts().get("docs/reference/adapter-protocol.md"))
                .contains(
                        "| `VFIO_IOMMU_TURN_PAGES` | container | `argsz` (32), `flags`, `vaddr`, `size`, `page_shift`,"
                                + " `pointer` | `avail` |\n");
    }

    @Test
    void a_program_that_makes_it_is_understood() {
        ByteString struct = ByteString.zero(32)
                .with(0, 4, 32)
                .with(4, 4, 1)
                .with(8, 8, 0x7000_0000)
                .with(16, 8, 0x1000)
                .with(24, 4, 12);
        IoctlCall asked = new IoctlCall("C1", 0x3b7e, 0x1234, false, struct);

        Object operation = Decoder.of(KNOWN).decoded(asked, new Elsewhere()).orElseThrow();

        assertThat(operation)
                .isEqualTo(
                        new TurnPages("C1", 32, 1, new Address.Absolute(0x7000_0000), 0x1000, 12, Pointer.READ_ONLY));
    }

    @Test
    void without_its_record_nobody_knows_it() {
        IoctlCall asked = new IoctlCall("C1", 0x3b7e, 0x1234, false, ByteString.zero(32));

        assertThat(Decoder.of(Declarations.ofOperations()).decoded(asked, new Elsewhere()))
                .isEmpty();
        assertThat(DeclaredCodec.of(Declarations.ofOperations()).names()).doesNotContain("VFIO_IOMMU_TURN_PAGES");
    }

    private static final class Elsewhere implements Surroundings {
        @Override
        public String handle(int descriptor) {
            return "H" + descriptor;
        }

        @Override
        public String device(String name) {
            return name;
        }

        @Override
        public String fresh(char letter) {
            return letter + "1";
        }

        @Override
        public Address address(long address) {
            return new Address.Absolute(address);
        }

        @Override
        public boolean type1() {
            return false;
        }
    }
}
