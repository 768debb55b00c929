package dev.muster.identity.account;

import dev.muster.identity.UserEmails;
import dev.muster.identity.UserRow;
import dev.muster.identity.company.Admission;
import dev.muster.identity.company.MembershipStatus;
import dev.muster.identity.creation.CreateUser;
import dev.muster.identity.creation.Founding;
import dev.muster.identity.creation.UserCreationConfig;
import dev.muster.identity.throttle.AccountKey;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.identity.throttle.PasswordAttempts;
import dev.muster.identity.throttle.Weight;
import dev.muster.kit.access.AccessConfig;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Member;
import dev.muster.kit.access.Powers;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a user through the account API: for oneself where sign-up is open, for others as an administrator. */
@ApplicationScoped
public class SignUp {

    private final CreateUser createUser;
    private final PasswordAttempts attempts;
    private final SignupConfig signup;
    private final UserCreationConfig creation;
    private final AccessConfig access;

    SignUp(
            CreateUser createUser,
            PasswordAttempts attempts,
            SignupConfig signup,
            UserCreationConfig creation,
            AccessConfig access) {
        this.createUser = createUser;
        this.attempts = attempts;
        this.signup = signup;
        this.creation = creation;
        this.access = access;
    }

    /** Refuses callers who may not, before anything of their request is looked at. */
    void requireAllowed(Optional<LiveSession> caller) {
        if (caller.isEmpty() && signup.mode() != SignupConfig.Mode.OPEN) {
            throw ProblemException.unauthenticated();
        }
        caller.map(session -> session.powers(access.operatorPermission())).ifPresent(this::requirePower);
    }

    private void requirePower(Set<String> powers) {
        boolean allowed = signup.mode() == SignupConfig.Mode.CLOSED
                ? powers.contains(Powers.OPERATOR)
                : powers.contains(Powers.ADMIN);
        if (!allowed) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
    }

    /**
     * The new user, pending until they follow the link in their mail. An address that somebody else has is
     * {@code EMAIL_TAKEN}; a stranger who tries many of them is {@code TOO_MANY_ATTEMPTS}.
     */
    Uni<UserRow> signUp(AccountFields fields, Optional<LiveSession> caller, ClientNetwork network) {
        UserRow user = new UserRow();
        fields.applyTo(user);
        if (fields.email() != null) {
            user.enter(fields.email());
        }
        return caller.isPresent()
                ? createUser.create(user, admissions(caller.get()), Founding.OWN_ORGANIZATION)
                : signUpOneself(user, network);
    }

    private List<Admission> admissions(LiveSession caller) {
        return caller.activeMember()
                .map(Member::orgId)
                .map(orgId -> Admission.plain(orgId, MembershipStatus.PENDING, creation.defaultGroup()))
                .map(List::of)
                .orElseGet(List::of);
    }

    /**
     * Counts like a wrong password whatever comes of it: addresses cannot be probed faster than passwords, and nobody
     * fills mailboxes or the database from one network.
     */
    private Uni<UserRow> signUpOneself(UserRow user, ClientNetwork network) {
        if (!user.hasEmail()) {
            throw ProblemException.invalid("/email", "required", "This field is needed");
        }
        return attempts.attempt(
                        AccountKey.of(user.emailAddress()),
                        network,
                        () -> createUnlessTaken(user),
                        done -> Weight.WRONG)
                .map(created -> created.orElseThrow(UserEmails::taken));
    }

    private Uni<Optional<UserRow>> createUnlessTaken(UserRow user) {
        return createUser
                .create(user, List.of(), Founding.OWN_ORGANIZATION)
                .map(Optional::of)
                .onFailure(UserEmails::isRefused)
                .recoverWithItem(Optional.empty());
    }
}
