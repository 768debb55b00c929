package dev.muster.identity.profile;

import dev.muster.identity.TwoFactor;
import dev.muster.identity.secondfactor.Authenticators;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.FieldError;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Keeps people from locking themselves out: an authenticator is demanded only of those who have one. */
@ApplicationScoped
class CheckTwoFactor {

    private final Authenticators authenticators;

    CheckTwoFactor(Authenticators authenticators) {
        this.authenticators = authenticators;
    }

    /** The failures among the values. */
    Uni<List<FieldError>> check(UserId userId, Map<Field, Object> values) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue() == TwoFactor.TOTP)
                .map(Map.Entry::getKey)
                .findFirst()
                .map(field -> demandAuthenticator(userId, field))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    @WithSession
    Uni<List<FieldError>> demandAuthenticator(UserId userId, Field field) {
        return authenticators
                .isEnrolled(userId)
                .map(enrolled -> enrolled
                        ? List.of()
                        : List.of(new FieldError(field.pointer(), "not_enrolled", "Enrol an authenticator first")));
    }
}
