// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.vfiooracle.contract.yaml.StrictYaml;

/** The schemas of the module, as another implementer would use them. */
public final class Schemas {
    public static final List<String> NAMES = List.of(
            "case", "errors", "evidence", "fixture", "index", "ledger", "platforms", "program", "protocol", "random-ledger", "rules",
            "waivers");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Schemas() {}

    public static JsonNode text(String name) {
        try (InputStream stream = Schemas.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonSchema of(String name) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text(name));
    }

    public static List<String> problemsOfYaml(JsonSchema schema, String yaml) {
        return problems(schema, JSON.valueToTree(StrictYaml.read(yaml, "a.yaml").value()));
    }

    public static List<String> problemsOfJson(JsonSchema schema, String json) {
        try {
            return problems(schema, JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> problems(JsonSchema schema, JsonNode document) {
        return schema.validate(document).stream()
                .map(ValidationMessage::toString)
                .sorted()
                .toList();
    }
}
