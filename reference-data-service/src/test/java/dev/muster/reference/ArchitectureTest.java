package dev.muster.reference;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.muster.testkit.architecture.HouseRules;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

/** The house rules, and what stays inside of a feature or out of the service. */
class ArchitectureTest {

    private static final String ROOT = "dev.muster.reference";

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theHouseRulesHold() {
        HouseRules.check(ROOT);
    }

    @Test
    void entitiesStayInTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(service);
    }

    @Test
    void theGeneratorsLibraryDoesNotShip() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.ibm.icu..")
                .check(service);
    }
}
