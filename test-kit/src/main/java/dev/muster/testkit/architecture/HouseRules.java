package dev.muster.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The package rules and habits that every service keeps. */
public final class HouseRules {

    private static final String VAGUE_NAMES = ".*(Manager|Helper|Helpers|Util|Utils|Impl|Dto|DTO)";

    private HouseRules() {}

    /**
     * Fails when the service whose classes are under the root package breaks a rule. Its features are the packages under
     * the root that have a resource; all others are shared by the features and know none of them.
     *
     * @param shared names of packages that have a resource and are used by features all the same ({@code token})
     */
    public static void check(String rootPackage, String... shared) {
        check(
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(rootPackage),
                rootPackage,
                shared);
    }

    static void check(JavaClasses service, String rootPackage, String... shared) {
        if (service.isEmpty()) {
            throw new AssertionError("There are no classes under " + rootPackage);
        }
        List<String> violations = violations(service, rootPackage, shared);
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n\n", violations));
        }
    }

    /** One report for each broken rule. */
    static List<String> violations(JavaClasses service, String rootPackage, String... shared) {
        Set<String> features = features(service, rootPackage);
        features.removeAll(
                Arrays.stream(shared).map(name -> rootPackage + "." + name).toList());
        return Stream.concat(features.stream().map(HouseRules::nobodyElseKnows), rules().stream())
                .map(rule -> rule.allowEmptyShould(true).evaluate(service))
                .filter(EvaluationResult::hasViolation)
                .map(result -> result.getFailureReport().toString())
                .toList();
    }

    private static Set<String> features(JavaClasses service, String rootPackage) {
        return service.stream()
                .filter(type -> type.isAnnotatedWith(Path.class) && !isClient(type))
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(rootPackage + "."))
                .map(name -> rootPackage + "."
                        + name.substring(rootPackage.length() + 1).replaceAll("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ArchRule nobodyElseKnows(String feature) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(feature + "..")
                .because("a feature is a stranger to all others");
    }

    private static List<ArchRule> rules() {
        return List.of(
                resourcesTouchNoRepository(),
                onlyRowsAreEntities(),
                rowsAreEntities(),
                everyEndpointSaysWhoMayCall(),
                answersAreViews(),
                bodiesAreRequests(),
                namesSaySomething(),
                nothingIsInjectedIntoFields());
    }

    private static ArchRule resourcesTouchNoRepository() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .because("a resource speaks HTTP and asks a use case");
    }

    private static ArchRule onlyRowsAreEntities() {
        return classes().that().areAnnotatedWith(Entity.class).should().haveSimpleNameEndingWith("Row");
    }

    private static ArchRule rowsAreEntities() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Row")
                .and()
                .areNotRecords()
                .and()
                .areNotInterfaces()
                .should()
                .beAnnotatedWith(Entity.class);
    }

    private static ArchRule everyEndpointSaysWhoMayCall() {
        return methods()
                .that(areEndpoints())
                .should(EndpointConditions.beAnnotatedHereOrOnTheClass(List.of(
                        PermitAll.class,
                        RolesAllowed.class,
                        DenyAll.class,
                        Authenticated.class,
                        PermissionsAllowed.class)));
    }

    private static ArchRule answersAreViews() {
        return methods().that(areEndpoints()).should(EndpointConditions.answerOnlyWithViews());
    }

    private static ArchRule bodiesAreRequests() {
        return methods().that(areEndpoints()).should(EndpointConditions.readOnlyRequests());
    }

    private static ArchRule namesSaySomething() {
        return noClasses().should().haveNameMatching(VAGUE_NAMES);
    }

    private static ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(ConfigProperty.class)
                .orShould()
                .beAnnotatedWith(RestClient.class)
                .because("a constructor names what a class needs");
    }

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints",
                method -> method.isMetaAnnotatedWith(HttpMethod.class) && !isClient(method.getOwner()));
    }

    private static boolean isClient(JavaClass owner) {
        return owner.isAnnotatedWith(RegisterRestClient.class);
    }
}
