package dev.muster.testkit.docs;

import dev.muster.kit.problem.Problem;
import java.util.List;

/** Renders the generated pages of the documentation. */
final class ReferencePages {

    private static final String GENERATED =
            "<!-- Generated from the source; do not edit. `mvn -pl test-kit -am test -Dtest=ReferencePagesTest -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.jvm.options=-Ddocs.write=true` -->\n\n";

    private ReferencePages() {}

    static String configuration(List<ConfigurationKey> keys) {
        StringBuilder page = new StringBuilder("# Configuration\n\n").append(GENERATED);
        page.append(
                        "Every setting of Muster's own. Set it as an environment variable or as a property; Quarkus' settings work as usual.\n")
                .append("A setting without a default must be given. Durations are ISO 8601 (`PT5S`, `P14D`).\n\n");
        page.append("| setting and variable | type | default | what it does |\n|---|---|---|---|\n");
        for (ConfigurationKey key : keys) {
            page.append("| `%s`<br>`%s` | %s | %s | %s |%n"
                    .formatted(
                            key.name(),
                            key.variable(),
                            plainType(key.type()),
                            key.fallback() == null ? "none" : "`" + key.fallback() + "`",
                            plainText(key.text())));
        }
        return page.toString();
    }

    private static String plainType(String type) {
        return type.startsWith("Optional<")
                ? type.substring("Optional<".length(), type.length() - 1) + ", optional"
                : type;
    }

    private static String plainText(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`").replace("|", "\\|");
    }

    static String problems() {
        StringBuilder page = new StringBuilder("# Problems\n\n").append(GENERATED);
        page.append(
                        "Every refusal is `application/problem+json` (RFC 9457) with `type`, `title`, `status`, `detail`, `code`")
                .append(" and `traceId`; invalid input lists its `errors`. Clients should look at `code`.\n\n");
        page.append("| code | status | title | type |\n|---|---|---|---|\n");
        for (Problem problem : Problem.values()) {
            page.append("| `%s` | %d | %s | `%s` |%n"
                    .formatted(problem.name(), problem.status(), problem.title(), problem.type()));
        }
        return page.toString();
    }

    static String assurance(List<Proof> proofs) {
        StringBuilder page = new StringBuilder("# Assurance\n\n").append(GENERATED);
        page.append(
                "The numbered properties of a running Muster and the tests that prove them; a test's display name starts with the number.\n\n");
        page.append("| property | proven by | that |\n|---|---|---|\n");
        for (Proof proof : proofs) {
            page.append("| %s | %s `%s` | %s |%n"
                    .formatted(proof.number(), proof.module(), proof.test(), proof.sentence()));
        }
        return page.toString();
    }
}
