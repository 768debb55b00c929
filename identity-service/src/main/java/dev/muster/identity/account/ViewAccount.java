package dev.muster.identity.account;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.company.CompanyUsers;
import dev.muster.identity.peer.Memberships;
import dev.muster.identity.peer.ReferenceData;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Shows users in the account API: one statement here, and one question to org-service for the default account. */
@ApplicationScoped
public class ViewAccount {

    private final UserRepository users;
    private final CompanyUsers companyUsers;
    private final Memberships memberships;
    private final ReferenceData referenceData;

    ViewAccount(UserRepository users, CompanyUsers companyUsers, Memberships memberships, ReferenceData referenceData) {
        this.users = users;
        this.companyUsers = companyUsers;
        this.memberships = memberships;
        this.referenceData = referenceData;
    }

    /** The user; fails with {@code SERVICE_UNAVAILABLE} while org-service cannot be asked. */
    Uni<AccountView> view(UserId id) {
        return Panache.withSession(() -> users.get(id)).chain(this::view);
    }

    /** The user as just stored. */
    Uni<AccountView> view(UserRow user) {
        return person(user)
                .chain(person ->
                        memberships.findDefault(user.userId()).map(account -> AccountView.of(person, account)));
    }

    /** The user as just made; without a default account while org-service, which has been told, cannot say which. */
    Uni<AccountView> viewNew(UserRow user) {
        return person(user)
                .chain(person -> memberships
                        .findDefault(user.userId())
                        .onFailure(ProblemException.class)
                        .recoverWithItem(Optional.empty())
                        .map(account -> AccountView.of(person, account)));
    }

    /** What identity-service knows of the user; {@code USER_NOT_FOUND} for an unknown one. */
    Uni<PersonView> person(UserId id) {
        return Panache.withSession(() -> users.get(id)).chain(this::person);
    }

    private Uni<PersonView> person(UserRow user) {
        return countryCode(user).map(code -> PersonView.of(user, code.orElse(null)));
    }

    private Uni<Optional<String>> countryCode(UserRow user) {
        return user.countryId == null
                ? Uni.createFrom().item(Optional.empty())
                : referenceData.countryCodes().map(codes -> Optional.ofNullable(codes.get(user.countryId)));
    }

    /**
     * The user with this address, if that is the caller or somebody in the caller's organization whose members the caller
     * may read. Everybody else is {@code USER_NOT_FOUND} after the same one statement, whether or not the address belongs
     * to anybody.
     */
    Uni<AccountView> findByEmail(LiveSession caller, EmailAddress email) {
        OrgId readable = caller.activeMember()
                .filter(Member::readsMembers)
                .map(Member::orgId)
                .orElse(null);
        return Panache.withSession(() -> companyUsers.findVisible(email, caller.userId(), readable))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.USER_NOT_FOUND)))
                .chain(this::view);
    }

    /** The codes by which countries are named here. */
    Uni<Map<Integer, String>> countries() {
        return referenceData.countryCodes();
    }
}
