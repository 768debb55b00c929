package dev.muster.identity.profile;

import dev.muster.identity.TwoFactor;
import dev.muster.identity.UserRepository;
import dev.muster.identity.secondfactor.Authenticators;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.FieldError;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Keeps people from locking themselves out: what is demanded of them they must have, an authenticator or an address. */
@ApplicationScoped
class CheckTwoFactor {

    private final Authenticators authenticators;
    private final UserRepository users;

    CheckTwoFactor(Authenticators authenticators, UserRepository users) {
        this.authenticators = authenticators;
        this.users = users;
    }

    /** The failures among the values. */
    Uni<List<FieldError>> check(UserId userId, Map<Field, Object> values) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof TwoFactor)
                .findFirst()
                .map(entry -> check(userId, entry.getKey(), (TwoFactor) entry.getValue()))
                .orElseGet(CheckTwoFactor::nothing);
    }

    private Uni<List<FieldError>> check(UserId userId, Field field, TwoFactor wanted) {
        return switch (wanted) {
            case OFF -> nothing();
            case EMAIL -> demandAddress(userId, field);
            case TOTP -> demandAuthenticator(userId, field);
        };
    }

    private Uni<List<FieldError>> demandAddress(UserId userId, Field field) {
        return Panache.withSession(() -> users.get(userId))
                .map(user -> errors(user.hasEmail(), field, "no_email", "Codes need an e-mail address to go to"));
    }

    private Uni<List<FieldError>> demandAuthenticator(UserId userId, Field field) {
        return Panache.withSession(() -> authenticators.isEnrolled(userId))
                .map(enrolled -> errors(enrolled, field, "not_enrolled", "Enrol an authenticator first"));
    }

    private static List<FieldError> errors(boolean holds, Field field, String code, String detail) {
        return holds ? List.of() : List.of(new FieldError(field.pointer(), code, detail));
    }

    private static Uni<List<FieldError>> nothing() {
        return Uni.createFrom().item(List.of());
    }
}
