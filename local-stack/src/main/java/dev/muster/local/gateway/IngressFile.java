package dev.muster.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the routing table from the very Ingress manifest that a cluster applies. */
public final class IngressFile {

    private static final String API_VERSION = "networking.k8s.io/v1";

    private IngressFile() {}

    /** The table in the file; anything that the local gateway could not honour is refused, not skipped. */
    public static RoutingTable read(Path file) {
        JsonNode ingress = parse(file);
        require(file, API_VERSION.equals(ingress.path("apiVersion").asText()), "its apiVersion is not " + API_VERSION);
        require(file, "Ingress".equals(ingress.path("kind").asText()), "its kind is not Ingress");
        List<RoutingRule> rules = new ArrayList<>();
        for (JsonNode rule : ingress.path("spec").path("rules")) {
            require(file, !rule.has("host"), "a rule is bound to a host");
            for (JsonNode path : rule.path("http").path("paths")) {
                rules.add(ruleOf(file, path));
            }
        }
        require(file, !rules.isEmpty(), "it has no path");
        return new RoutingTable(rules);
    }

    private static JsonNode parse(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new StackFailure("cannot read the routing table " + file + ": " + e.getMessage(), e);
        }
    }

    private static RoutingRule ruleOf(Path file, JsonNode path) {
        String text = path.path("path").asText();
        String type = path.path("pathType").asText();
        String service = path.path("backend").path("service").path("name").asText();
        require(file, text.startsWith("/"), "path '" + text + "' does not begin with /");
        require(file, "Exact".equals(type) || "Prefix".equals(type), text + " has the path type '" + type + "'");
        require(file, !service.isEmpty(), text + " names no service");
        return new RoutingRule(RoutingRule.PathType.valueOf(type), text, service);
    }

    private static void require(Path file, boolean condition, String complaint) {
        if (!condition) {
            throw new StackFailure("the routing table " + file + " cannot be used: " + complaint);
        }
    }
}
