package dev.muster.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseRulesTest {

    private static final String BROKEN = "dev.muster.testkit.architecture.broken";
    private static final JavaClasses SERVICE = new ClassFileImporter().importPackages(BROKEN);

    @Test
    void theKitKeepsTheRules() {
        assertThatCode(() -> HouseRules.check("dev.muster.kit")).doesNotThrowAnyException();
    }

    @Test
    void aPackageWithoutClassesIsAMistake() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> HouseRules.check("dev.muster.nowhere"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a feature is a stranger to all others",
                "FirstResource.all() should say who may call it",
                "FirstResource.all() should answer with records that end in View",
                "should read bodies that are records that end in Request",
                "a resource speaks HTTP and asks a use case",
                "a constructor names what a class needs",
                "ThingManager",
                "LooseRow"
            })
    void everyBrokenRuleIsReported(String words) {
        List<String> violations = HouseRules.violations(SERVICE, BROKEN);

        assertThat(violations).anyMatch(violation -> violation.contains(words));
    }

    @Test
    void aSharedPackageMayBeUsed() {
        assertThat(HouseRules.violations(SERVICE, BROKEN, "first", "second"))
                .noneMatch(violation -> violation.contains("stranger"));
    }

    @Test
    void allViolationsAreReportedTogether() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> HouseRules.check(SERVICE, BROKEN))
                .withMessageContaining("ThingManager")
                .withMessageContaining("LooseRow");
    }
}
