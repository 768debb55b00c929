package dev.muster.identity.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.ChangeEmail;
import dev.muster.identity.UserRepository;
import dev.muster.identity.mail.MailKind;
import dev.muster.identity.mail.Recipient;
import dev.muster.identity.mail.SendMail;
import dev.muster.identity.profile.ReadEdit.Edit;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes the caller's own profile. Only the columns of the changed fields are written, in one statement, so that two
 * clients that edit different fields at the same time both keep theirs.
 */
@ApplicationScoped
public class EditProfile {

    private final ViewProfile viewProfile;
    private final ReadEdit readEdit;
    private final CheckReferences checkReferences;
    private final CheckTwoFactor checkTwoFactor;
    private final ChangeEmail changeEmail;
    private final UserRepository users;
    private final SendMail sendMail;
    private final Clock clock;

    EditProfile(
            ViewProfile viewProfile,
            ReadEdit readEdit,
            CheckReferences checkReferences,
            CheckTwoFactor checkTwoFactor,
            ChangeEmail changeEmail,
            UserRepository users,
            SendMail sendMail,
            Clock clock) {
        this.viewProfile = viewProfile;
        this.readEdit = readEdit;
        this.checkReferences = checkReferences;
        this.checkTwoFactor = checkTwoFactor;
        this.changeEmail = changeEmail;
        this.users = users;
        this.sendMail = sendMail;
        this.clock = clock;
    }

    /** The profile after the change; fails with {@code INVALID_INPUT} naming every field that is wrong. */
    public Uni<ProfileView> edit(LiveSession caller, JsonNode body, ClientNetwork network) {
        return viewProfile
                .view(caller)
                .map(present -> readEdit.read(body, present))
                .call(edit -> requireValid(caller.userId(), edit))
                .call(edit -> startEmailChange(caller.userId(), edit, network))
                .call(edit -> save(caller.userId(), edit))
                .chain(() -> viewProfile.view(caller));
    }

    private Uni<Void> requireValid(UserId userId, Edit edit) {
        List<FieldError> errors = new ArrayList<>(edit.errors());
        return checkReferences
                .check(edit.values())
                .invoke(errors::addAll)
                .chain(() -> checkTwoFactor.check(userId, edit.values()))
                .invoke(errors::addAll)
                .invoke(() -> {
                    if (!errors.isEmpty()) {
                        throw ProblemException.invalid(errors);
                    }
                })
                .replaceWithVoid();
    }

    /** Before anything is saved, so that a wrong password changes nothing. */
    private Uni<Void> startEmailChange(UserId userId, Edit edit, ClientNetwork network) {
        return edit.email() == null
                ? Uni.createFrom().voidItem()
                : changeEmail.change(
                        userId, edit.email().password(), edit.email().wanted(), network, ReadEdit.EMAIL);
    }

    private Uni<Void> save(UserId userId, Edit edit) {
        if (edit.values().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder update = new StringBuilder("updatedAt = :updatedAt");
        parameters.put("updatedAt", clock.instant());
        edit.values().forEach((field, value) -> {
            update.append(", ").append(field.attribute()).append(" = :").append(field.attribute());
            parameters.put(field.attribute(), value);
        });
        update.append(" where id = :id");
        parameters.put("id", userId.value());
        return Panache.withTransaction(() -> users.update(update.toString(), parameters)
                .invoke(EditProfile::requireOne)
                .chain(() -> tellOfSecondFactor(userId, edit)));
    }

    /** Whoever holds a session could weaken the way in; its owner hears of it. */
    private Uni<Void> tellOfSecondFactor(UserId userId, Edit edit) {
        return edit.values().keySet().stream().noneMatch(Field::isSecondFactor)
                ? Uni.createFrom().voidItem()
                : users.get(userId)
                        .chain(user -> sendMail.send(MailKind.SECOND_FACTOR_NOTICE, Recipient.of(user), null));
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new ProblemException(Problem.USER_NOT_FOUND);
        }
    }
}
