package dev.muster.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The committed renderings are those of the present sources; {@code -Dmanifests.write=true} writes them anew. */
class RenderingTest {

    @BeforeAll
    static void writeWhenAsked() throws IOException {
        if (Boolean.getBoolean("manifests.write")) {
            for (Rendering rendering : Rendering.values()) {
                Files.writeString(Repository.ROOT.resolve(rendering.file()), rendering.rendered());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRenderingWasMadeFromTheseSourcesAndIsNotEdited(Rendering rendering) {
        assertThat(rendering.content())
                .as("%s is stale or edited; write it with -Dmanifests.write=true", rendering.file())
                .isEqualTo(Rendering.header(rendering.body()) + rendering.body());
    }

    @ParameterizedTest
    @EnumSource
    void theRenderingIsWhatKustomizeMakes(Rendering rendering) {
        assumeTrue(
                hasKubectl(), "kubectl is not on the PATH, so only the digests of sources and content were compared");

        assertThat(rendering.content()).isEqualTo(rendering.rendered());
    }

    @Test
    void everyOverlayIsRendered() {
        assertThat(Repository.ROOT.resolve("k8s/overlays"))
                .isDirectoryContaining(Files::isDirectory)
                .satisfies(overlays -> assertThat(overlays.toFile().list())
                        .containsExactlyInAnyOrder(Stream.of(Rendering.values())
                                .map(it -> it.overlay)
                                .toArray(String[]::new)));
    }

    private static boolean hasKubectl() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "kubectl")));
    }
}
