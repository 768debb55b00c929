package dev.muster.identity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.muster.testkit.architecture.HouseRules;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;

/** The house rules, and where in this service passwords and the clients of other services belong. */
class ArchitectureTest {

    private static final String ROOT = "dev.muster.identity";

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theHouseRulesHold() {
        HouseRules.check(ROOT, "page");
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
                .check(service);
    }

    @Test
    void onlyHashingKnowsHowPasswordsAreHashed() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".hashing")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(service);
    }
}
