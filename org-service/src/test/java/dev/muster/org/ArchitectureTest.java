package dev.muster.org;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.and;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.Authenticated;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;

/** The package rules: features are strangers to each other, and a resource knows HTTP only. */
class ArchitectureTest {

    private static final String SHARED = "dev.muster.org";
    private static final String PEERS = "dev.muster.org.peer";

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(SHARED);

    @Test
    void aFeatureNeverImportsAnotherFeature() {
        slices().matching("dev.muster.org.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage(PEERS))
                .check(service);
    }

    @Test
    void whatFeaturesShareKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAnyPackage(SHARED, PEERS)
                .should()
                .dependOnClassesThat(and(resideInAPackage("dev.muster.org.*"), resideOutsideOfPackage(PEERS)))
                .check(service);
    }

    @Test
    void clientsOfOtherServicesKnowNothingOfThisOne() {
        noClasses()
                .that()
                .resideInAPackage(PEERS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SHARED)
                .check(service);
    }

    @Test
    void aResourceNeverTouchesTheDatabase() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Pool.class)
                .check(service);
    }

    @Test
    void everyResourceSaysWhoMayCallIt() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .and()
                .areNotAnnotatedWith(RegisterRestClient.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .andShould()
                .beAnnotatedWith(Authenticated.class)
                .orShould()
                .beAnnotatedWith(RolesAllowed.class)
                .check(service);
    }

    @Test
    void entitiesAreCalledRowsAndShared() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveSimpleNameEndingWith("Row")
                .andShould()
                .resideInAPackage(SHARED)
                .check(service);
    }

    @Test
    void clientsOfOtherServicesStayBehindTheirWrapper() {
        classes()
                .that()
                .areAnnotatedWith(RegisterRestClient.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .resideInAPackage(PEERS)
                .check(service);
    }
}
