package dev.muster.identity.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.ChangeEmail;
import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserEmails;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.company.CompanyUser;
import dev.muster.identity.company.CompanyUsers;
import dev.muster.identity.company.DirectoryFields;
import dev.muster.identity.company.FindCompanyUser;
import dev.muster.identity.company.Membership;
import dev.muster.identity.creation.InviteToActivate;
import dev.muster.identity.peer.FindDirectoryRules;
import dev.muster.identity.peer.Memberships;
import dev.muster.identity.throttle.InvitationMails;
import dev.muster.kit.access.AccessConfig;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Powers;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Changes a user of the caller's company. What org-service keeps is changed there first, because only org-service can
 * refuse; permissions are in force on the user's open sessions when this completes.
 *
 * <p>A pending user gets another address at once, with a new mail to it. Somebody who is active may belong to other
 * companies too, so another address comes into force only when they confirm it.
 */
@ApplicationScoped
public class ChangeDirectoryUser {

    private final FindCompanyUser companyUser;
    private final FindDirectoryRules findRules;
    private final Memberships memberships;
    private final CompanyUsers companyUsers;
    private final UserRepository users;
    private final ChangeEmail changeEmail;
    private final InviteToActivate inviteToActivate;
    private final InvitationMails invitationMails;
    private final AccessConfig access;
    private final Clock clock;

    ChangeDirectoryUser(
            FindCompanyUser companyUser,
            FindDirectoryRules findRules,
            Memberships memberships,
            CompanyUsers companyUsers,
            UserRepository users,
            ChangeEmail changeEmail,
            InviteToActivate inviteToActivate,
            InvitationMails invitationMails,
            AccessConfig access,
            Clock clock) {
        this.companyUser = companyUser;
        this.findRules = findRules;
        this.memberships = memberships;
        this.companyUsers = companyUsers;
        this.users = users;
        this.changeEmail = changeEmail;
        this.inviteToActivate = inviteToActivate;
        this.invitationMails = invitationMails;
        this.access = access;
        this.clock = clock;
    }

    /** The user afterwards; an address that anybody else has is {@code EMAIL_TAKEN} for a pending user. */
    Uni<CompanyUser> change(LiveSession caller, UserId userId, JsonNode body) {
        OrgId company = FindCompanyUser.companyOf(caller);
        return companyUser
                .get(company, userId)
                .chain(present -> findRules
                        .of(company, mayListOperators(caller, present.membership()))
                        .map(rules -> DirectoryBody.ofKnown(body, DirectoryUserView.of(present), rules))
                        .invoke(fields -> requireAddressKept(present.user(), fields))
                        .chain(fields -> change(caller, present, fields)));
    }

    private static void requireAddressKept(UserRow user, DirectoryFields fields) {
        if (user.hasEmail() && fields.has("email") && fields.email().isEmpty()) {
            throw ProblemException.invalid("/email", "required", "Somebody who has an address keeps one");
        }
    }

    /** Whoever is an operator already is not put there by being listed again. */
    private boolean mayListOperators(LiveSession caller, Membership present) {
        return caller.powers(access.operatorPermission()).contains(Powers.OPERATOR)
                || present.permissions().contains(access.operatorPermission());
    }

    private Uni<CompanyUser> change(LiveSession caller, CompanyUser present, DirectoryFields fields) {
        return requireFreeAddress(present.user(), fields)
                .chain(() -> changeMembership(caller, present.membership(), fields.membershipChanges()))
                .chain(membership ->
                        changePerson(present.user(), fields).map(user -> new CompanyUser(user, membership)));
    }

    /** Asked before anything changes; the database decides once more when it is stored. */
    private Uni<Void> requireFreeAddress(UserRow user, DirectoryFields fields) {
        Optional<EmailAddress> wanted = another(user, fields);
        if (wanted.isEmpty() || user.activatedAt != null) {
            return Uni.createFrom().voidItem();
        }
        return Panache.withSession(() -> users.find(wanted.get()))
                .invoke(holder -> holder.ifPresent(somebody -> {
                    throw UserEmails.taken();
                }))
                .replaceWithVoid();
    }

    private static Optional<EmailAddress> another(UserRow user, DirectoryFields fields) {
        return fields.email().filter(wanted -> !wanted.key().equals(user.emailKey));
    }

    /** Also for changes of nothing but the membership: {@code changes} are named as {@link Membership} names them. */
    Uni<Membership> changeMembership(LiveSession caller, Membership present, Map<String, Object> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().item(present);
        }
        return memberships
                .change(caller.userId(), new OrgId(present.orgId()), new UserId(present.userId()), changes)
                .call(changed -> Panache.withTransaction(() -> companyUsers.put(changed)));
    }

    private Uni<UserRow> changePerson(UserRow present, DirectoryFields fields) {
        Optional<EmailAddress> wanted = another(present, fields);
        boolean needsConsent = wanted.isPresent() && present.activatedAt != null;
        Uni<Void> asked = needsConsent
                ? changeEmail.offer(present.userId(), wanted.get())
                : Uni.createFrom().voidItem();
        DirectoryFields applied = needsConsent ? fields.withoutEmail() : fields;
        return asked.chain(() -> Panache.withTransaction(() -> store(present.userId(), applied, wanted)));
    }

    private Uni<UserRow> store(UserId userId, DirectoryFields fields, Optional<EmailAddress> wanted) {
        return users.get(userId)
                .call(user -> countAddressLeft(user, wanted))
                .invoke(user -> {
                    fields.applyTo(user);
                    user.updatedAt = clock.instant();
                })
                .call(() -> Panache.getSession()
                        .chain(session -> session.flush())
                        .onFailure(UserEmails::isTaken)
                        .transform(taken -> UserEmails.taken()))
                .call(user -> wanted.isPresent() && user.activatedAt == null
                        ? inviteToActivate.invite(user)
                        : Uni.createFrom().voidItem());
    }

    /** Else importing an address and moving its user away, again and again, would mail to it without end. */
    private Uni<Void> countAddressLeft(UserRow user, Optional<EmailAddress> wanted) {
        return wanted.isPresent() && user.activatedAt == null && user.hasEmail()
                ? invitationMails.take(user.emailAddress())
                : Uni.createFrom().voidItem();
    }
}
