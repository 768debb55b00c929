package dev.muster.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What an endpoint's method must be like. */
final class EndpointConditions {

    private static final String OUR_PACKAGES = "dev.muster.";
    private static final String KIT_PACKAGES = "dev.muster.kit.";

    private EndpointConditions() {}

    static ArchCondition<JavaMethod> beAnnotatedHereOrOnTheClass(List<Class<? extends Annotation>> annotations) {
        return condition(
                "say who may call it",
                method -> annotations.stream()
                        .anyMatch(annotation -> method.isAnnotatedWith(annotation)
                                || method.getOwner().isAnnotatedWith(annotation)));
    }

    static ArchCondition<JavaMethod> answerOnlyWithViews() {
        return condition(
                "answer with records that end in View",
                method -> method.getReturnType().getAllInvolvedRawTypes().stream()
                        .filter(EndpointConditions::isOurs)
                        .allMatch(type -> isWire(type, "View")));
    }

    static ArchCondition<JavaMethod> readOnlyRequests() {
        return condition(
                "read bodies that are records that end in Request",
                method -> bodies(method)
                        .flatMap(body -> body.getType().getAllInvolvedRawTypes().stream())
                        .filter(EndpointConditions::isOurs)
                        .allMatch(type -> isWire(type, "Request")));
    }

    /** A parameter without an annotation of REST is the body. */
    private static Stream<JavaParameter> bodies(JavaMethod method) {
        return method.getParameters().stream()
                .filter(parameter -> parameter.getAnnotations().stream()
                        .map(annotation -> annotation.getRawType().getPackageName())
                        .noneMatch(name -> name.startsWith("jakarta.ws.rs") || name.startsWith("org.jboss.resteasy")));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getName().startsWith(OUR_PACKAGES) && !type.getName().startsWith(KIT_PACKAGES);
    }

    private static boolean isWire(JavaClass type, String ending) {
        return type.isRecord() && type.getSimpleName().endsWith(ending);
    }

    private static ArchCondition<JavaMethod> condition(String description, Predicate<JavaMethod> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        method, holds.test(method), method.getFullName() + " should " + description));
            }
        };
    }
}
