package dev.muster.identity.policy;

import dev.muster.identity.Password;
import dev.muster.identity.hashing.HashingPool;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a password may be set. Length and what a guesser knows count; composition does not. Every way in that
 * sets a password asks here.
 */
@ApplicationScoped
public class PasswordPolicy {

    private final PolicyConfig config;
    private final CommonPasswords common;
    private final GuessablePasswords guessable;
    private final HashingPool workers;

    PasswordPolicy(PolicyConfig config, CommonPasswords common, GuessablePasswords guessable, HashingPool workers) {
        this.config = config;
        this.common = common;
        this.guessable = guessable;
        this.workers = workers;
    }

    /** Fails with {@code INVALID_INPUT} and the reason at {@code pointer} when the password is refused for this person. */
    public Uni<Void> require(Password password, PasswordOwner owner, String pointer) {
        return judge(password, owner)
                .invoke(refusal -> refusal.ifPresent(refused -> {
                    throw ProblemException.invalid(List.of(refused.at(pointer)));
                }))
                .replaceWithVoid();
    }

    /** Why the password is refused for this person; empty when it is taken. */
    Uni<Optional<Refusal>> judge(Password password, PasswordOwner owner) {
        Optional<Refusal> atOnce = judgeText(password).or(() -> judgeLength(password, owner));
        return atOnce.isPresent() ? Uni.createFrom().item(atOnce) : workers.run(() -> judgeContent(password, owner));
    }

    /** Half a surrogate pair is no character; all of them would be hashed as one. */
    private static Optional<Refusal> judgeText(Password password) {
        boolean isText = password.text().codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        return isText
                ? Optional.empty()
                : Optional.of(new Refusal("invalid_value", "A password consists of whole characters"));
    }

    private Optional<Refusal> judgeLength(Password password, PasswordOwner owner) {
        int shortest = owner.secondFactor() ? config.shortestWithSecondFactor() : config.shortest();
        int length = password.length();
        if (length < shortest) {
            return Optional.of(new Refusal("too_short", "A password has at least " + shortest + " characters"));
        }
        if (length > config.longest()) {
            return Optional.of(new Refusal("too_long", "A password has at most " + config.longest() + " characters"));
        }
        return Optional.empty();
    }

    private Optional<Refusal> judgeContent(Password password, PasswordOwner owner) {
        if (common.contains(password)) {
            return Optional.of(new Refusal("common", "Many people have this password, so it is guessed first"));
        }
        return DerivedPasswords.check(password, owner).or(() -> judgeStrength(password, owner));
    }

    private Optional<Refusal> judgeStrength(Password password, PasswordOwner owner) {
        return guessable.contains(password, owner)
                ? Optional.of(new Refusal("guessable", "This password is easily guessed; more unusual words help"))
                : Optional.empty();
    }
}
