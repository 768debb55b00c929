package dev.muster.org;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.muster.testkit.architecture.HouseRules;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;

/** The house rules, and where in this service rows and the clients of other services belong. */
class ArchitectureTest {

    private static final String SHARED = "dev.muster.org";
    private static final String PEERS = "dev.muster.org.peer";

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(SHARED);

    @Test
    void theHouseRulesHold() {
        HouseRules.check(SHARED);
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

    @Test
    void rowsAreShared() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .resideInAPackage(SHARED)
                .check(service);
    }

    @Test
    void statementsAreLeftToHibernate() {
        noClasses().should().dependOnClassesThat().areAssignableTo(Pool.class).check(service);
    }
}
