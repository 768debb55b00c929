package dev.muster.org;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kit.id.OrgId;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.reactive.Reactive;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Organizations of more members than one statement changes. */
@OrgTest
class AllMembershipsTest {

    private static final long FIRST = 7_000_000_000L;
    private static final int MEMBERS = 20_000;
    private static final String UPDATES = "update memberships%set version=%";

    @Inject
    OrgFixtures fixtures;

    @Inject
    AllMemberships memberships;

    private OrgId org;
    private long other;
    private long othersMember;

    @BeforeEach
    void aLargeOrganizationBesideAnother() {
        org = new OrgId(fixtures.organization("Large"));
        fixtures.membersFrom(FIRST, MEMBERS, org.value());
        fixtures.change(FIRST + 1, org.value(), "status = 'pending'");
        fixtures.change(FIRST + MEMBERS - 1, org.value(), "owner = true");
        other = fixtures.organization("Other");
        othersMember = fixtures.viewer(other);
    }

    @Test
    @DisplayName("R46 a large organization's memberships end by short statements")
    void allOfThemEndByShortStatements() {
        long before = Statements.calls(UPDATES);

        inTransaction(() -> memberships.end(org, Instant.now()));

        assertThat(Statements.calls(UPDATES) - before).isEqualTo(3);
        assertThat(count("status = 'inactive' and not owner")).isEqualTo(MEMBERS);
        assertThat(count("version = 1")).isEqualTo(MEMBERS - 2);
        assertThat(fixtures.read(othersMember, other, "status")).isEqualTo("active");
    }

    @Test
    @DisplayName("R46 a large organization's memberships are outdated by short statements")
    void theActiveOnesAreOutdatedByShortStatements() {
        long before = Statements.calls(UPDATES);
        String otherBefore = fixtures.read(othersMember, other, "version");

        inTransaction(() -> memberships.outdate(org, Instant.now()));

        assertThat(Statements.calls(UPDATES) - before).isEqualTo(3);
        assertThat(count("version = 2")).isEqualTo(MEMBERS - 2);
        assertThat(fixtures.read(FIRST + 1, org.value(), "version")).isEqualTo("1");
        assertThat(fixtures.read(FIRST + MEMBERS - 1, org.value(), "version")).isEqualTo("3");
        assertThat(fixtures.read(othersMember, other, "version")).isEqualTo(otherBefore);
    }

    private static void inTransaction(Supplier<Uni<Void>> change) {
        Reactive.await(() -> Panache.withTransaction(change));
    }

    private long count(String condition) {
        return fixtures.count("select count(*) from memberships where org_id = $1 and " + condition, org.value());
    }
}
