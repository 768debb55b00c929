package dev.muster.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/**
 * The schema of a custom resource, from its definition in CloudNativePG 1.27.0 (Apache License 2.0) without prose. A
 * cluster would drop what the schema does not name; here it is refused.
 */
final class CustomSchema {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private CustomSchema() {}

    /** What is wrong with the object; empty for a good one. */
    static Set<ValidationMessage> faults(String group, String kind, String document) {
        try {
            JsonNode schema =
                    JSON.readTree(Repository.read("k8s/src/test/resources/crd/" + group + "_" + kind + ".json"));
            close(schema);
            JsonSchema validator =
                    JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
            return validator.validate(YAML.readTree(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(CustomSchema::close);
    }
}
