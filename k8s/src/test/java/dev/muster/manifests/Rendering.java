package dev.muster.manifests;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What kustomize makes of an overlay: committed under k8s/rendered, with the digest of the sources it was made from. */
enum Rendering {
    DEV("dev"),
    PRODUCTION("production"),
    COMPLETE("complete");

    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final List<String> SOURCES = List.of("k8s/base", "k8s/components", "k8s/overlays");

    final String overlay;

    Rendering(String overlay) {
        this.overlay = overlay;
    }

    String file() {
        return "k8s/rendered/" + overlay + ".yaml";
    }

    String content() {
        return Repository.read(file());
    }

    /** The header that this body has when kustomize made it of the present sources. */
    static String header(String body) {
        return """
                # Rendered by kustomize; do not edit. `mvn -pl k8s test -Dtest=RenderingTest -Dmanifests.write=true`
                # Sources: %s
                # Content: %s
                """.formatted(digest(sources()), digest(Stream.of(body)));
    }

    /** What follows the header. */
    String body() {
        return content().replaceFirst("\\A(#.*\n)*", "");
    }

    private static Stream<String> sources() {
        return SOURCES.stream()
                .flatMap(source -> Repository.files(source).stream())
                .flatMap(file -> Stream.of(Repository.ROOT.relativize(file).toString(), Repository.read(file)));
    }

    private static String digest(Stream<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code kubectl kustomize} makes of the overlay now. */
    String rendered() {
        try {
            Process process = new ProcessBuilder(
                            "kubectl",
                            "kustomize",
                            Repository.ROOT.resolve("k8s/overlays/" + overlay).toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("kubectl kustomize failed for " + overlay);
            }
            return header(output) + output;
        } catch (IOException e) {
            throw new IllegalStateException("kubectl could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The text of each object. */
    Stream<String> documents() {
        return Stream.of(content().split("(?m)^---$")).filter(document -> document.contains("kind:"));
    }

    /** Every object by its API type; what no model knows is a {@code GenericKubernetesResource}. */
    List<HasMetadata> objects() {
        return documents()
                .map(document -> SERIALIZATION.unmarshal(document, HasMetadata.class))
                .toList();
    }

    <T extends HasMetadata> List<T> objects(Class<T> type) {
        return objects().stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends HasMetadata> T object(Class<T> type, String name) {
        return objects(type).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(overlay + " has no " + type.getSimpleName() + " " + name));
    }
}
