package dev.muster.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What a service offers over HTTP, read off its compiled resources, so that a list of its endpoints can be complete. */
public final class Endpoints {

    private Endpoints() {}

    /** {@code GET /users/{id}} for every endpoint under the package; the patterns of parameters are left out. */
    public static Set<String> of(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(rootPackage).stream()
                        .filter(type ->
                                type.isAnnotatedWith(Path.class) && !type.isAnnotatedWith(RegisterRestClient.class))
                        .flatMap(type -> type.getMethods().stream()
                                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                                .map(method -> verb(method) + " " + template(type, method)))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().tryGetAnnotationOfType(HttpMethod.class))
                .flatMap(Optional::stream)
                .map(HttpMethod::value)
                .findFirst()
                .orElseThrow();
    }

    private static String template(JavaClass type, JavaMethod method) {
        String whole = "/" + type.getAnnotationOfType(Path.class).value() + "/"
                + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        return whole.replaceAll("/+", "/")
                .replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^}]*})*}", "{$1}")
                .replaceAll("(?<=.)/$", "");
    }
}
