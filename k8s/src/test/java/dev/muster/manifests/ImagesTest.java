package dev.muster.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The images run as the manifests expect, and say what they are. */
class ImagesTest {

    private static final Pattern STEP = Pattern.compile("uses: (\\S+)");
    private static final Pattern ASKED_FOR = Pattern.compile("getenv\\(\\)?[^\"\n]*\"([A-Z_]+)\"");

    static Stream<String> dockerfiles() {
        return Repository.SERVICES.stream()
                .flatMap(service ->
                        Stream.of("jvm", "native").map(kind -> service + "/src/main/docker/Dockerfile." + kind));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    @DisplayName("R50 an image runs as the user that its pod runs as")
    void anImageRunsAsTheUserOfItsPod(String file) {
        String user = Pods.services(Rendering.PRODUCTION)
                        .get(0)
                        .getSpec()
                        .getSecurityContext()
                        .getRunAsUser() + "";

        assertThat(Repository.read(file).lines()).contains("USER " + user + ":" + user);
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void anImageStandsOnAVersionAndOnAMinimalBase(String file) {
        List<String> bases = Repository.read(file)
                .lines()
                .filter(line -> line.startsWith("FROM "))
                .toList();

        assertThat(bases)
                .singleElement()
                .asString()
                .matches("FROM [a-z0-9./-]+:[0-9][a-z0-9.-]*")
                .containsAnyOf("minimal", "micro");
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void anImageExposesTheServicesPortsAndCarriesLabelsAndParts(String file) {
        String service = file.replaceAll("/.*", "");
        ServiceProperties settings = new ServiceProperties(service);

        assertThat(Repository.read(file))
                .contains("EXPOSE " + settings.get("quarkus.http.port") + " " + settings.get("quarkus.management.port"))
                .contains("org.opencontainers.image.title=\"Muster " + service + "\"")
                .contains(
                        "org.opencontainers.image.version",
                        "org.opencontainers.image.revision",
                        "org.opencontainers.image.licenses")
                .contains("-cyclonedx.json /sbom/");
    }

    @Test
    void everyStepOfTheWorkflowsIsPinnedToAMajorVersion() {
        assertThat(Repository.files(".github/workflows"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(
                                STEP.matcher(Repository.read(file)).results().map((MatchResult step) -> step.group(1)))
                        .isNotEmpty()
                        .allMatch(step -> step.matches("[a-z-]+/[a-z-]+@v[0-9]+")));
    }

    @Test
    void theNativeExecutablesAreTestedWithAllThatTheBlackBoxTestsAskFor() {
        Stream<String> askedFor = Repository.files("system-tests/src/test/java").stream()
                .flatMap(file -> ASKED_FOR.matcher(Repository.read(file)).results())
                .map(match -> match.group(1))
                .distinct();
        String workflow = Repository.read(".github/workflows/images.yml");

        assertThat(askedFor)
                .contains("BASE_URL")
                .allSatisfy(name -> assertThat(workflow).contains("          " + name + ": "));
    }
}
