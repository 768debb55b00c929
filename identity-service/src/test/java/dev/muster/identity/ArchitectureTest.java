package dev.muster.identity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;

/** A package with a resource is a feature; the others are what features share. */
class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.muster.identity");

    private static final Set<String> FEATURES = SERVICE.stream()
            .filter(type -> type.isAnnotatedWith(Path.class) && !type.isInterface())
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());

    @Test
    void aFeatureNeverImportsAnotherFeature() {
        for (String feature : FEATURES) {
            String[] others =
                    FEATURES.stream().filter(other -> !other.equals(feature)).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(feature)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(SERVICE);
        }
    }

    @Test
    void whatFeaturesShareImportsNoFeature() {
        noClasses()
                .that()
                .resideOutsideOfPackages(FEATURES.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FEATURES.toArray(String[]::new))
                .check(SERVICE);
    }

    @Test
    void onlyRowsAreEntities() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveSimpleNameEndingWith("Row")
                .check(SERVICE);
    }

    @Test
    void resourcesAreCalledResourcesAndReachNoRepository() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .and()
                .areNotInterfaces()
                .should()
                .haveSimpleNameEndingWith("Resource")
                .check(SERVICE);
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .check(SERVICE);
    }

    @Test
    void clientsOfOtherServicesStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(RegisterRestClient.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .haveSimpleNameEndingWith("Api")
                .check(SERVICE);
    }

    @Test
    void onlyHashingKnowsHowPasswordsAreHashed() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.muster.identity.hashing")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(SERVICE);
    }
}
