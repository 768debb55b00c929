package dev.muster.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.local.Home;
import dev.muster.local.StackFailure;
import dev.muster.local.gateway.RoutingRule.PathType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngressFileTest {

    private static final Path MANIFEST = Home.path().resolve("k8s/base/ingress.yaml");

    @TempDir
    private Path directory;

    /** The table of the contract, written out a second time: a rule cannot change unnoticed. */
    @Test
    void theManifestSaysWhatTheContractSays() {
        assertThat(IngressFile.read(MANIFEST).rules())
                .containsExactlyInAnyOrder(
                        exact("/users/countries.json", "reference-data-service"),
                        exact("/users/timezones.json", "reference-data-service"),
                        exact("/users/user_groups.json", "reference-data-service"),
                        prefix("/users/user_groups", "reference-data-service"),
                        prefix("/api/v1/reference", "reference-data-service"),
                        exact("/users/organizations.json", "org-service"),
                        prefix("/users/switch", "org-service"),
                        exact("/users/me/default_account", "org-service"),
                        exact("/users/default_account", "org-service"),
                        prefix("/organizations", "org-service"),
                        prefix("/api/v1/organizations", "org-service"),
                        prefix("/api/v1/bookings", "org-service"),
                        exact("/login", "session-service"),
                        exact("/login.json", "session-service"),
                        exact("/users/login.json", "session-service"),
                        exact("/logout", "session-service"),
                        exact("/users/logout.json", "session-service"),
                        exact("/users/logins.json", "session-service"),
                        prefix("/users/closesession", "session-service"),
                        prefix("/api/v1/auth", "session-service"),
                        prefix("/api/v1/sessions", "session-service"),
                        prefix("/.well-known", "session-service"),
                        exact("/api/v1/fsd-jwt", "session-service"),
                        prefix("/users", "identity-service"),
                        prefix("/user", "identity-service"),
                        prefix("/activate", "identity-service"),
                        prefix("/import", "identity-service"),
                        prefix("/export", "identity-service"),
                        prefix("/pages", "identity-service"),
                        prefix("/api/v1/users", "identity-service"),
                        prefix("/api/v1", "identity-service"));
    }

    @ParameterizedTest
    @CsvSource({
        "/login.json, session-service",
        "/users/login.json, session-service",
        "/users/logout.json, session-service",
        "/users/logins.json, session-service",
        "/users/closesession/01JD.json, session-service",
        "/.well-known/jwks.json, session-service",
        "/api/v1/fsd-jwt, session-service",
        "/users/view.json, identity-service",
        "/users, identity-service",
        "/users/me, identity-service",
        "/users/email/a@b.example, identity-service",
        "/user/100123/perms, identity-service",
        "/activate/ticket, identity-service",
        "/import/users/1/events, identity-service",
        "/api/v1/users, identity-service",
        "/api/v1/audit, identity-service",
        "/users/organizations.json, org-service",
        "/users/switch/42.json, org-service",
        "/users/me/default_account, org-service",
        "/organizations/42/members/1, org-service",
        "/api/v1/bookings/x, org-service",
        "/users/countries.json, reference-data-service",
        "/users/timezones.json, reference-data-service",
        "/users/user_groups.json, reference-data-service",
        "/users/user_groups/1.json, reference-data-service",
        "/api/v1/reference/countries, reference-data-service",
    })
    void everyPathOfTheContractReachesItsService(String path, String service) {
        assertThat(IngressFile.read(MANIFEST).serviceFor(path)).contains(service);
    }

    @ParameterizedTest
    @CsvSource({"/internal", "/internal/users/1", "/q/health/ready", "/q/metrics", "/", "/favicon.ico", "/login/x"})
    void whatIsNotInTheContractIsNotRouted(String path) {
        assertThat(IngressFile.read(MANIFEST).serviceFor(path)).isEmpty();
    }

    @Test
    void aPathTypeThatTheGatewayCannotHonourIsRefused() throws IOException {
        String yaml = Files.readString(MANIFEST).replaceFirst("pathType: Prefix", "pathType: ImplementationSpecific");

        assertRefused(yaml, "ImplementationSpecific");
    }

    @Test
    void aRuleForOneHostOnlyIsRefused() throws IOException {
        String yaml = Files.readString(MANIFEST).replace("- http:", "- host: example.org\n      http:");

        assertRefused(yaml, "bound to a host");
    }

    @Test
    void anotherKindOfManifestIsRefused() {
        assertRefused("apiVersion: v1\nkind: Service\n", "apiVersion");
        assertRefused("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n", "kind");
        assertRefused("apiVersion: networking.k8s.io/v1\nkind: Ingress\n", "no path");
    }

    @Test
    void aMissingFileIsSaidInOneLine() {
        Path missing = directory.resolve("missing.yaml");

        assertThatThrownBy(() -> IngressFile.read(missing))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(missing.toString());
    }

    private void assertRefused(String yaml, String reason) {
        Path file = directory.resolve("ingress.yaml");
        assertThatThrownBy(() -> IngressFile.read(Files.writeString(file, yaml)))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(reason);
    }

    private static RoutingRule exact(String path, String service) {
        return new RoutingRule(PathType.Exact, path, service);
    }

    private static RoutingRule prefix(String path, String service) {
        return new RoutingRule(PathType.Prefix, path, service);
    }

    @Test
    void everyServiceHasARule() {
        assertThat(IngressFile.read(MANIFEST).services())
                .isEqualTo(new TreeSet<>(
                        List.of("identity-service", "org-service", "reference-data-service", "session-service")));
    }
}
