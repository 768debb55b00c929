package dev.muster.identity.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.ChangeEmail;
import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserEmails;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.company.CompanyReach;
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
 * <p>A pending user gets another address at once, with a new mail to it; that of somebody who is active comes into force
 * only when they confirm it. What is the person's own to change is {@code CONFLICT}, see {@link CompanyReach}.
 */
@ApplicationScoped
public class ChangeDirectoryUser {

    private final FindCompanyUser companyUser;
    private final FindDirectoryRules findRules;
    private final Memberships memberships;
    private final CompanyUsers companyUsers;
    private final CompanyReach reach;
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
            CompanyReach reach,
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
        this.reach = reach;
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

    /** Everything that can be refused is asked before anything changes, and once more where it is stored. */
    private Uni<CompanyUser> change(LiveSession caller, CompanyUser present, DirectoryFields fields) {
        return Panache.withSession(() -> reach.requireMayChange(caller.userId(), present, fields))
                .chain(() -> requireFreeAddress(present.user(), fields))
                .chain(() -> changeMembership(caller, present.membership(), fields.membershipChanges()))
                .chain(membership -> Panache.withTransaction(() -> companyUser
                        .lock(new OrgId(membership.orgId()), present.user().userId())
                        .call(now -> reach.requireMayChange(caller.userId(), now, fields))
                        .call(now -> store(now, fields))
                        .map(now -> now.with(membership))));
    }

    /** Of somebody who confirms it only whether another may be offered is told: whose it is they hear by mail. */
    private Uni<Void> requireFreeAddress(UserRow user, DirectoryFields fields) {
        Optional<EmailAddress> wanted = another(user, fields);
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (user.activatedAt != null) {
            return Panache.withSession(() -> changeEmail.requireMayOffer(user.userId()));
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

    private Uni<Void> store(CompanyUser present, DirectoryFields fields) {
        UserRow user = present.user();
        if (!fields.changes(present.visible())) {
            return Uni.createFrom().voidItem();
        }
        Optional<EmailAddress> wanted = another(user, fields);
        if (wanted.isEmpty()) {
            return store(user, fields);
        }
        return user.activatedAt == null
                ? move(user, fields)
                : store(user, fields.withoutEmail())
                        .chain(() -> changeEmail.offer(
                                user.userId(),
                                wanted.get(),
                                new OrgId(present.membership().orgId())));
    }

    private Uni<Void> move(UserRow user, DirectoryFields fields) {
        return countAddressLeft(user).chain(() -> store(user, fields)).chain(() -> inviteToActivate.invite(user));
    }

    /** Else importing an address and moving its user away, again and again, would mail to it without end. */
    private Uni<Void> countAddressLeft(UserRow user) {
        return user.hasEmail()
                ? invitationMails.take(user.emailAddress())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> store(UserRow user, DirectoryFields fields) {
        fields.applyTo(user);
        user.updatedAt = clock.instant();
        return Panache.getSession()
                .chain(session -> session.flush())
                .onFailure(UserEmails::isTaken)
                .transform(taken -> UserEmails.taken());
    }
}
