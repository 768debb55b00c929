package dev.muster.identity.company;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.kit.access.AccessConfig;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Member;
import dev.muster.kit.access.Powers;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Finds users of the caller's current company: anybody for its administrators, themselves for everybody else. Whoever
 * is not of the company is {@code USER_NOT_FOUND}, like somebody who does not exist.
 */
@ApplicationScoped
public class FindCompanyUser {

    private final UserRepository users;
    private final CompanyUsers companyUsers;
    private final AccessConfig access;

    FindCompanyUser(UserRepository users, CompanyUsers companyUsers, AccessConfig access) {
        this.users = users;
        this.companyUsers = companyUsers;
        this.access = access;
    }

    /** The user, for the company's administrators and for themselves. */
    public Uni<CompanyUser> read(LiveSession caller, UserId userId) {
        requireMayRead(caller, userId);
        return get(companyOf(caller), userId);
    }

    /** What the user is in the company, for its administrators and for themselves; one statement. */
    public Uni<Membership> readMembership(LiveSession caller, UserId userId) {
        requireMayRead(caller, userId);
        return membership(companyOf(caller), userId);
    }

    private void requireMayRead(LiveSession caller, UserId userId) {
        if (!caller.userId().equals(userId)
                && !caller.powers(access.operatorPermission()).contains(Powers.ADMIN)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
    }

    /** The current company; a caller without one is {@code FORBIDDEN}. */
    public static OrgId companyOf(LiveSession caller) {
        return caller.activeMember()
                .map(Member::orgId)
                .orElseThrow(() -> new ProblemException(Problem.FORBIDDEN, "The session is in no organization"));
    }

    /** Two statements. */
    @WithSession
    public Uni<CompanyUser> get(OrgId company, UserId userId) {
        return row(company, userId).chain(row -> users.get(userId).map(user -> CompanyUser.of(user, row)));
    }

    /** The same in the caller's transaction with the person locked until it ends; the membership is read after that. */
    public Uni<CompanyUser> lock(OrgId company, UserId userId) {
        return users.lock(userId)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(Problem.USER_NOT_FOUND))
                .chain(user -> row(company, userId).map(row -> CompanyUser.of(user, row)));
    }

    /** What the user is in the company; one statement. */
    @WithSession
    public Uni<Membership> membership(OrgId company, UserId userId) {
        return row(company, userId).map(CompanyUserRow::membership);
    }

    private Uni<CompanyUserRow> row(OrgId company, UserId userId) {
        return companyUsers
                .findRow(company, userId)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.USER_NOT_FOUND)));
    }

    /** Two statements. */
    @WithSession
    public Uni<CompanyUser> get(OrgId company, EmailAddress email) {
        return users.find(email)
                .map(FindCompanyUser::known)
                .chain(user -> row(company, user.userId()).map(row -> CompanyUser.of(user, row)));
    }

    private static UserRow known(Optional<UserRow> found) {
        return found.orElseThrow(() -> new ProblemException(Problem.USER_NOT_FOUND));
    }
}
