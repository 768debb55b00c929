package dev.muster.identity.network;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.Password;
import dev.muster.identity.hashing.PasswordHasher;
import dev.muster.identity.hashing.Verdict;
import dev.muster.identity.policy.PasswordOwner;
import dev.muster.identity.policy.PasswordPolicy;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges, generates and hashes the two passwords of a person. The FSD password travels in plain text, so it is never the
 * account's.
 */
@ApplicationScoped
class NetworkPasswords {

    private static final String PASSWORD = "/user/password";
    private static final String FSD_PASSWORD = "/user/fsd_password";

    /** 192 random bits: the contract asks for 128 at least. */
    private static final int GENERATED_BYTES = 24;

    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final SecureRandom random = new SecureRandom();

    NetworkPasswords(PasswordPolicy policy, PasswordHasher hasher) {
        this.policy = policy;
        this.hasher = hasher;
    }

    /** A password that nobody guesses, in 32 characters of base64url. */
    Password generate() {
        byte[] bytes = new byte[GENERATED_BYTES];
        random.nextBytes(bytes);
        return new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Fails with {@code INVALID_INPUT} and the reason when a given password is refused. */
    Uni<Void> requireAcceptable(NetworkUser wanted, boolean secondFactor, Hashes present) {
        PasswordOwner owner = new PasswordOwner(
                wanted.address().orElseGet(() -> EmailAddress.of("")),
                Stream.of(wanted.firstName(), wanted.lastName())
                        .filter(name -> !name.isBlank())
                        .toList(),
                List.of(),
                secondFactor);
        return judge(wanted.password(), owner, PASSWORD)
                .chain(() -> judge(wanted.fsdPassword(), owner, FSD_PASSWORD))
                .chain(() -> requireDifferent(wanted, present));
    }

    /** The hashes of those that are given. */
    Uni<Hashes> hash(NetworkUser wanted) {
        return hash(wanted.password())
                .chain(password -> hash(wanted.fsdPassword()).map(fsdPassword -> new Hashes(password, fsdPassword)));
    }

    private Uni<String> hash(Password password) {
        return password == null ? Uni.createFrom().nullItem() : hasher.hash(password);
    }

    private Uni<Void> judge(Password password, PasswordOwner owner, String pointer) {
        return password == null ? Uni.createFrom().voidItem() : policy.require(password, owner, pointer);
    }

    private Uni<Void> requireDifferent(NetworkUser wanted, Hashes present) {
        if (wanted.password() != null && wanted.fsdPassword() != null) {
            return Uni.createFrom()
                    .voidItem()
                    .invoke(() -> requireDifferent(wanted.password().equals(wanted.fsdPassword()), FSD_PASSWORD));
        }
        return requireNot(wanted.password(), present.fsdPassword(), PASSWORD)
                .chain(() -> requireNot(wanted.fsdPassword(), present.password(), FSD_PASSWORD));
    }

    private Uni<Void> requireNot(Password wanted, String otherHash, String pointer) {
        if (wanted == null || otherHash == null) {
            return Uni.createFrom().voidItem();
        }
        return hasher.check(wanted, otherHash)
                .map(Verdict::isRight)
                .invoke(same -> requireDifferent(same, pointer))
                .replaceWithVoid();
    }

    private static void requireDifferent(boolean same, String pointer) {
        if (same) {
            throw ProblemException.invalid(
                    pointer, "same_password", "The account's password and the FSD password are not the same");
        }
    }
}
