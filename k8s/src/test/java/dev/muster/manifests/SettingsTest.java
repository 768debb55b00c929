package dev.muster.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The services are given settings that exist, and secrets only by reference. */
class SettingsTest {

    private static final Pattern SECRET =
            Pattern.compile("PASSWORD|SECRET|(?<!TRUST_CERTIFICATE_PEM_)KEY|USERNAME|TOKEN(?!_ISSUER)");
    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(name = \"(muster\\.[a-z.-]+)\"");

    private static final String GATE = "service-kit/src/main/java/dev/muster/kit/startup/PublicAddressCheck.java";

    private static Map<String, String> settings(Rendering rendering) {
        Map<String, String> settings = new TreeMap<>();
        rendering.objects(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().matches("(muster|mail)-settings-.*"))
                .forEach(map -> settings.putAll(map.getData()));
        return settings;
    }

    /** Muster's variables: the generated page's, those that the properties files set, and those that code reads by name. */
    private static Set<String> known() {
        Stream<String> documented = Repository.read("docs/configuration.md")
                .lines()
                .filter(line -> line.startsWith("| `muster."))
                .map(line -> line.replaceAll(".*<br>`([A-Z0-9_]+)`.*", "$1"));
        Stream<String> set = Repository.SERVICES.stream()
                .flatMap(service -> new ServiceProperties(service).names().stream())
                .map(SettingsTest::variable);
        Stream<String> referred = Stream.of("muster.database.username", "muster.database.password")
                .filter(name -> new ServiceProperties("org-service")
                        .names().stream()
                                .anyMatch(key -> new ServiceProperties("org-service")
                                        .get(key)
                                        .contains("${" + name + "}")))
                .map(SettingsTest::variable);
        return Stream.of(documented, set, referred, namedInSource())
                .flatMap(names -> names)
                .filter(name -> name.startsWith("MUSTER_"))
                .collect(Collectors.toSet());
    }

    private static Stream<String> namedInSource() {
        return Stream.concat(
                        Stream.of("muster.public-url").filter(Repository.read(GATE)::contains),
                        Stream.concat(Stream.of("service-kit"), Repository.SERVICES.stream())
                                .flatMap(module -> Repository.files(module + "/src/main/java").stream())
                                .flatMap(file ->
                                        INJECTED.matcher(Repository.read(file)).results())
                                .map(match -> match.group(1)))
                .map(SettingsTest::variable);
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    @ParameterizedTest
    @EnumSource
    void everyVariableOfOursIsASetting(Rendering rendering) {
        Stream<String> variables = Stream.concat(
                Pods.services(rendering).stream()
                        .flatMap(pod -> Pods.service(pod).getEnv().stream())
                        .map(EnvVar::getName),
                settings(rendering).keySet().stream());

        assertThat(variables)
                .isNotEmpty()
                .filteredOn(name -> !name.startsWith("QUARKUS_"))
                .isSubsetOf(known());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R49 no secret is in the repository: every one is a reference")
    void everySecretIsAReference(Rendering rendering) {
        assertThat(rendering.objects(Secret.class)).isEmpty();
        assertThat(settings(rendering).keySet())
                .noneMatch(name -> SECRET.matcher(name).find());
        assertThat(Pods.variables(rendering))
                .filteredOn(variable -> SECRET.matcher(variable.getName()).find())
                .isNotEmpty()
                .allMatch(variable ->
                        variable.getValue() == null && variable.getValueFrom().getSecretKeyRef() != null);
    }

    @ParameterizedTest
    @EnumSource
    void everySecretThatIsReferredToIsOneThatTheScriptCreates(Rendering rendering) {
        String script = Repository.read("k8s/create-secrets.sh");

        assertThat(Pods.variables(rendering).stream()
                        .filter(variable -> variable.getValueFrom() != null)
                        .map(variable ->
                                variable.getValueFrom().getSecretKeyRef().getName())
                        .map(name -> name.replaceAll("^.*-service-database$", "\\$name-database"))
                        .distinct())
                .allSatisfy(name -> assertThat(script).containsPattern("create \"?" + Pattern.quote(name)));
    }

    @ParameterizedTest
    @EnumSource
    void everyServiceIsCalledByItsServicesName(Rendering rendering) {
        assertThat(settings(rendering))
                .containsEntry("MUSTER_SERVICES_IDENTITY_URL", "http://identity-service")
                .containsEntry("MUSTER_SERVICES_ORG_URL", "http://org-service")
                .containsEntry("MUSTER_SERVICES_SESSION_URL", "http://session-service")
                .containsEntry("MUSTER_SERVICES_REFERENCE_URL", "http://reference-data-service");
    }

    @ParameterizedTest
    @EnumSource
    void aChangedSettingRollsThePods(Rendering rendering) {
        List<String> maps = rendering.objects(ConfigMap.class).stream()
                .map(map -> map.getMetadata().getName())
                .toList();

        assertThat(Pods.services(rendering))
                .flatExtracting(pod -> Pods.service(pod).getEnvFrom())
                .extracting(source -> source.getConfigMapRef().getName())
                .allMatch(name -> name.matches(".*-settings-[a-z0-9]{10}"))
                .isSubsetOf(maps);
    }

    @Test
    void thePublicAddressIsOneEverywhere() {
        Map<String, String> settings = settings(Rendering.PRODUCTION);
        Ingress ingress = Rendering.PRODUCTION.object(Ingress.class, "muster");
        HTTPRoute route = Rendering.COMPLETE.object(HTTPRoute.class, "muster");
        String host = URI.create(settings.get("MUSTER_PUBLIC_URL")).getHost();

        assertThat(settings.get("MUSTER_TOKEN_ISSUER")).isEqualTo("https://" + host);
        assertThat(ingress.getSpec().getRules())
                .singleElement()
                .matches(rule -> rule.getHost().equals(host));
        assertThat(ingress.getSpec().getTls())
                .singleElement()
                .matches(tls -> tls.getHosts().equals(List.of(host)));
        assertThat(route.getSpec().getHostnames()).containsExactly(host);
    }

    @Test
    void onlyIdentityServiceIsGivenTheWayToMail() {
        assertThat(Pods.services(Rendering.PRODUCTION))
                .filteredOn(pod -> Pods.service(pod).getEnvFrom().size() > 1)
                .extracting(Pods::name)
                .containsExactly("identity-service");
    }
}
